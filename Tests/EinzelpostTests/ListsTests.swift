import Foundation
import Glibc
import TestSupport
import Testing

/// Lists of those who must be reached another way, read back by an oracle.
struct ListsTests {
    /// What `read_list.py` says of a file.
    private struct Reading: Decodable {
        let header: [String]
        let rows: [[String: String]]
        let faults: [String]
    }

    /// JSON of `lists`.
    private struct Result: Decodable {
        let campaign: String
        let output: String
        let kind: String?
        let entries: Int
        let ways: [String: Int]
        let causes: [String: Int]
        let under_way: Int
        let rejected_rows: Int
        let test_rows: Int
        let destroy_by: String
    }

    private func read(_ name: String, of office: Operator) async throws -> Reading {
        let oracle = [Checkout.oracle("read_list.py"), office.path(name)]
        let process = try ChildProcess("python3", oracle)
        process.closeInput()
        let reading: Reading = try await process.finish().json()
        #expect(reading.faults == [])
        return reading
    }

    /// Twelve people: one way or the other, all but rows 2, 12 and 13 are to be reached otherwise.
    private static let schedule = SmallSchedule(people: 12)
        .with(row: 3, "E-Mail", "keine")
        .with(row: 4, "E-Mail", "").with(row: 4, "Telefon", "")
        .with(row: 5, "E-Mail", "keine@keine.de")
        .with(row: 6, "E-Mail", "a@b@c").with(row: 6, "Telefon", "02214710006")
        .with(row: 7, "E-Mail", "a@example.org, b@example.org").with(row: 7, "Telefon", "-")
        .with(row: 13, "Datum", "20.03.2097")

    /// A finished campaign in which row 8 was refused, row 9 is unknown, row 10 was withdrawn and
    /// row 11 left out.
    private func sent() async throws -> (office: Operator, plan: PlanResult) {
        let relay = try ScriptedRelay(
            RelayScript(
                .at(.rcpt, containing: "person.100006@", .answer("550 5.1.1 unknown")),
                .at(.dot, number: 2, .close)
            )
        )
        defer { relay.stop() }
        let office = try Operator(
            Configuration(port: relay.port).with { $0.caution += "\nstop_at_refused_percent = 0" }
        )
        let plan = try await office.plan(Self.schedule, "\(SmallSchedule.days) --leave-out 11")
        let withdrawn: WithdrawResult =
            try await office.run("withdraw \(plan.campaign) --row 10 --format json").exited(0)
            .json()
        try await office.run(
            "approve \(plan.campaign) --digest \(withdrawn.digest) --by Amt --format json"
        ).exited(0)
        let status: StatusResult = try await office.send(plan).exited(1).json()
        #expect(
            status.sums == ["accepted": 2, "refused": 1, "unknown": 1, "withdrawn": 1],
            "\(status.sums)"
        )
        return (office, plan)
    }

    @Test func `everyone without a message is on the list once, with the cells of the schedule`()
        async throws
    {
        let (office, plan) = try await sent()
        let ending = try await office.run("lists \(plan.campaign) --output alle.csv").exited(0)
        let list = try await read("alle.csv", of: office)
        #expect(
            list.header == [
                "Weg", "Termin", "Ort", "Name", "Vorname", "Telefon", "Buchungsnummer", "Grund",
                "Zeile", "Erledigt",
            ]
        )
        let unknown: RowsResult = try await office.run(
            "rows \(plan.campaign) --delivery unknown --format json"
        ).exited(0).json()
        let doubtful = try #require(unknown.rows.first?.row)
        let numbers = list.rows.compactMap { $0["Zeile"].flatMap { Int($0) } }
        #expect(Set(numbers) == Set([3, 4, 5, 6, 7, 8, 10, 11] + [doubtful]))
        #expect(numbers.count == 9)
        #expect(
            list.rows.map { $0["Termin"] ?? "" } == list.rows.map { $0["Termin"] ?? "" }.sorted()
        )
        for row in list.rows {
            let number = try #require(row["Zeile"].flatMap { Int($0) })
            let cells = Self.schedule.rows[number - 2]
            func cell(_ column: String) -> String { cells[SmallSchedule.column(column)] }
            #expect(row["Name"] == cell("Nachname") && row["Vorname"] == cell("Vorname"))
            #expect(row["Buchungsnummer"] == cell("Buchungs-ID"))
            #expect(row["Termin"] == "\(cell("Datum")) \(cell("Uhrzeit"))")
            let hasPhone = cell("Telefon").count > 1
            #expect(row["Telefon"] == (hasPhone ? "'\(cell("Telefon"))" : ""))
            #expect(row["Weg"] == (hasPhone ? "Telefon" : "Brief"))
        }
        let causes = Dictionary(
            uniqueKeysWithValues: zip(numbers, list.rows.compactMap { $0["Grund"] })
        )
        #expect(causes[3] == "keine E-Mail-Adresse" && causes[4] == causes[3])
        #expect(causes[5] == "E-Mail-Adresse erfunden" && causes[6] == "E-Mail-Adresse ungültig")
        #expect(causes[7] == "mehrere E-Mail-Adressen" && causes[8] == "E-Mail nicht angenommen")
        #expect(causes[10] == "E-Mail zurückgezogen" && causes[11] == "ausgenommen")
        #expect(causes[doubtful] == "unklar, ob E-Mail angenommen")
        expectNobodyNamed(in: ending)
        #expect(ending.errors == "")
        #expect(ending.output.contains("vernichten bis"))
    }

    @Test func `the kinds add up to everybody, and the JSON holds sums alone`() async throws {
        let (office, plan) = try await sent()
        let whole: Result = try await office.run(
            "lists \(plan.campaign) --output alle.csv --format json"
        ).exited(0).json()
        #expect(whole.ways == ["phone": 7, "letter": 2, "door": 0] && whole.kind == nil)
        #expect(whole.entries == 9 && whole.causes.values.reduce(0, +) == 9)
        #expect(whole.causes["refused"] == 1 && whole.causes["no-address"] == 2)
        #expect(whole.under_way == 0 && whole.rejected_rows == 0 && whole.test_rows == 0)
        #expect(whole.destroy_by.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil)
        for (kind, count) in whole.ways {
            let ending = try await office.run(
                "lists \(plan.campaign) --output \(kind).csv --kind \(kind) --format json"
            ).exited(0)
            let part: Result = try ending.json()
            #expect(part.kind == kind && part.entries == count && part.ways == whole.ways)
            let list = try await read("\(kind).csv", of: office)
            #expect(list.rows.count == count && list.header.last == "Erledigt")
            #expect(list.header.contains("Telefon") == (kind == "phone"))
            #expect(list.header.contains("Buchungsnummer") == (kind == "letter"))
            #expect(list.header.contains("Vorname") == (kind != "door"))
            expectNobodyNamed(in: ending)
        }
    }

    @Test func `before anything is sent, the list says what is still to come`() async throws {
        let office = try Operator()
        let schedule = SmallSchedule(people: 4).with(row: 3, "E-Mail", "").with(
            row: 3,
            "Telefon",
            ""
        )
        .with(row: 4, "Nachname", "Test")
        let options = "--as-of 2097-03-18T12:00 \(SmallSchedule.days)"
        let plan = try await office.plan(schedule, options)
        let ending = try await office.run("lists \(plan.campaign) --output tuer.csv --kind door")
            .exited(0)
        #expect(ending.errors.contains("2 messages have not come to an end"))
        #expect(ending.errors.contains("1 row looks like tests"))
        let list = try await read("tuer.csv", of: office)
        #expect(list.header == ["Termin", "Ort", "Name", "Erledigt"])
        #expect(list.rows.map { $0["Name"] } == [schedule.rows[1][2]])
    }

    @Test func `no cell that anybody typed becomes a formula`() async throws {
        let office = try Operator()
        // A control character has no place in a name, and stops the import.
        let names = FormulaPayloads.all.filter { name in
            !name.unicodeScalars.contains {
                $0.value < 0x20 && !"\t\r\n".unicodeScalars.contains($0)
            }
        }
        func quoted(_ cell: String) -> String {
            "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }
        let header = "Nachname;Vorname;E-Mail;Telefon;Buchungsnummer;Ort;Datum;Uhrzeit\r\n"
        let lines = names.enumerated().map { index, name in
            [
                name, "\(name) V", "", "\(name) 0221 4710", "\(name)\(index)", name, "19.03.2097",
                "10:15",
            ].map(quoted).joined(separator: ";") + "\r\n"
        }
        try office.write(header + lines.joined(), to: "termine.csv")
        let plan: PlanResult = try await office.run(
            "plan termine.csv \(SmallSchedule.days) --map site=Ort --format json"
        ).json()
        let kept = plan.rows - (plan.classes["test-or-block"] ?? 0)
        #expect(kept > 80)
        for kind in ["", "--kind phone"] {
            let name = "liste\(kind.count).csv"
            try await office.run("lists \(plan.campaign) --output \(name) \(kind)").exited(0)
            #expect(try await read(name, of: office).rows.count == kept)
        }
    }

    @Test func `a list is new, complete and for its owner alone`() async throws {
        let office = try Operator()
        let plan = try await office.plan(SmallSchedule(people: 2).with(row: 2, "E-Mail", ""))
        try office.write("alt", to: "da.csv")
        try await Program.run("ln", ["-s", office.path("anderswo"), office.path("link.csv")])
        for name in ["da.csv", "link.csv"] {
            let ending = try await office.run("lists \(plan.campaign) --output \(name)").exited(64)
            #expect(ending.errors.contains("is there already"))
        }
        #expect(try office.folder.bytes(of: "da.csv") == Array("alt".utf8))
        try await office.run("lists \(plan.campaign) --output fehlt/liste.csv").exited(64)
        try await office.run("lists \(plan.campaign) --output liste.csv").exited(0)
        #expect(try office.folder.mode(of: "liste.csv") == 0o600)
        let names = try office.folder.names
        #expect(!names.contains("anderswo") && !names.contains { $0.hasSuffix(".new") })
    }

    @Test func `what cannot be listed is said`() async throws {
        let office = try Operator()
        let plan = try await office.plan(SmallSchedule(people: 2).with(row: 2, "E-Mail", ""))
        try await office.run("lists 2097-01-01-9 --output liste.csv").exited(64)
        try await office.run("lists \(plan.campaign)").exited(64)
        try await office.run("lists \(plan.campaign) --output liste.csv --kind fax").exited(64)
        try await office.run("erase \(plan.campaign)").exited(0)
        let ending = try await office.run("lists \(plan.campaign) --output liste.csv").exited(3)
        #expect(ending.errors.contains("has been erased"))
        #expect(try !office.folder.names.contains("liste.csv"))
    }

    private func expectNobodyNamed(
        in ending: ChildProcess.Ending,
        at location: SourceLocation = #_sourceLocation
    ) {
        let said = ending.output + ending.errors
        for cell in Self.schedule.rows.flatMap({ $0[0...6] }) where cell.count > 3 {
            #expect(!said.contains(cell), sourceLocation: location)
        }
    }
}
