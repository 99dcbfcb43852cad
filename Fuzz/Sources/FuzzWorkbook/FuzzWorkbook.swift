import MailCore
import MailImport

/// Any bytes as a workbook, or any texts as the parts of one.
///
/// An input that begins with `PK` is a file. Of any other the parts stand between NULs: the sheet,
/// the shared strings, the styles, the list of sheets. They are packed here, since chance hardly
/// ever finds a checksum.
func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    let file = Workbook.mayBegin(with: input) ? input : packed(input)
    do throws(ScheduleError) {
        check(try Workbook(bytes: file))
    } catch {
        precondition(!error.message.isEmpty, "a refusal says why")
    }
    return 0
}

private func check(_ workbook: Workbook) {
    let facts = workbook.facts
    precondition((0...256).contains(facts.columns), "columns are limited")
    precondition((0...1_048_576).contains(facts.rows), "rows are limited")
    let all = records(of: workbook, .use)
    precondition(all == records(of: workbook, .use), "two readings are the same")
    precondition(all?.count == facts.rows, "every row that was counted is handed out")
    if let visible = records(of: workbook, .skip) {
        precondition(visible.count == facts.rows - facts.hiddenRows, "hidden rows are skipped")
    }
}

/// Nil for a sheet that is refused while it is read.
private func records(of workbook: Workbook, _ hiddenRows: HiddenRows) -> [[[UInt8]]]? {
    var records: [[[UInt8]]] = []
    var last = 0
    do {
        try workbook.forEachRecord(hiddenRows: hiddenRows) { record in
            precondition(record.count == workbook.facts.columns, "rows are equally wide")
            precondition(record.row > last, "rows only grow")
            last = record.row
            let cells = (0..<record.count).map { Array(record[$0]) }
            precondition(cells.allSatisfy { $0.count <= 1 << 16 }, "a cell is limited")
            precondition(
                cells.allSatisfy { String(validating: $0, as: UTF8.self) != nil },
                "a cell is text"
            )
            records.append(cells)
        }
        return records
    } catch {
        return nil
    }
}

private func packed(_ input: [UInt8]) -> [UInt8] {
    let parts = input.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
        .map { Array($0) }
    let names = [
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
    ]
    let defaults = ["<worksheet/>", "<sst/>", "<styleSheet/>", list]
    let contents = names.indices.map { index in
        index < parts.count ? parts[index] : Array(defaults[index].utf8)
    }
    let varied = zip(names, contents).map { StoredArchive.Part($0, bytes: $1) }
    return StoredArchive(
        [
            .init("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
            .init(
                "xl/_rels/workbook.xml.rels",
                relations([
                    ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
                    ("styles", "styles.xml"),
                ])
            ),
        ] + varied
    ).bytes
}

private let space = "http://schemas.openxmlformats.org/"

private let list = """
    <workbook xmlns="\(space)spreadsheetml/2006/main" \
    xmlns:r="\(space)officeDocument/2006/relationships">\
    <sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>
    """

private func relations(_ targets: [(kind: String, target: String)]) -> String {
    let each = targets.enumerated().map { index, relation in
        """
        <Relationship Id="rId\(index + 1)" \
        Type="\(space)officeDocument/2006/relationships/\(relation.kind)" \
        Target="\(relation.target)"/>
        """
    }
    return """
        <Relationships xmlns="\(space)package/2006/relationships">\(each.joined())</Relationships>
        """
}
