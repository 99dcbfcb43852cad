import MailCore
import MailImport
import TestSupport
import Testing

/// Which sheet of a workbook is read.
struct SheetChoiceTests {
    /// A tab: its name as XML, where it leads, and whether people see it.
    private struct Tab {
        let name: String
        /// 1 and 2 are tables, 3 is a chart.
        var relation = 1
        var state = "visible"
    }

    private static func row(_ number: Int, _ cells: String...) -> String {
        let cells = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        return "<row r=\"\(number)\">\(cells)</row>"
    }

    /// A cover and a schedule behind it, under these tabs.
    private static func book(_ tabs: [Tab]) -> SmallWorkbook {
        var file = SmallWorkbook()
        file.firstSheet = ""
        file.otherSheets = tabs.enumerated().map { index, tab in
            #"<sheet name="\#(tab.name)" sheetId="\#(index + 1)" state="\#(tab.state)" "#
                + #"r:id="rId\#(tab.relation)"/>"#
        }.joined()
        file.rows = row(1, "Impfzentrum Musterkreis") + row(3, "Stand: 15.03.2021")
        let schedule =
            row(1, "E-Mail", "Termin", "Nachname")
            + row(2, "a.ahorn@example.org", "16.03.2021 09:00", "Ahorn")
        file.otherParts = [.init("xl/worksheets/sheet2.xml", file.sheet(schedule))]
        return file
    }

    private static let twoTabs = [Tab(name: "Übersicht"), Tab(name: "Termine", relation: 2)]

    private static func read(_ tabs: [Tab], _ sheet: String?) throws -> Workbook {
        try Workbook(bytes: book(tabs).archive.bytes, sheet: sheet)
    }

    private static func refusal(_ tabs: [Tab], _ sheet: String?) throws -> String {
        let error = #expect(throws: ScheduleError.self) { try read(tabs, sheet) }
        return try #require(error).english
    }

    @Test func `the first sheet is read, or the one that is named`() throws {
        let first = try Self.read(Self.twoTabs, nil)
        #expect(try first.rows(hidden: .refuse).map(\.row) == [1, 3])
        #expect(first.facts.sheet.number == 1 && first.facts.sheet.name == "Übersicht")
        #expect(!first.facts.isSheetChosen)
        #expect(first.facts.otherSheets.map(\.spoken.en.text) == ["\"Termine\""])
        let second = try Self.read(Self.twoTabs, "Termine")
        #expect(try second.rows(hidden: .refuse).map { $0.fields.last } == ["Nachname", "Ahorn"])
        #expect(second.facts.sheet.number == 2 && second.facts.sheet.name == "Termine")
        #expect(second.facts.isSheetChosen)
        #expect(second.facts.otherSheets.map(\.spoken.en.text) == ["\"Übersicht\""])
        #expect(second.facts.rows == 2 && second.facts.columns == 3)
    }

    @Test(arguments: [
        ("Liste", 1), ("liste", 2), ("Liste ", 3), ("ä &amp; <b>", nil), ("Ä & <b>", 4),
        (" ä  &\u{A0}<B> ", 4), ("A\u{308} & <b>", 4),
    ])
    func `the exact spelling goes before one that differs in case and blanks`(
        word: String,
        number: Int?
    ) throws {
        let tabs = [
            Tab(name: "Liste"), Tab(name: "liste", relation: 2), Tab(name: "Liste "),
            Tab(name: "Ä &amp; &lt;b&gt;"),
        ]
        let found = try? Self.read(tabs, word).facts.sheet.number
        #expect(found == number)
    }

    @Test func `a spelling that fits several sheets is refused`() throws {
        let tabs = [Tab(name: "Liste"), Tab(name: "Liste "), Tab(name: "Impfung", relation: 2)]
        let message = try Self.refusal(tabs, "LISTE")
        #expect(message.hasPrefix("Several sheets are called like \"LISTE\"."))
        let twins = [Tab(name: "Liste"), Tab(name: "Liste", relation: 2)]
        #expect(try Self.refusal(twins, "Liste").hasPrefix("Several sheets"))
        #expect(try Self.read(twins, "2").facts.sheet.number == 2)
    }

    @Test func `a number counts from 1, and a name goes before it`() throws {
        let tabs = [Tab(name: "2"), Tab(name: "b"), Tab(name: "c", relation: 2)]
        #expect(try Self.read(tabs, "1").facts.sheet.name == "2")
        #expect(try Self.read(tabs, "2").facts.sheet.number == 1)
        #expect(try Self.read(tabs, " 3 ").facts.sheet.name == "c")
    }

    @Test(arguments: [
        "Termin", "0", "3", "-1", "2.0", "", " ", "-9223372036854775808", "99999999999999999999",
    ])
    func `an unknown name is refused with the sheets that there are`(word: String) throws {
        let message = try Self.refusal(Self.twoTabs, word)
        #expect(
            message == "No sheet is called \"\(word)\". Name the one that is meant with "
                + "--sheet NAME: \"Übersicht\", \"Termine\"."
        )
    }

    @Test func `a hidden sheet is read by its name alone`() throws {
        let tabs = [
            Tab(name: "Daten", relation: 2, state: "hidden"), Tab(name: "b"), Tab(name: "c"),
        ]
        let message = try Self.refusal(tabs, nil)
        #expect(
            message == "The first sheet of the workbook is hidden, so people see another one. "
                + "Name the one that is meant with --sheet NAME: \"Daten\" (hidden), \"b\", \"c\"."
        )
        #expect(try Self.refusal(tabs, "1").hasPrefix("It is not certain which sheet number 1 is"))
        let hidden = try Self.read(tabs, "daten").facts
        #expect(hidden.sheet.isHidden && hidden.sheet.number == 1 && hidden.hiddenSheets == 1)
        #expect(try Self.read([Tab(name: "a", state: "veryHidden")], "a").facts.sheet.isHidden)
    }

    /// Who counts the tabs on the screen means another sheet than who counts all.
    @Test func `a number behind a hidden sheet is not certain`() throws {
        let tabs = [
            Tab(name: "a"), Tab(name: "b", state: "hidden"), Tab(name: "c"), Tab(name: "d"),
        ]
        #expect(try Self.read(tabs, "1").facts.sheet.name == "a")
        for number in ["2", "3", "4"] {
            #expect(try Self.refusal(tabs, number).contains("hidden sheets may count or not"))
        }
        #expect(try Self.read(tabs, "c").facts.sheet.number == 3)
    }

    @Test(arguments: ["Grafik", "3"])
    func `a chart cannot be chosen, and is no choice`(word: String) throws {
        let tabs = Self.twoTabs + [Tab(name: "Grafik", relation: 3)]
        #expect(try Self.refusal(tabs, word).contains("is a chart or macro sheet. Name the one"))
        #expect(!(try Self.refusal(tabs, "x")).contains("Grafik"))
        let chartFirst = [Tab(name: "Grafik", relation: 3)] + Self.twoTabs
        #expect(try Self.refusal(chartFirst, nil).contains("--sheet NAME"))
        #expect(try Self.read(chartFirst, "3").facts.sheet.name == "Termine")
    }

    @Test(arguments: [
        ("Termine", "\"Termine\""), ("KW 11", "\"KW 11\""), ("06.03.2021", "\"06.03.2021\""),
        ("a.muster@example.org", "sheet 2"), ("0221 4710 012", "sheet 2"),
        ("07.11.1961", "sheet 2"), ("A1B2-C3D4-E5F6", "sheet 2"), ("", "sheet 2"),
        (String(repeating: "x", count: 121), "sheet 2"),
        ("a&#x202E;b&#10;c\u{200B}", "\"a\\u{202E}b c\""),
    ])
    func `the name of a sheet is shown unless it may be about a person`(
        name: String,
        shown: String
    ) throws {
        let tabs = [Tab(name: "Übersicht"), Tab(name: name, relation: 2)]
        #expect(try Self.read(tabs, nil).facts.otherSheets.map(\.spoken.en.text) == [shown])
        #expect(
            try Self.refusal(tabs, "?").hasSuffix("NAME: \"Übersicht\", \(shown).")
        )
        #expect(try Self.read(tabs, "2").facts.rows == 2)
    }

    @Test func `of many sheets the first are named and the others counted`() throws {
        let tabs = (1...12).map { Tab(name: "Tag \($0)") }
        let message = try Self.refusal(tabs, "x")
        #expect(message.hasSuffix("\"Tag 9\", \"Tag 10\" and 2 more."))
    }

    // MARK: - The schedule

    private static func schedule(
        _ sheet: String?,
        _ tabs: [Tab] = twoTabs
    ) throws -> ScheduleImport {
        var options = ReadingOptions()
        options.sheet = sheet
        return try Schedules.read(bytes: book(tabs).archive.bytes, options: options)
    }

    @Test func `a schedule behind a cover is read, and says where it stood`() throws {
        let found = try Self.schedule("termine")
        #expect(found.rows.map(\.rowClass) == [.send])
        #expect(found.form.description == "workbook, \"Termine\", sheet 2 of 2 (as chosen)")
        #expect(found.warnings.contains(.furtherSheets(count: 1, isChosen: true)))
        let hidden = try Self.schedule(
            "Termine",
            [Tab(name: "a"), Tab(name: "Termine", relation: 2, state: "hidden")]
        )
        #expect(hidden.form.description == "workbook, \"Termine\", hidden sheet 2 of 2 (as chosen)")
        #expect(hidden.warnings.contains { $0.contains("the sheet that was read is hidden") })
        let unnamed = try Self.schedule(
            "2",
            [Tab(name: "a"), Tab(name: "a.muster@example.org", relation: 2)]
        )
        #expect(unnamed.form.description == "workbook, sheet 2 of 2 (as chosen)")
    }

    @Test func `without a word the warning says how to read another sheet`() throws {
        let found = try Self.schedule(nil, [Tab(name: "Termine", relation: 2), Tab(name: "b")])
        #expect(found.form.description == "workbook, first of 2 sheets")
        #expect(
            found.warnings.map(\.description).contains(
                "1 further sheet holds cells that were not read; one of them is read with "
                    + "--sheet NAME"
            )
        )
    }

    @Test func `a cover without a schedule is refused with the way to the others`() throws {
        let refusal = try #require(Schedules.refusal { try Self.schedule(nil) })
        #expect(refusal.english.hasPrefix("No row among the first 20 names the columns."))
        let way =
            " If it is on another sheet, name that with --sheet NAME; these hold cells, too: "
            + "\"Termine\"."
        #expect(refusal.english.hasSuffix(way))
        var blank = Self.book(Self.twoTabs)
        blank.rows = ""
        let empty = try #require(
            Schedules.refusal { try Schedules.read(bytes: blank.archive.bytes) }
        )
        #expect(empty.english.hasPrefix("The file has no rows.") && empty.english.hasSuffix(way))
    }

    @Test func `a text file has no sheets`() throws {
        var options = ReadingOptions()
        options.sheet = "Termine"
        let text = Array("E-Mail;Termin\na.muster@example.org;16.03.2021 09:00\n".utf8)
        let refusal = Schedules.refusal { try Schedules.read(bytes: text, options: options) }
        let message = "The file is a text file, and --sheet is for workbooks. Leave it out."
        #expect(refusal?.english == message)
    }
}
