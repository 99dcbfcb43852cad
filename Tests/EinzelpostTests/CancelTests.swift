import Foundation
import TestSupport
import Testing

/// The guided command, without and with a terminal.
struct CancelTests {
    private let relay: HoldingRelay
    private let office: Operator
    private let cancel = "cancel termine.csv \(SmallSchedule.days)"

    init() async throws {
        relay = try await HoldingRelay()
        office = try Operator(Configuration(port: relay.port))
        try office.write(SmallSchedule(people: 4).text, to: "termine.csv")
    }

    @Test func `without a terminal and without --confirm nothing is sent`() async throws {
        let ending = try await office.run(cancel).exited(3)
        #expect(ending.errors.contains("--confirm 4"))
        #expect(ending.output == "")
        #expect(try await relay.connections() == 0)
        let campaigns = try await office.campaigns()
        #expect(campaigns.map(\.state) == ["planned"])
    }

    /// What stands in a pipe is no person's word.
    @Test func `a number in a pipe does not confirm`() async throws {
        let ending = try await office.run(office.words(cancel), input: "4")
        ending.exited(3)
        #expect(try await relay.connections() == 0)
    }

    @Test(arguments: ["3", "5", "0", "1494"])
    func `a wrong number sends nothing`(number: String) async throws {
        let ending = try await office.run("\(cancel) --confirm \(number)").exited(3)
        #expect(ending.errors.contains("4 messages were planned"))
        #expect(try await relay.connections() == 0)
        #expect(try await office.campaigns().map(\.state) == ["planned"])
    }

    @Test func `the right number sends`() async throws {
        let ending = try await office.run("\(cancel) --confirm 4 --format json")
        let status: StatusResult = try ending.exited(0).json()
        #expect(status.state == "finished")
        #expect(status.sums == ["accepted": 4])
        #expect(try await relay.taken().count == 4)
        // The plan and the preview are for the person in front of it.
        #expect(ending.errors.contains("4 rows = 4 send"))
        #expect(ending.errors.contains("Subject: "))
    }

    @Test func `--dry-run leaves the relay alone and the campaign planned`() async throws {
        let ending = try await office.run("\(cancel) --dry-run --format json")
        let status: StatusResult = try ending.exited(0).json()
        #expect(status.sums == ["accepted": 4])
        #expect(try await relay.connections() == 0)
        let campaigns = try await office.campaigns()
        #expect(campaigns.map(\.state) == ["planned"])
        #expect(campaigns.map(\.sums) == [["planned": 4]])
    }

    @Test(
        arguments: [
            (["4"], 0, 4), (["4 messages"], 0, 4), (["4 Nachrichten."], 0, 4),
            (["5", "4"], 0, 4), (["", "ja", " 4 "], 0, 4), (["5", "", "ja"], 3, 0),
            (["4 Wochen", "4.4", "44"], 3, 0), (["\u{4}"], 3, 0),
        ]
    )
    func `on a terminal the number is asked for, three times at most`(
        answers: [String],
        status: Int32,
        messages: Int
    ) async throws {
        let ending = try await Pseudoterminal.run(
            [Checkout.program] + office.words(cancel),
            typing: answers,
            after: ["To send, type the number of messages"],
            in: office.folder.path
        )
        #expect(ending.status == status, "\(ending.output)")
        #expect(try await relay.taken().count == messages)
    }

    /// Whoever is asked has the figures before them, and not three screens above.
    @Test func `a short summary stands right before the question`() async throws {
        let ending = try await Pseudoterminal.run(
            [Checkout.program] + office.words(cancel),
            typing: ["4"],
            after: ["To send, type the number of messages"],
            in: office.folder.path
        )
        let summary = try #require(ending.output.components(separatedBy: "To send,").first)
        for word in [
            "4 messages", "termine.csv, 2097-03-19", "first appointment Tue 2097-03-19 10:10",
            "last Tue 2097-03-19 10:13", "127.0.0.1:\(relay.port)", "! hotline",
        ] {
            #expect(summary.contains(word), "\(summary)")
        }
        #expect(summary.split(whereSeparator: \.isNewline).count < 24, "\(summary)")
        #expect(!summary.contains("Subject: "))
    }

    @Test func `undecided rows stop it before anything is asked`() async throws {
        let schedule = SmallSchedule(people: 4).with(row: 3, "Datum", "31.02.2097")
        try office.write(schedule.text, to: "termine.csv")
        let ending = try await office.run("\(cancel) --confirm 3").exited(3)
        #expect(ending.errors.contains(" needs a decision first"))
        #expect(try await relay.connections() == 0)
    }
}
