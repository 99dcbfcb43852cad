import Foundation
import TestSupport
import Testing

/// The table of what came of every row.
struct ResultFileTests {
    private let office: Operator
    private let relay: HoldingRelay

    init() async throws {
        relay = try await HoldingRelay("--refuse-every", "3")
        office = try Operator(Configuration(port: relay.port))
    }

    private func sent() async throws -> PlanResult {
        let schedule = SmallSchedule(people: 4).with(row: 3, "E-Mail", "")
            .with(row: 3, "Nachname", "=cmd|x")
        let plan = try await office.ready(schedule)
        try await office.send(plan).exited(1)
        return plan
    }

    private func table(_ name: String) throws -> [[String]] {
        let octets = try Data(contentsOf: URL(filePath: office.path(name)))
        #expect(octets.starts(with: [0xEF, 0xBB, 0xBF]))
        return String(decoding: octets.dropFirst(3), as: UTF8.self).split(separator: "\r\n").map {
            $0.split(separator: ";").map { String($0.dropFirst().dropLast()) }
        }
    }

    @Test func `every row has its number, class, state, time and reason, and nobody is named`()
        async throws
    {
        let plan = try await sent()
        let ending = try await office.run("rows \(plan.campaign) --output ergebnis.csv").exited(0)
        #expect(ending.output.contains("names nobody"))
        let lines = try table("ergebnis.csv")
        #expect(lines[0] == ["row", "class", "state", "accepted_at", "start", "second", "reason"])
        #expect(lines.dropFirst().map { $0[0] } == ["2", "3", "4", "5"])
        #expect(lines.dropFirst().map { $0[1] } == ["send", "no-email", "send", "send"])
        #expect(lines.dropFirst().map { $0[2] } == ["accepted", "", "accepted", "refused"])
        let times = lines.dropFirst().map { $0[3] }
        #expect(times.map(\.isEmpty) == [false, true, false, true])
        #expect(times[0].wholeMatch(of: /[0-9]{2}\.[0-9]{2}\.[0-9]{4} [0-9]{2}:[0-9]{2}/) != nil)
        #expect(lines[1][4] == "19.03.2097 10:10")
        #expect(!lines[4][6].isEmpty)
        let whole = lines.joined().joined()
        for cell in SmallSchedule(people: 4).rows.flatMap({ $0[0...6] }) {
            #expect(!whole.contains(cell), "\(cell)")
        }
        #expect(try office.folder.mode(of: "ergebnis.csv") == 0o600)
        try await office.run("rows \(plan.campaign) --output ergebnis.csv").exited(64)
    }

    @Test func `people are added where somebody says so, and no cell is a formula`() async throws {
        let plan = try await sent()
        let ending = try await office.run(
            "rows \(plan.campaign) --output ergebnis.csv --with-people"
        ).exited(0)
        #expect(ending.output.contains("destroy it by"))
        let lines = try table("ergebnis.csv")
        #expect(lines[0].suffix(4) == ["last_name", "first_name", "phone", "reference"])
        #expect(lines[2][7] == "'=cmd|x")
        #expect(lines[1].last == "BZ-4700000")
        #expect(!lines.joined().contains { $0.contains("@") })
        try await office.run("rows \(plan.campaign) --with-people").exited(64)
    }
}
