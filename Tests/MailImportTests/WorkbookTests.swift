import Foundation
import MailCore
import MailImport
import TestSupport
import Testing

struct WorkbookTests {
    @Test func `a day's overview of an appointment system`() throws {
        let sample = URL(filePath: #filePath)
            .appending(path: "../../Samples/D_Tagesuebersicht_Impfzentrum_16.03.2021.xlsx")
        let workbook = try Workbook(bytes: Array(Data(contentsOf: sample.standardizedFileURL)))
        let rows = try workbook.rows(hidden: .refuse)
        #expect(rows.map(\.row) == [1, 2, 3, 4])
        let lines = [
            """
            Lfd. Nummer|Uhrzeit/Ankunftszeit|Nr.|Name|Telefon|Email|Dienstleistung|\
            Anmerkungen|Freitextfeld 1
            """,
            """
            1|09:10:00|100231|Musterfrau, Eva|'+49 171 3920031|eva.musterfrau@example.org|\
            Impfung AstraZeneca (1. Dosis)||
            """,
            """
            2|09:10:00|100232|Familie Mustermann (2 Pers.)|02214710013|mustermann@example.net|\
            Impfung AstraZeneca (1. Dosis), Impfung AstraZeneca (1. Dosis)|'=2 Personen|Kita-Personal
            """,
            """
            3|09:20:00|100233|TEST TEST||test@test.invalid|Impfung BioNTech (2. Dosis)|\
            bitte löschen|
            """,
        ]
        #expect(rows.map { $0.fields.joined(separator: "|") } == lines)
        #expect(workbook.facts.sheets == 1)
        #expect(workbook.facts.rows == 4)
        #expect(workbook.facts.columns == 9)
        #expect(workbook.facts.hiddenRows == 0)
    }

    @Test func `rows keep their numbers, and all are as wide as the widest`() throws {
        var file = SmallWorkbook()
        // Row 3 is missing, row 4 holds only a format, and 16384 columns are formatted.
        file.before = #"<dimension ref="A1"/><cols><col min="1" max="16384" style="1"/></cols>"#
        file.rows = """
            <row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>\
            <row r="4"><c r="B4" s="0"/><c r="XFD4"/></row><row><c r="B5"><v>5</v></c><c><v>6</v></c></row>
            """
        let rows = try file.read().rows(hidden: .refuse)
        #expect(rows.map(\.row) == [1, 2, 5])
        #expect(rows.map(\.fields) == [["1", "", ""], ["", "", "2"], ["", "5", "6"]])
    }

    private static let filtered: SmallWorkbook = {
        var file = SmallWorkbook()
        file.before =
            #"<cols><col min="2" max="2" hidden="1"/><col min="9" max="9" width="0"/></cols>"#
        file.rows = """
            <row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="B2"><v>2</v></c></row>\
            <row r="3" ht="0" customHeight="1"><c r="C3"><v>3</v></c></row>\
            <row r="4" hidden="true"/><row r="5" hidden="1"><c r="A5" s="0"/></row>
            """
        file.behind = """
            <autoFilter ref="A1:C2"><filterColumn colId="0"/></autoFilter>\
            <mergeCells count="9"><mergeCell ref="A1:B1"/></mergeCells>
            """
        return file
    }()

    @Test func `hidden and filtered rows with something in them wait for a decision`() throws {
        let workbook = try Self.filtered.read()
        #expect(workbook.facts.hiddenRows == 2)
        #expect(workbook.facts.filteredRows == 1)
        #expect(workbook.facts.hiddenColumns == 1)
        #expect(workbook.facts.mergedRanges == 1)
        let refusal = #expect(throws: ScheduleError.self) {
            try workbook.rows(hidden: .refuse)
        }
        let message = try #require(refusal?.english)
        #expect(message.contains("2 rows of the sheet are hidden (1 of them by a filter)"))
        #expect(message.contains("--hidden-rows use") && message.contains("--hidden-rows skip"))
        #expect(try workbook.rows(hidden: .skip).map(\.row) == [1])
        #expect(try workbook.rows(hidden: .use).map(\.row) == [1, 2, 3])
    }

    @Test func `one sheet is read, and what else there is is counted`() throws {
        var file = SmallWorkbook()
        file.rows = """
            <row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>1</f><v>1</v></c>\
            <c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
            """
        file.firstSheet = #"<sheet name="a" sheetId="4" state="veryHidden" r:id="rId2"/>"#
        file.otherSheets = """
            <sheet name="b" sheetId="2" r:id="rId1"/><sheet name="c" sheetId="9" r:id="rId3"/>
            """
        let second = file.sheet(#"<row r="1"><c r="A1"><v>42</v></c></row>"#)
        file.otherParts = [.init("xl/worksheets/sheet2.xml", second)]
        file.properties = "date1904=\"true\""
        let workbook = try Workbook(bytes: file.archive.bytes, sheet: "a")
        #expect(try workbook.rows(hidden: .refuse).map(\.fields) == [["42"]])
        #expect(workbook.facts.sheets == 3)
        #expect(workbook.facts.otherSheets.map(\.number) == [2])
        #expect(workbook.facts.sheet.isHidden)
        #expect(workbook.facts.hiddenSheets == 1)
        #expect(workbook.facts.serials == .since1904)
        file.firstSheet = #"<sheet name="b" sheetId="2" r:id="rId1"/>"#
        let formulas = try file.read().facts
        #expect(formulas.formulas == 4)
        #expect(formulas.formulasWithoutValue == 1)
        #expect(formulas.errors == 1)
        #expect(!formulas.sheet.isHidden)
        #expect(formulas.description(.refuse) == "workbook, first of 3 sheets")
        file.firstSheet = #"<sheet name="b" sheetId="2" r:id="rId1"/>"#
        file.otherSheets = #"<sheet name="c" sheetId="9" state="hidden" r:id="rId3"/>"#
        let hidden = try file.read().facts
        #expect(hidden.description(.refuse) == "workbook, first of 2 sheets (1 hidden)")
    }

    @Test func `values that come from other workbooks are warned of`() throws {
        var file = SmallWorkbook()
        file.rows = #"<row r="1"><c r="A1"><f>[1]Liste!A1</f><v>1</v></c></row>"#
        #expect(try file.read().facts.warnings == [])
        file.otherTargets = [("externalLink", "externalLinks/externalLink1.xml")]
        let warnings = try file.read().facts.warnings
        #expect(warnings.count == 1)
        #expect(warnings.first?.contains("refer to 1 other workbook,") == true)
    }

    @Test func `what the receiver throws comes out, and reading ends there`() throws {
        struct Enough: Error {}
        var file = SmallWorkbook()
        file.rows = (1...9).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
        let workbook = try file.read()
        var count = 0
        #expect(throws: Enough.self) {
            try workbook.forEachRecord(hiddenRows: .refuse) { _ in
                count += 1
                if count == 3 { throw Enough() }
            }
        }
        #expect(count == 3)
    }
}
