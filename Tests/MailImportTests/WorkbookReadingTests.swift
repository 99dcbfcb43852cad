import Foundation
import MailCore
import MailImport
import TestSupport
import Testing

/// Workbooks of other programs, compared with what openpyxl reads in them
/// (Tests/Oracles/make_workbooks.py).
struct WorkbookReadingTests {
    private struct Expected: Decodable {
        struct Row: Decodable {
            let row: Int
            let hidden: Bool
            let cells: [Cell]
        }

        struct Cell: Decodable {
            let text: String?
            let number: Double?

            func matches(_ field: String) -> Bool {
                if let text { return field == text }
                // Written with more digits than it has, a number is still the same.
                return Double(field) == number
            }
        }

        let name: String
        let sheetNumber: Int
        let sheetName: String
        let word: String?
        let rows: [Row]
        let columns: Int
        let hiddenColumns: Int
        let sheets: Int
        let hiddenSheets: Int
        let others: Int
        let formulas: Int
        let errors: Int
        let merged: Int
        let is1904: Bool

        var counts: [String: Int] {
            [
                "rows": rows.count, "columns": columns, "hidden rows": rows.count { $0.hidden },
                "sheets": sheets, "hidden sheets": hiddenSheets, "others": others,
                "hidden columns": hiddenColumns, "formulas": formulas, "errors": errors,
                "merged": merged,
            ]
        }
    }

    @Test func `every cell is what another reader sees`() async throws {
        let folder = try TemporaryFolder()
        let script = WorkbookPrograms.oracle("make_workbooks.py")
        let python = try await WorkbookPrograms.python()
        try await Program.run(python, [script, folder.path, "300", "4"])
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let expected = try decoder.decode(
            [Expected].self,
            from: Data(folder.bytes(of: "expected.json"))
        )
        #expect(expected.count == 300)
        for file in expected {
            try compare(Workbook(bytes: folder.bytes(of: file.name), sheet: file.word), file)
        }
    }

    private func compare(_ workbook: Workbook, _ file: Expected) throws {
        let facts = workbook.facts
        #expect(facts.sheet.number == file.sheetNumber, "\(file.name)")
        let name = file.sheetName.trimmingCharacters(in: .whitespaces)
        #expect(facts.sheet.name == name, "\(file.name)")
        let counted: [String: Int] = [
            "rows": facts.rows, "columns": facts.columns, "hidden rows": facts.hiddenRows,
            "sheets": facts.sheets, "hidden sheets": facts.hiddenSheets,
            "others": facts.otherSheets.count, "hidden columns": facts.hiddenColumns,
            "formulas": facts.formulas, "errors": facts.errors, "merged": facts.mergedRanges,
        ]
        #expect(counted == file.counts, "\(file.name)")
        #expect((facts.serials == .since1904) == file.is1904, "\(file.name)")
        let rows = try workbook.rows(hidden: .use)
        #expect(rows.map(\.row) == file.rows.map(\.row), "\(file.name)")
        for (row, wanted) in zip(rows, file.rows) {
            try #require(row.fields.count == wanted.cells.count, "\(file.name)")
            for (column, (field, cell)) in zip(row.fields, wanted.cells).enumerated() {
                #expect(cell.matches(field), "\(file.name) row \(row.row) column \(column + 1)")
            }
        }
        let shown = file.rows.filter { !$0.hidden }.map(\.row)
        #expect(try workbook.rows(hidden: .skip).map(\.row) == shown, "\(file.name)")
    }
}
