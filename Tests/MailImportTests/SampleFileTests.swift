import Foundation
import MailCore
import MailImport
import TestSupport
import Testing

/// Six exports in their real encodings, against what is written beside them.
struct SampleFileTests {
    /// What `expected.json` says of a file.
    private struct Expected: Decodable {
        struct Row: Decodable {
            let line: Int?
            let row: Int?
            let `class`: String
            let email: String?
            let emailASCII: String?
            let start: String?
            let phone: String?
            let drop: [String]?

            enum CodingKeys: String, CodingKey {
                case line, row, `class`, email, start, phone, drop
                case emailASCII = "email_ascii"
            }
        }

        let encoding: String?
        let delimiter: String?
        let sepLine: Bool?
        let headerRow: Int?
        let skipRows: [Int]?
        let rows: [Row]

        enum CodingKeys: String, CodingKey {
            case encoding, delimiter, rows
            case sepLine = "sep_line"
            case headerRow = "header_row"
            case skipRows = "skip_rows"
        }
    }

    private struct AllExpected: Decodable {
        let A, B, C, D, E, F: Expected

        subscript(letter: Character) -> Expected? {
            ["A": A, "B": B, "C": C, "D": D, "E": E, "F": F][letter]
        }
    }

    struct Sample: CustomTestStringConvertible, Sendable {
        let file: String
        var services: [String] = []
        var map: [String] = []
        var day: String?

        var testDescription: String { file }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Samples")

    private static let encodings = [
        "cp1252": ScheduleEncoding.windows1252, "utf-8-sig": .utf8WithMark, "utf-8": .utf8,
        "utf-16-le (BOM)": .utf16LittleEndian,
    ]

    @Test(arguments: [
        Sample(file: "A_its_buchungsexport_cp1252.csv", services: ["AstraZeneca"]),
        Sample(file: "B_doppeltermin_utf8bom_sep.csv"),
        Sample(file: "B_doppeltermin_utf8bom_sep.csv", map: ["status=Bemerkung"]),
        Sample(
            file: "C_bookings_unicodetext_utf16le.txt",
            services: ["AstraZeneca 1. Dosis"]
        ),
        Sample(
            file: "D_Tagesuebersicht_Impfzentrum_16.03.2021.xlsx",
            day: "2021-03-16"
        ),
        Sample(file: "E_calcom_like_utf8_comma.csv"),
        Sample(file: "F_handgepflegt_cp1252_titelzeilen.csv", services: ["AZ"]),
    ])
    func `a sample is read as it is written down`(sample: Sample) throws {
        let schedule = try Self.read(sample)
        let all = try JSONDecoder().decode(
            AllExpected.self,
            from: Data(contentsOf: Self.folder.appending(path: "expected.json"))
        )
        let expected = try #require(sample.file.first.flatMap { all[$0] })
        if let encoding = expected.encoding {
            #expect(schedule.textForm?.encoding == Self.encodings[encoding])
        }
        if let delimiter = expected.delimiter {
            #expect(
                schedule.textForm?.delimiter.rawValue == delimiter.replacing("\\t", with: "\t")
            )
        }
        #expect(schedule.textForm?.hasSeparatorLine ?? false == expected.sepLine ?? false)
        if let headerRow = expected.headerRow { #expect(schedule.headerLine == headerRow) }
        #expect(schedule.skippedLines == expected.skipRows ?? [])
        #expect(schedule.rows.count == expected.rows.count)
        for (row, wanted) in zip(schedule.rows, expected.rows) {
            try check(row, wanted, of: schedule, sample)
        }
    }

    private func check(
        _ row: ClassifiedRow,
        _ wanted: Expected.Row,
        of schedule: ScheduleImport,
        _ sample: Sample
    ) throws {
        if let line = wanted.line { #expect(row.line == line) }
        if let number = wanted.row { #expect(row.row == number) }
        // "Free-text status: the operator must confirm"; without that word, what is left is two
        // addresses in one cell.
        let isUnconfirmed =
            wanted.class == "already-cancelled" && sample.map.isEmpty
            && sample.file.hasPrefix("B")
        #expect(row.rowClass.rawValue == (isUnconfirmed ? "multi-address" : wanted.class))
        if let start = wanted.start { #expect(row.start?.iso8601 == start) }
        if let phone = wanted.phone { #expect(row.contact?.phone == phone) }
        let address = wanted.email ?? wanted.emailASCII
        if let address, row.rowClass == .send { #expect(row.contact?.address?.text == address) }
        for header in wanted.drop ?? [] {
            let dropped = schedule.discardedColumns.map(\.header)
            #expect(dropped.contains(header.trimmingCharacters(in: .whitespaces)))
        }
    }

    @Test func `a family's second dose stays, and so do names with letters no code page has`()
        throws
    {
        let schedule = try Self.read(Sample(file: "B_doppeltermin_utf8bom_sep.csv"))
        let addresses = schedule.rows.compactMap(\.contact?.address?.comparisonKey)
        #expect(Set(addresses).count == addresses.count - 1)
        #expect(schedule.rows[0].starts.map(\.iso8601) == ["2021-03-16T09:20:00+01:00"])
        #expect(schedule.rows[0].contact?.name.display == "Ayşe Yılmaz")
    }

    @Test func `a rounded phone number is none, and a lost letter is no name`() throws {
        let sample = Sample(file: "F_handgepflegt_cp1252_titelzeilen.csv", services: ["AZ"])
        let schedule = try Self.read(sample)
        #expect(schedule.rows[0].contact?.phone == nil)
        #expect(schedule.rows[1].contact?.name.isWhole == false)
        #expect(schedule.rows[1].reasons.contains { "\($0)".contains("weekday") })
        #expect(schedule.rows[1].reasons.contains(.noSuchTopLevel))
        // Serials in the same column: 44271 and 0,385416667.
        #expect(schedule.rows[2].start?.iso8601 == "2021-03-16T09:15:00+01:00")
    }

    private static func read(_ sample: Sample) throws -> ScheduleImport {
        let bytes = try [UInt8](Data(contentsOf: folder.appending(path: sample.file)))
        var options = ReadingOptions()
        options.columns = try sample.map.map { try ColumnOverride(parsing: $0) }
        options.day = try sample.day.map(Schedules.day)
        return try ScheduleImport.read(
            source: ScheduleSource(bytes: bytes),
            selection: Schedules.selection(services: sample.services),
            options: options
        )
    }
}
