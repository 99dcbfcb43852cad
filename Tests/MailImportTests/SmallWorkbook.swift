import MailCore
import MailImport
import TestSupport
import Testing

/// A workbook whose XML is written by hand.
struct SmallWorkbook {
    /// What stands in the first sheet beside its rows: before and behind them.
    var before = ""
    var behind = ""
    /// The `row` elements.
    var rows = ""
    /// The `numFmt` elements, and the numbers of the formats of styles 0, 1, 2, ...
    var formats = ""
    var styles = [0]
    /// The `si` elements.
    var strings = ""
    /// Attributes of `workbookPr`.
    var properties = ""
    /// The `sheet` elements behind the first; sheet N has relation `rIdN`.
    var otherSheets = ""
    var firstSheet = #"<sheet name="Liste" sheetId="1" r:id="rId1"/>"#
    /// The targets of further relations of the workbook, with their kinds.
    var otherTargets: [(kind: String, target: String)] = []
    var otherParts: [StoredArchive.Part] = []
    var space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    static let relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package =
        "http://schemas.openxmlformats.org/package/2006/relationships"

    var archive: StoredArchive {
        let formats = styles.map { #"<xf numFmtId="\#($0)"/>"# }.joined()
        return StoredArchive(
            [
                .init("_rels/.rels", Self.list([("officeDocument", "xl/workbook.xml")])),
                .init(
                    "xl/workbook.xml",
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <workbook xmlns="\(space)" xmlns:r="\(Self.relations)">\
                    <workbookPr \(properties)/><sheets>\(firstSheet)\(otherSheets)</sheets>\
                    </workbook>
                    """
                ),
                .init(
                    "xl/_rels/workbook.xml.rels",
                    Self.list(
                        [
                            ("worksheet", "worksheets/sheet1.xml"),
                            ("worksheet", "/xl/worksheets/sheet2.xml"),
                            ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"),
                        ] + otherTargets
                    )
                ),
                .init(
                    "xl/styles.xml",
                    """
                    <styleSheet xmlns="\(space)"><numFmts>\(self.formats)</numFmts>\
                    <cellXfs>\(formats)</cellXfs></styleSheet>
                    """
                ),
                .init("xl/sharedStrings.xml", #"<sst xmlns="\#(space)">\#(strings)</sst>"#),
                .init("xl/worksheets/sheet1.xml", sheet(rows)),
            ] + otherParts
        )
    }

    func sheet(_ rows: String) -> String {
        """
        <worksheet xmlns="\(space)">\(before)<sheetData>\(rows)</sheetData>\(behind)</worksheet>
        """
    }

    private static func list(_ targets: [(kind: String, target: String)]) -> String {
        let items = targets.enumerated().map { index, item in
            #"<Relationship Id="rId\#(index + 1)" Type="\#(relations)/\#(item.kind)" "#
                + #"Target="\#(item.target)"/>"#
        }
        return #"<Relationships xmlns="\#(package)">\#(items.joined())</Relationships>"#
    }

    func read() throws -> Workbook { try Workbook(bytes: archive.bytes) }

    /// The text of the only cell of a sheet.
    static func text(ofCell cell: String, _ change: (inout Self) -> Void = { _ in }) throws
        -> String
    {
        var workbook = Self()
        workbook.rows = "<row r=\"1\">\(cell)</row>"
        change(&workbook)
        return try #require(workbook.read().rows(hidden: .refuse).first?.fields.first)
    }
}

extension Workbook {
    struct Row: Hashable {
        let row: Int
        let fields: [String]
    }

    func rows(hidden: HiddenRows) throws -> [Row] {
        var rows: [Row] = []
        try forEachRecord(hiddenRows: hidden) { record in
            let fields = (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }
            #expect(record.line == record.row)
            rows.append(Row(row: record.row, fields: fields))
        }
        return rows
    }
}
