import Foundation
import TestSupport
import Testing

/// One evening of a clerk who uses this once a year.
struct GuidedCancelTests {
    private let relay: HoldingRelay
    private let office: Operator
    private static let number = "type the number of messages (Ctrl-C stops): "
    private static let doubt = "leave it for later): "
    private static let yes = "[Y/n] "
    private static let address = "Address: "

    init() async throws {
        relay = try await HoldingRelay()
        office = try Operator(Configuration(port: relay.port))
        try office.write(Self.schedule.joined(separator: "\r\n"), to: "termine.csv")
    }

    /// Twelve people at two places; the address in row 4 is misspelt.
    private static let schedule: [String] =
        ["Buchungs-ID;Ort;Nachname;Vorname;E-Mail;Telefon;Datum;Uhrzeit"]
        + (1...12).map { number in
            let domain = number == 3 ? "gmial.com" : "example.org"
            return
                "BZ-47000\(10 + number);Halle \(number % 2 + 1);Distelkamp\("abcdefghijkl".dropFirst(number - 1).prefix(1));"
                + "Wencke;person.\(number)@\(domain);0221 47100\(10 + number);19.03.2097;10:\(10 + number)"
        }

    private func type(_ answers: [String], _ line: String, columns: Int = 80) async throws
        -> ChildProcess.Ending
    {
        try await Pseudoterminal.run(
            [Checkout.program] + office.words(line),
            typing: answers,
            after: [Self.number, Self.doubt, Self.yes, Self.address],
            columns: columns,
            in: office.folder.path
        )
    }

    /// Nine commands and 473 characters, before.
    @Test func `with a row in doubt and two places, one command and sixty characters do`()
        async throws
    {
        let command = "cancel termine.csv --date 19.03.2097"
        let answers = ["1", "11"]
        let ending = try await type(answers, command)
        ending.exited(0)
        let typed = (["einzelpost \(command)"] + answers).map { $0.count + 1 }.reduce(0, +)
        #expect(typed <= 60)
        let asked = try #require(ending.output.components(separatedBy: Self.number).first)
        #expect(asked.contains("row 4 of the file"))
        #expect(asked.contains("appointments of 2 sites are cancelled, and none was chosen"))
        #expect(asked.contains("6 appointments at place “Halle 1”"), "\(asked)")
        #expect(ending.output.contains("no e-mail tells of 1 appointment"))
        #expect(try await relay.taken().count == 11)
        try record(ending.output)
    }

    /// For whoever wants to read the evening from top to bottom.
    private func record(_ screen: String) throws {
        guard let path = ProcessInfo.processInfo.environment["EINZELPOST_RECORD"] else { return }
        try Data(screen.utf8).write(to: URL(filePath: path))
    }

    @Test func `an address is taken, and its person gets the message`() async throws {
        let ending = try await type(
            ["3", "nobody", "3", "person.3@example.net", "12"],
            "cancel termine.csv --date 19.03.2097"
        )
        ending.exited(0)
        #expect(ending.output.contains("that is not an address"), "\(ending.output)")
        let recipients = try await relay.taken().flatMap(\.recipients)
        #expect(recipients.count == 12 && recipients.contains("person.3@example.net"))
    }

    @Test func `what is left for later is asked again, and no answer is lost`() async throws {
        let first = try await type([""], "cancel termine.csv --date 19.03.2097")
        first.exited(3)
        let id = try #require(try await office.campaigns().first?.campaign)
        #expect(first.output.contains("einzelpost cancel \(id)"), "\(first.output)")
        // Somebody who begins anew is asked whether to go on; the answer is kept at Ctrl-C.
        let second = try await type(
            ["", "9", "2", "\u{3}"],
            "cancel termine.csv --date 19.03.2097"
        )
        #expect(second.output.contains("planned already as \(id)"))
        #expect(second.output.contains("type one of the numbers"))
        #expect(second.output.contains("Nothing has been sent, and every answer is kept"))
        #expect(try await office.campaigns().map(\.state) == ["planned"])
        let third = try await type(["11"], "cancel \(id)")
        third.exited(0)
        #expect(!third.output.contains("In doubt"))
        #expect(try await relay.taken().count == 11)
    }

    @Test func `everything can be read before the number is typed`() async throws {
        let ending = try await Pseudoterminal.run(
            ["/usr/bin/env", "PAGER=sed s/^/page:/", Checkout.program]
                + office.words("cancel termine.csv --date 19.03.2097"),
            typing: ["1", "v", "11"],
            after: [Self.number, Self.doubt],
            in: office.folder.path
        )
        ending.exited(0)
        #expect(ending.output.contains("page:Subject: "), "\(ending.output)")
        #expect(try await relay.taken().count == 11)
    }

    @Test func `an interrupted campaign of the same days comes first`() async throws {
        let plan = try await office.ready(SmallSchedule(people: 9))
        let sending = try office.start(["send", plan.campaign])
        try await relay.interrupt(sending, after: 3)
        try await sending.finish().exited(2)
        let ending = try await type(["j"], "cancel termine.csv --date 19.03.2097")
        ending.exited(0)
        #expect(ending.output.contains("was interrupted: "), "\(ending.output)")
        #expect(try await office.campaigns().map(\.state) == ["finished"])
        #expect(try await relay.taken().count == 9)
    }

    /// Scripts rely on it.
    @Test func `without a terminal a file is planned anew`() async throws {
        for number in 1...2 {
            let ending = try await office.run("cancel termine.csv --date 19.03.2097").exited(3)
            #expect(ending.errors.contains("planned already") == (number == 2))
        }
        #expect(try await office.campaigns().count == 2)
        let named = try await office.run("cancel 2097-01-01-1 --date 19.03.2097").exited(64)
        #expect(named.errors.contains("go with a file"))
    }
}
