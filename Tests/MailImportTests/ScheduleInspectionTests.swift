import Foundation
import MailCore
import MailImport
import TestSupport
import Testing

struct ScheduleInspectionTests {
    private static func inspect(
        _ lines: [String],
        _ change: (inout ReadingOptions) -> Void = { _ in }
    ) throws -> ScheduleInspection {
        try inspect(bytes: Array(lines.joined(separator: "\n").utf8), change)
    }

    private static func inspect(
        bytes: [UInt8],
        _ change: (inout ReadingOptions) -> Void = { _ in }
    ) throws -> ScheduleInspection {
        var options = ReadingOptions()
        change(&options)
        return try ScheduleInspection.read(
            source: ScheduleSource(bytes: bytes, chunkSize: 7),
            options: options,
            asOf: Date(timeIntervalSince1970: 1_615_820_400),
            zone: Schedules.berlin()
        )
    }

    /// One column beside an address and a day.
    private static func column(_ header: String, _ cells: [String]) throws -> InspectedColumn {
        let rows = cells.map { "a@example.org;16.03.2021 09:00;\($0)" }
        return try #require(try inspect(["E-Mail;Termin;\(header)"] + rows).columns.last)
    }

    @Test(arguments: [
        ("Nachname", "von der Heide", "v•••"), ("Nachname", "Şahin", "Ş•••"),
        ("Telefon", "+49 171 3920025", "•••25"), ("Telefon", "4,92215E+11", nil),
        ("Buchungsnummer", "ITS-47 a", "AAA-99 a"), ("Impfstoff", "AZ, 1. Dosis", "AZ, 1. Dosis"),
        ("Impfstoff", "anna.muster@example.org", nil), ("Farbe", "Grün 12", "Aaaa 99"),
        ("Farbe", "0221 4710 12", "•••12"), ("Farbe", "a.muster@example.org", "a•••r@e•••.org"),
        ("Farbe", "07.11.1961", nil), ("Geburtsname", "Muster", nil), ("Notiz", "lang", nil),
        ("Farbe", "A1B2-C3D4-E5F6", nil), ("2. Termin", "folgt, Frau Muster", nil),
        ("2. Termin", "06.04.2021 09:00", "06.04.2021 09:00"),
    ])
    func `an example shows how a column is written and not whose it is`(
        header: String,
        cell: String,
        shown: String?
    ) throws {
        #expect(try Self.column(header, [cell]).example == shown)
    }

    @Test(arguments: [
        ("Farbe", "07.11.1961", DiscardedColumn.Reason.content(kind: .birthDate)),
        ("Farbe", "A1B2-C3D4-E5F6", .content(kind: .accessCode)),
        ("Buchungsnummer", "A1B2-C3D4-E5F6", .content(kind: .accessCode)),
        ("Geb.-Datum", "07.11.1961", .header(kind: .birth)),
    ])
    func `a column is dropped by its header and by its cells`(
        header: String,
        cell: String,
        reason: DiscardedColumn.Reason
    ) throws {
        #expect(try Self.column(header, [cell, cell]).fate == .discarded(reason))
    }

    @Test func `a header that is somebody's address is not shown`() throws {
        let column = try Self.column("anna.muster@example.org", ["x"])
        #expect(column.header == "column 3")
    }

    @Test func `a column says by whose word it is used`() throws {
        let found = try Self.inspect(["E-Mail;Wann", "a@example.org;16.03.2021 09:00"]) {
            $0.columns = [try? ColumnOverride(field: "start", header: "Wann")].compactMap(\.self)
        }
        #expect(found.columns.map(\.fate) == [.used([.email], .header), .used([.start], .option)])
        #expect(found.problems == [])
    }

    @Test func `all that plan would refuse is told at once, the first of it first`() throws {
        let lines = ["Nachname;Vorname;Telefon;Uhrzeit;Uhrzeit", "x;y;1;9:00;9:00"]
        let found = try Self.inspect(lines)
        let words = ["could both be the field time", "an e-mail address", "the day of the"]
        #expect(found.problems.count == 3)
        for (problem, word) in zip(found.problems, words) {
            #expect(problem.english.contains(word))
        }
        let refusal = Schedules.refusal { try Schedules.read(lines.joined(separator: "\n")) }
        #expect(refusal == found.problems.first)
        #expect(found.columns.map(\.filled) == [1, 1, 1, 1, 1])
    }

    @Test func `a refused date order is shown with the rest`() throws {
        let lines = ["E-Mail;Termin", "a@example.org;03/04/2021 09:00"]
        let found = try Self.inspect(lines)
        #expect(found.dateOrder == .open)
        #expect(found.days.isEmpty)
        #expect(found.problems.map(\.english).contains { $0.contains("--date-order dmy") })
        #expect(try Self.inspect(lines) { $0.dateOrder = .mdy }.dateOrder == .chosen(.mdy))
        let proven = try Self.inspect(lines + ["b@example.org;16/04/2021 09:00"])
        #expect(proven.dateOrder == .proven(.dmy))
        #expect(
            proven.days == [try Schedules.day("2021-04-03"): 1, try Schedules.day("2021-04-16"): 1]
        )
    }

    @Test(arguments: [
        ("16/03/2021 9:30", DateOrderFinding.proven(.dmy), nil),
        ("3/16/2021 9:30 AM", .proven(.mdy), nil),
        ("3/4/2021 9:30 AM", .layout(.mdy), nil),
        ("16/03/2021 9:30", .chosen(.dmy), DateOrder.dmy),
    ])
    func `an order that the rows prove is not said to be the layout's`(
        start: String,
        finding: DateOrderFinding,
        chosen: DateOrder?
    ) throws {
        let header = [
            "Date Time", "Customer Name", "Customer Email", "Booking Id", "Custom Fields",
        ]
        let row = [start, "Ida Lang", "a@example.org", "b1", "{}"]
        let lines = [header, row].map { $0.joined(separator: "\t") }
        let found = try Self.inspect(lines) { $0.dateOrder = chosen }
        #expect(found.layout == "bookings")
        #expect(found.dateOrder == finding)
    }

    @Test func `values are counted as plan compares them, status words with their meaning`() throws
    {
        let rows = [
            "AZ;gebucht", "az ;storniert", "BioNTech;Storniert", "AZ;Warteliste", "AZ;;", ";lila",
        ]
        let found = try Self.inspect(
            ["E-Mail;Termin;Impfstoff;Status"] + rows.map { "a@example.org;16.03.2021 09:00;\($0)" }
        )
        #expect(found.ragged == 1)
        let services = try #require(found.lists(of: .service).first)
        #expect(services.values.map(\.text) == ["AZ", "BioNTech"])
        #expect(services.values.map(\.rows) == [3, 1])
        #expect(services.emptyRows == 1)
        let status = try #require(found.lists(of: .status).first).values
        #expect(status.map(\.text) == ["storniert", "Warteliste", "gebucht", "lila"])
        #expect(status.map(\.meaning) == [.cancelled, .doubtful, .active, .unknown])
    }

    @Test func `of many values fifty are shown, and of as many values as rows none`() throws {
        func services(_ rows: [String]) throws -> ValueList {
            let lines = rows.map { "a@example.org;16.03.2021 09:00;\($0)" }
            let found = try Self.inspect(["E-Mail;Termin;Impfstoff"] + lines)
            return try #require(found.lists(of: .service).first)
        }
        let many = try services((0..<180).map { "Sorte \($0 % 60)" })
        #expect(many.values.count == 50)
        #expect(many.values.allSatisfy { $0.rows == 3 && $0.text != nil })
        #expect(many.otherRows == 30)
        let prose = try services((0..<60).map { "Muster \($0)" })
        #expect(prose.values.map(\.text) == [nil])
        #expect(prose.values.map(\.rows) == [60])
        let endless = try services((0..<7500).map { "Sorte \($0 % 2500)" })
        #expect(endless.values.map(\.rows) == [3000])
        #expect(endless.otherRows == 4500)
    }

    @Test func `the rows are those of plan, without titles, sums and repeated headers`() throws {
        let header = "E-Mail;Termin;Nachname"
        let found = try Self.inspect([
            "Liste vom Montag;;", header, "a@example.org;16.03.2021 09:00;Muster", header,
            ";16.03.2021 09:10;Beispiel", "Summe;2;",
        ])
        #expect(found.rows == 2)
        #expect(found.headerRow == 2)
        #expect(found.skippedLines == [1, 4, 6])
        #expect(found.addresses.usable == 1 && found.addresses.none == 1)
        #expect(found.days == [try Schedules.day("2021-03-16"): 2])
        #expect(found.doubts.isEmpty)
    }

    @Test func `hidden rows of a workbook are a problem and shown`() throws {
        var book = SmallWorkbook()
        book.rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>E-Mail</t></is></c>\
            <c r="B1" t="inlineStr"><is><t>Termin</t></is></c></row>\
            <row r="2"><c r="A2" t="inlineStr"><is><t>a@example.org</t></is></c>\
            <c r="B2" t="inlineStr"><is><t>16.03.2021 09:00</t></is></c></row>\
            <row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>b@example.org</t></is></c>\
            <c r="B3" t="inlineStr"><is><t>17.03.2021 09:00</t></is></c></row>
            """
        let found = try Self.inspect(bytes: book.archive.bytes)
        #expect(found.rows == 2)
        #expect(found.problems.count == 1)
        #expect(found.problems[0].english.contains("--hidden-rows skip"))
        let skipped = try Self.inspect(bytes: book.archive.bytes) { $0.hiddenRows = .skip }
        #expect(skipped.rows == 1)
        #expect(skipped.problems == [])
    }

    @Test func `text that was encoded twice keeps a file from being planned`() throws {
        let found = try Self.inspect([
            "E-Mail;Termin;Nachname", "a@example.org;16.03.2021 09:00;MÃ¼ller",
        ])
        #expect(found.isWhole)
        #expect(found.problems.first?.english.contains("encoded twice") == true)
    }

    @Test func `a file with ragged rows cannot be planned, and plan says the same`() throws {
        let lines = ["E-Mail;Termin", "a@example.org;16.03.2021 09:00", "x;y;z", "x;y;z"]
        let found = try Self.inspect(lines)
        #expect(found.ragged == 2)
        let refusal = Schedules.refusal { try Schedules.read(lines.joined(separator: "\n")) }
        #expect(refusal != nil && found.problems == [refusal])
    }
}
