import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// Schedules that cannot be read, or not as a whole.
struct UnusableScheduleTests {
    /// A schedule as bytes, and the words the refusal must hold.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: [UInt8]
        let words: [String]

        init(_ name: String, _ text: String, _ words: String...) {
            self.init(name, bytes: Array(text.utf8), words)
        }

        init(_ name: String, bytes: [UInt8], _ words: [String]) {
            testDescription = name
            self.bytes = bytes
            self.words = words
        }
    }

    private static let good = SmallSchedule(people: 30)
    private static let header = SmallSchedule.header.joined(separator: ";") + "\r\n"

    /// The cells of one row, with its end.
    private static func line(_ row: Int) -> String {
        good.rows[row - 2].joined(separator: ";") + "\r\n"
    }

    private static let cases = [
        Case("empty", "", "The file is empty"),
        Case("the header alone", header, "header but no rows"),
        Case("no header", line(2) + line(3), "names the columns"),
        Case(
            "two ragged rows of thirty",
            good.text.replacing(line(4), with: "x;" + line(4))
                .replacing(line(9), with: "y;" + line(9)),
            "line 4",
            "row 4",
            "2 rows have another number of fields"
        ),
        Case(
            "a stray quote",
            good.text.replacing(line(5), with: line(5).replacing("gebucht", with: "\"ge\"bucht")),
            "line 5",
            "row 5",
            "quote"
        ),
        Case(
            "a quote that is never closed",
            good.text.replacing(line(7), with: line(7).replacing("gebucht", with: "\"gebucht")),
            "line 7",
            "quote"
        ),
        Case("a NUL", good.text.replacing("gebucht", with: "ge\0bucht"), "NUL"),
        Case(
            "UTF-16 that was cut off",
            bytes: Array(good.text.data(using: .utf16)?.dropLast() ?? Data()),
            ["middle of a character"]
        ),
        Case(
            "a workbook under another name",
            bytes: Array("PK\u{3}\u{4}\u{14}\0\u{6}\0[Content_Types].xml".utf8),
            ["Excel", "CSV UTF-8"]
        ),
        Case("a web page", "<!DOCTYPE html><table><tr><td>Name</td></table>", "web page"),
        Case(
            "no column for the address",
            good.text.replacing("E-Mail", with: "Farbe"),
            "--map"
        ),
    ]

    @Test(arguments: cases)
    func `an unusable schedule is refused with its place, and nothing is stored`(
        schedule: Case
    ) throws {
        let office = try CampaignScene()
        let error = try #require(
            #expect(throws: (any Error).self) { try Self.plan(schedule.bytes, in: office) }
        )
        let report = try #require(ErrorReport(error))
        #expect(report.conclusion == .input)
        let sentence = report.words.en.text
        for word in schedule.words { #expect(sentence.contains(word), "\(sentence)") }
        #expect(sentence.hasPrefix("einzelpost: ") && !sentence.contains { $0.isNewline })
        expectNoCell(in: sentence)
        #expect(try office.campaigns() == [])
    }

    @Test(arguments: ["folder", "fifo", "device"])
    func `only a plain file is read`(kind: String) async throws {
        let office = try CampaignScene()
        let path = office.path("termine.csv")
        switch kind {
        case "folder": try await Program.run("mkdir", [path])
        case "fifo": try await Program.run("mkfifo", [path])
        default: try await Program.run("ln", ["-s", "/dev/zero", path])
        }
        let error = try #require(
            #expect(throws: FileError.self) { try Self.plan(nil, in: office) }
        )
        #expect(Conclusion(error) == .input)
        #expect("\(error)".contains("termine.csv") && "\(error)".contains("plain file"))
    }

    @Test func `one ragged row is rejected with its place, and the others are planned`() throws {
        let office = try CampaignScene()
        let text = Self.good.text.replacing(Self.line(6), with: "x;" + Self.line(6))
        let plan = try Self.plan(Array(text.utf8), in: office)
        #expect(plan.conclusion == .needsDecision)
        #expect(plan.classes[.rejected] == 1 && plan.classes[.send] == 29)
        let problems = try Self.json(plan.jsonText, [Problem].self, "problems")
        #expect(problems.map(\.row) == [6] && problems.map(\.line) == [6])
        #expect(problems.first?.class == "rejected")
        #expect(problems.first?.message?.contains("12 fields, the header has 11") == true)
        expectNoCell(in: plan.text.en.text + plan.jsonText.text)
        let row = try Self.rows(of: plan, in: office)[4]
        #expect((row.row, row.rowClass, row.message == nil) == (6, .rejected, true))
    }

    @Test func `bytes that are no text reject their row, naming the column`() throws {
        let office = try CampaignScene()
        let bytes = try Self.broken(Self.good, at: ["person.100003@"])
        let plan = try Self.plan(bytes, in: office) { $0.reading.encoding = "utf-8" }
        #expect(plan.conclusion == .needsDecision && plan.classes[.rejected] == 1)
        let problems = try Self.json(plan.jsonText, [Problem].self, "problems")
        #expect(problems.map(\.row) == [5] && problems.map(\.line) == [5])
        #expect(problems.map(\.column) == ["E-Mail"])
        expectNoCell(in: plan.text.en.text + plan.jsonText.text)
    }

    @Test func `problems of one kind stand together, each with its column`() throws {
        let office = try CampaignScene()
        let schedule = Self.good.with(row: 5, "Datum", "31.02.2097")
            .with(row: 9, "Datum", "31.02.2097")
        let marks = ["person.100010@", "person.100011@", "BZ-4700020"]
        let bytes = try Self.broken(schedule, at: marks)
        let plan = try Self.plan(bytes, in: office) { $0.reading.encoding = "utf-8" }
        let lines = plan.text.en.text.split(separator: "\n").map(String.init)
        func rows(_ kind: String) -> [String] {
            lines.indices.filter { lines[$0].hasPrefix("  \(kind): ") }.map { lines[$0 + 1] }
        }
        #expect(rows("rejected, column “E-Mail”") == ["      rows 12, 13"], "\(lines)")
        #expect(rows("rejected, column “Buchungs-ID”") == ["      row 22"])
        #expect(rows("needs-decision, column “Datum”") == ["      rows 5, 9"])
        let id = plan.campaign.id
        let listed = try office.open { try RowList(of: id, in: $0, rowClass: .needsDecision).text }
        #expect(listed.en.text.hasPrefix("row 5, line 5, column “Datum”: needs-decision"))
        let list = try office.open { try RowList(of: id, in: $0, rowClass: .rejected).jsonText }
        let rejected = try Self.json(list, [Problem].self, "rows")
        #expect(rejected.map(\.column) == ["E-Mail", "E-Mail", "Buchungs-ID"])
        expectNoCell(in: plan.text.en.text + listed.en.text + list.text)
    }

    @Test(arguments: RowClass.allCases)
    func `the rows of one class are shown alone`(rowClass: RowClass) throws {
        let office = try CampaignScene()
        let schedule = SmallSchedule(people: 8).with(row: 3, "E-Mail", "")
            .with(row: 4, "E-Mail", "keine@keine.de").with(row: 5, "Status", "storniert")
            .with(row: 6, "Datum", "31.02.2097").with(row: 7, "Datum", "20.03.2097")
        let plan = try office.plan(schedule)
        let all = try Self.rows(of: plan, in: office).map(\.rowClass)
        let some = try office.open {
            try RowList(of: plan.campaign.id, in: $0, rowClass: rowClass).rows
        }
        #expect(some.map(\.rowClass) == all.filter { $0 == rowClass })
        #expect(Set(all).count == 6)
    }

    private struct Problem: Decodable {
        let row: Int
        let line: Int
        let column: String?
        let `class`: String
        let message: String?
    }

    private static func json<Value: Decodable>(
        _ text: Printable,
        _ type: Value.Type,
        _ key: String
    ) throws -> Value {
        let object = try JSONSerialization.jsonObject(with: Data(text.text.utf8))
        let value = try #require((object as? [String: Any])?[key])
        return try JSONDecoder().decode(
            type,
            from: JSONSerialization.data(withJSONObject: value)
        )
    }

    /// Plans a file of these bytes; nil if it is there already.
    private static func plan(
        _ bytes: [UInt8]?,
        in office: CampaignScene,
        _ change: (inout Planning.Choice) -> Void = { _ in }
    ) throws -> PlanReport {
        let path = office.path("termine.csv")
        if let bytes { try Data(bytes).write(to: URL(filePath: path)) }
        var choice = SmallSchedule.choice(of: path)
        change(&choice)
        return try office.open { try Planning(workspace: $0, choice: choice).run() }
    }

    private static func rows(of plan: PlanReport, in office: CampaignScene) throws -> [RowRecord] {
        try office.open { try RowList(of: plan.campaign.id, in: $0).rows }
    }

    /// The first byte of each mark is one that no text of UTF-8 has.
    private static func broken(_ schedule: SmallSchedule, at marks: [String]) throws -> [UInt8] {
        var bytes = Array(schedule.text.utf8)
        for mark in marks {
            let place = try #require(bytes.firstRange(of: Array(mark.utf8)))
            bytes[place.lowerBound] = 0xFF
        }
        return bytes
    }
}

/// No cell of a `SmallSchedule` is shown.
private func expectNoCell(
    in text: String,
    at location: SourceLocation = #_sourceLocation
) {
    let cells = SmallSchedule(people: 60).rows.flatMap { row in
        ["Buchungs-ID", "Nachname", "Vorname", "E-Mail", "Telefon", "Bemerkung"].map {
            row[SmallSchedule.column($0)]
        }
    }
    for cell in Set(cells) { #expect(!text.contains(cell), sourceLocation: location) }
}
