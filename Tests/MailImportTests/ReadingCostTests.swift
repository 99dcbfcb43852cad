import Foundation
import MailCore
import MailImport
import TestSupport
import Testing

/// Schedules take a time that grows with their length, whatever stands in them.
struct ReadingCostTests {
    private static let row = "A-1;Meier;Eva;eva@kreis.example;0221 1;16.03.2021;09:10;gebucht"

    /// Before, a piece that is repeated, and behind.
    static let texts: [(String, String, String)] = [
        (Schedules.header + "\n", row + "\n", ""), (Schedules.header + "\n", "\"", ""),
        (Schedules.header + "\n", ";", ""), (Schedules.header + "\n\"", "\n", "\""),
        (Schedules.header + "\n\"", "\"\"", "\""), (Schedules.header + "\n", "\r", ""),
        (Schedules.header + "\n", "\u{FEFF}", ""), ("", ";\n", ""), ("", "E-Mail;", "\n"),
        ("", "Notiz;", "\n" + row), (Schedules.header + "\n", "a@", ";;;;;\n"),
        (Schedules.header + "\n;;;", "a@b.example,", ";;;\n"),
        (Schedules.header + "\n;", "M\u{308}", ";;;;;\n"),
        (Schedules.header + "\n;", "&auml;", ";;\n"),
        (Schedules.header + "\n;;;;;", "16.03.2021 ", ";;\n"),
        (Schedules.header + "\n", "\u{C3}\n", ""),
    ]

    @Test(arguments: texts)
    func `a text file is read in a time that grows with its length`(
        before: String,
        piece: String,
        behind: String
    ) throws {
        let growth = Cost.growth(from: 64) { count in
            before + String(repeating: piece, count: count) + behind
        } reading: { text in
            _ = try? Schedules.read(text)
        }
        #expect(growth < Cost.linear)
    }

    /// What stands in a workbook's first sheet, by its number.
    static let parts: [@Sendable (Int) -> SmallWorkbook] = [
        {
            SmallWorkbook(
                rows: many($0) { "<row r=\"\($0 + 1)\"><c r=\"A\($0 + 1)\"><v>1</v></c></row>" }
            )
        },
        { SmallWorkbook(rows: "<row r=\"1\"><c r=\"A1\" \(many($0) { "a\($0)=\"\" " })/></row>") },
        {
            SmallWorkbook(
                rows:
                    "<row r=\"1\"><c r=\"A1\" x:a=\"\" \(many($0) { "xmlns:a\($0)=\"u\" " })/></row>"
            )
        },
        { SmallWorkbook(rows: "<row r=\"1\">" + many($0) { _ in "<x>" }) },
        { SmallWorkbook(rows: "<row r=\"1\">" + many($0) { _ in "<x/>" } + "</row>") },
        {
            SmallWorkbook(
                rows: "<row r=\"1\"><c r=\"A1\"><v>" + many($0) { _ in "<!-- -->1" }
                    + "</v></c></row>"
            )
        },
        {
            SmallWorkbook(
                rows: "<row r=\"1\"><c t=\"inlineStr\"><is>" + many($0) { _ in "<t>a</t>" }
                    + "</is></c></row>"
            )
        },
        { SmallWorkbook(strings: many($0) { "<si><t>Wort \($0)</t></si>" }) },
        {
            SmallWorkbook(
                formats: many($0) { "<numFmt numFmtId=\"\($0 + 164)\" formatCode=\"dd.mm.yyyy\"/>" }
            )
        },
        { SmallWorkbook(styles: Array(repeating: 14, count: $0)) },
        {
            SmallWorkbook(
                before: "<cols>" + many($0) { "<col min=\"\($0)\" max=\"\($0)\" hidden=\"1\"/>" }
                    + "</cols>"
            )
        },
        {
            SmallWorkbook(
                behind: "<mergeCells>" + many($0) { "<mergeCell ref=\"A\($0 + 1):B\($0 + 1)\"/>" }
                    + "</mergeCells>"
            )
        },
        { SmallWorkbook(properties: many($0) { "a\($0)=\"\" " }) },
        {
            SmallWorkbook(
                otherSheets: many($0) {
                    "<sheet name=\"S\($0)\" sheetId=\"\($0 + 2)\" r:id=\"rId2\"/>"
                }
            )
        },
    ]

    private static func many(_ count: Int, _ piece: (Int) -> String) -> String {
        (0..<count).map(piece).joined()
    }

    @Test(arguments: parts.indices)
    func `a workbook is read in a time that grows with its length`(part: Int) throws {
        let growth = Cost.growth(from: 64) { count in
            Self.parts[part](count).archive.bytes
        } reading: { bytes in
            _ = try? Schedules.read(bytes: bytes)
        }
        #expect(growth < Cost.linear)
    }

    @Test func `an element with very many attributes is refused, in both encodings`() throws {
        let attributes = Self.many(200) { "a\($0)=\"\" " }
        let rows = "<row r=\"1\"><c r=\"A1\" \(attributes)/></row>"
        var workbook = SmallWorkbook(rows: rows).archive
        let error = #expect(throws: ScheduleError.self) {
            try Schedules.read(bytes: workbook.bytes)
        }
        #expect(error?.english.contains("not the XML") == true)
        let sheet = try #require(workbook.parts.firstIndex { $0.name.hasSuffix("sheet1.xml") })
        let text = String(decoding: workbook.parts[sheet].bytes, as: UTF8.self)
        for encoding in [String.Encoding.utf16BigEndian, .utf16LittleEndian] {
            let mark: [UInt8] = encoding == .utf16BigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
            workbook.parts[sheet].bytes = mark + Array(try #require(text.data(using: encoding)))
            let error = #expect(throws: ScheduleError.self) {
                try Schedules.read(bytes: workbook.bytes)
            }
            #expect(error?.english.contains("not the XML") == true)
        }
    }
}
