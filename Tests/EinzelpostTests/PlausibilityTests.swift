import Foundation
import TestSupport
import Testing

/// Warnings about the file: in the plan's JSON, and in what is approved.
struct PlausibilityTests {
    private struct Warned: Decodable {
        let campaign: String
        let warnings: [String]
    }

    private static let days = "\(SmallSchedule.days) --as-of 2097-03-02T08:00"

    private let office: Operator

    init() throws {
        office = try Operator()
    }

    @Test func `plan and approve warn of an old file and of remarks`() async throws {
        let schedule = SmallSchedule(people: 6).with(row: 3, "Bemerkung", "storniert 12.03.")
        try office.write("Liste, Stand: 01.03.2097 08:00 Uhr\r\n" + schedule.text, to: "liste.csv")
        try await Program.run("touch", ["-d", "3 hours ago", office.path("liste.csv")])
        let plan: Warned = try await office.run(
            "plan liste.csv \(Self.days) --format json"
        ).exited(0).json()
        let view: [String] = try await approved(plan.campaign)
        for word in ["3 hours old", "2097-03-01 08:00, and so it is 24 hours old", "“storniert”"] {
            #expect(plan.warnings.contains { $0.contains(word) }, "\(plan.warnings)")
            #expect(view.contains { $0.contains(word) }, "\(view)")
        }
    }

    @Test func `a fresh file is no warning`() async throws {
        try office.write(SmallSchedule(people: 6).text, to: "liste.csv")
        let plan: Warned = try await office.run(
            "plan liste.csv \(Self.days) --format json"
        ).exited(0).json()
        #expect(plan.warnings == [])
    }

    @Test func `a moved column of the example is refused, and nothing is stored`() async throws {
        let data = try Data(contentsOf: URL(filePath: Example.schedule))
        let text = try #require(String(data: data, encoding: .windowsCP1252))
        try office.write(Self.moved(text, from: 900), to: "verrutscht.csv")
        let ending = try await office.run("plan verrutscht.csv \(Example.choice)").exited(65)
        #expect(ending.errors.contains("1 row above"))
        #expect(!ending.errors.contains("@"))
        #expect(try await office.campaigns().isEmpty)
    }

    @Test func `a person called Test is written to because of --real`() async throws {
        let schedule = SmallSchedule(people: 6).with(row: 3, "Nachname", "Test")
        let plan = try await office.plan(schedule, Self.days)
        #expect(plan.messages == 5)
        let real = try await office.plan(schedule, "\(Self.days) --real 3")
        #expect(real.messages == 6)
        let row = try await office.rows(of: real).rows.first { $0.row == 3 }
        #expect(row?.class == "send")
        #expect(row?.reasons.contains { $0.contains("real person") } == true)
        let view = try await office.run("approve \(real.campaign)").output
        #expect(view.contains("row 3 taken for a real person (as chosen)"))
        let wrong = try await office.run(
            "plan termine.csv \(Self.days) --real 3 --real 4"
        ).exited(64)
        #expect(wrong.errors.contains("--real 4"))
    }

    @Test func `a column that is not used because of --ignore is shown`() async throws {
        let plan = try await office.plan(
            SmallSchedule(people: 6),
            "\(Self.days) --ignore Telefon"
        )
        let view = try await office.run("approve \(plan.campaign)").output
        #expect(view.contains("column “Telefon” not used (as chosen)"))
    }

    @Test func `the day of a file's name is proposed, and compared`() async throws {
        let header =
            "Lfd. Nummer;Uhrzeit/Ankunftszeit;Nr.;Name;Telefon;Email;Dienstleistung;Anmerkungen"
        let rows = (1...6).map {
            "\($0);10:1\($0):00;10023\($0);Ginster, Frauke;;p\($0)@example.org;Impfung;"
        }
        try office.write(
            ([header] + rows).joined(separator: "\n"),
            to: "Tagesuebersicht_Halle_19.03.2097.csv"
        )
        let command = "plan Tagesuebersicht_Halle_19.03.2097.csv --format json"
        let refused = try await office.run("\(command) \(SmallSchedule.days)").exited(65)
        #expect(refused.errors.contains("add --day 2097-03-19"))
        let plan: Warned = try await office.run(
            "\(command) --date 2097-03-20 --day 2097-03-20 --as-of 2097-03-02"
        ).exited(0).json()
        #expect(plan.warnings.contains { $0.contains("the file's name 2097-03-19") })
    }

    /// The column of addresses of a schedule, from one record on, one record lower.
    private static func moved(_ text: String, from begin: Int) -> String {
        // Line breaks inside quotes leave pieces without an address; they are no records.
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        var held = ""
        for index in lines.indices.dropFirst(begin) {
            var cells = lines[index].split(separator: ";", omittingEmptySubsequences: false)
                .map(String.init)
            guard cells.count == 14, cells[0].hasPrefix("ITS-") else { continue }
            (held, cells[5]) = (cells[5], held)
            lines[index] = cells.joined(separator: ";")
        }
        return lines.joined(separator: "\r\n")
    }

    private func approved(_ campaign: String) async throws -> [String] {
        struct Approval: Decodable { let view: Seen }
        struct Seen: Decodable {
            let warnings: [String]
            let warning_codes: [String?]
        }
        let ending = try await office.run("approve \(campaign) --format json")
        let view = try ending.json(Approval.self).view
        #expect(view.warning_codes.compactMap(\.self).count == view.warnings.count)
        #expect(view.warning_codes.contains("hotline"))
        return view.warnings
    }
}
