import MailCore
import MailImport
import TestSupport
import Testing

struct WorkbookCellTests {
    @Test(arguments: [
        ("492215000000", "492215000000"), ("4.92215E+11", "492215000000"), ("1.0", "1"),
        ("-12.50e1", "-125"), ("0.0", "0"), ("44271", "44271"), ("0170123", "0170123"),
        ("0.385416667", "0.385416667"), ("0.38541666666666669", "0.38541666666666669"),
        // More than 15 digits: some are lost, and the number must not look whole.
        ("4.9221500000000123E+15", "4.9221500000000123E+15"), ("1E+16", "1E+16"),
        ("12345678901234567", "12345678901234567"), (" 7\n", "7"),
    ])
    func `a number is written with the digits that are stored`(stored: String, text: String) throws
    {
        #expect(try SmallWorkbook.text(ofCell: "<c r=\"A1\"><v>\(stored)</v></c>") == text)
    }

    @Test(arguments: [
        (14, "44271", "2021-03-16"), (14, "44271.385416666664", "2021-03-16 09:15:00"),
        (22, "44271.385416666664", "2021-03-16 09:15:00"), (22, "44271", "2021-03-16 00:00:00"),
        (20, "0.385416666666667", "09:15:00"), (21, "0.3854166666666667", "09:15:00"),
        (20, "44271.385416666664", "2021-03-16 09:15:00"), (46, "1.5", "36:00:00"),
        // Rounded to the second, over midnight, too.
        (22, "44271.999999", "2021-03-17 00:00:00"), (20, "0.9999999", "24:00:00"),
        (22, "44271.38541550926", "2021-03-16 09:15:00"),
        (14, "1", "1900-01-01"), (14, "59", "1900-02-28"), (14, "60", "1900-02-29"),
        (14, "61", "1900-03-01"), (14, "2958465", "9999-12-31"), (14, "2958466", "2958466"),
        (14, "-1", "-1"), (0, "44271", "44271"), (1, "44271", "44271"), (49, "44271", "44271"),
    ])
    func `a number formatted as a date is a date`(format: Int, stored: String, text: String) throws
    {
        let cell = "<c r=\"A1\" s=\"1\"><v>\(stored)</v></c>"
        #expect(try SmallWorkbook.text(ofCell: cell) { $0.styles = [0, format] } == text)
    }

    @Test(arguments: [
        ("42809", "2021-03-16"), ("42809.385416666664", "2021-03-16 09:15:00"),
        ("0.5", "12:00:00"), ("60", "1904-03-01"), ("2957003", "9999-12-31"),
        ("2957004", "2957004"),
    ])
    func `dates count from 1904 where the workbook says so`(stored: String, text: String) throws {
        let cell = "<c r=\"A1\" s=\"1\"><v>\(stored)</v></c>"
        let read = try SmallWorkbook.text(ofCell: cell) {
            $0.styles = [0, 14]
            $0.properties = "date1904=\"1\""
        }
        #expect(read == text)
    }

    @Test(arguments: [
        (#"dd\.mm\.yyyy"#, "2021-03-16 09:15:00"), ("dd.mm.yyyy;@", "2021-03-16 09:15:00"),
        ("[$-407]d. mmmm yyyy;@", "2021-03-16 09:15:00"), ("TT.MM.JJJJ", "2021-03-16 09:15:00"),
        (#"hh:mm\ &quot;Uhr&quot;"#, "2021-03-16 09:15:00"), ("h AM/PM", "2021-03-16 09:15:00"),
        ("[h]:mm", "1062513:15:00"), ("[ss]", "1062513:15:00"),
        ("General", "44271.385416666664"), ("0.00", "44271.385416666664"),
        ("[Red]0.00", "44271.385416666664"), (#"0 &quot;Tage&quot;"#, "44271.385416666664"),
        (#"0\d"#, "44271.385416666664"), ("0_d", "44271.385416666664"),
        ("#,##0.00 [$€-407]", "44271.385416666664"), ("0;dd", "44271.385416666664"),
        ("@", "44271.385416666664"), ("0.00E+00", "44271.385416666664"),
    ])
    func `a format of the workbook's own says what a number is`(code: String, text: String) throws {
        let cell = #"<c r="A1" s="1"><v>44271.385416666664</v></c>"#
        let read = try SmallWorkbook.text(ofCell: cell) {
            $0.styles = [0, 164]
            $0.formats = #"<numFmt numFmtId="164" formatCode="\#(code)"/>"#
        }
        #expect(read == text)
    }

    @Test func `a format that shows no time leaves midnight out`() throws {
        for (code, text) in [
            ("yyyy", "2021-03-16"), ("mm/yy", "2021-03-16"), ("h:mm", "2021-03-16 00:00:00"),
            ("mm:ss.0", "2021-03-16 00:00:00"), ("d.m.yy h:mm", "2021-03-16 00:00:00"),
        ] {
            let read = try SmallWorkbook.text(ofCell: #"<c r="A1" s="1"><v>44271</v></c>"#) {
                $0.styles = [0, 164]
                $0.formats = #"<numFmt numFmtId="164" formatCode="\#(code)"/>"#
            }
            #expect(read == text, "\(code)")
        }
    }

    @Test(arguments: [
        (#"<c r="A1" t="inlineStr"><is><t>Größe &lt;1&gt;</t></is></c>"#, "Größe <1>"),
        (#"<c r="A1" t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r></is></c>"#, "a b"),
        (#"<c r="A1" t="inlineStr"><is><t><![CDATA[a&b]]></t></is></c>"#, "a&b"),
        (#"<c r="A1" t="str"><f>A2&amp;"x"</f><v>yx</v></c>"#, "yx"),
        (#"<c r="A1"><f>1+1</f><v>2</v></c>"#, "2"),
        (#"<c r="A1" t="e"><v>#N/A</v></c>"#, "#N/A"),
        (#"<c r="A1" t="b"><v>1</v></c>"#, "TRUE"), (#"<c r="A1" t="b"><v>0</v></c>"#, "FALSE"),
        (#"<c r="A1" t="d"><v>2021-03-16T09:15:00</v></c>"#, "2021-03-16T09:15:00"),
        (#"<c><v>7</v></c>"#, "7"),
        (
            #"<c r="A1" t="str"><v>a_x000D_b_x005F_x000D_ _xD83D__xDE00_ _x0000__xD800_</v></c>"#,
            "a\rb_x000D_ 😀 _x0000__xD800_"
        ),
        // Whoever reads a field takes the apostrophe off, as with text files.
        (#"<c r="A1" t="str"><v>'+49 171 3920031</v></c>"#, "'+49 171 3920031"),
    ])
    func `the stored value is read`(cell: String, text: String) throws {
        #expect(try SmallWorkbook.text(ofCell: cell) == text)
    }

    @Test func `one apostrophe goes, and only where it hides a formula's sign or a number`() throws
    {
        let rows = [
            ["Name", "E-Mail", "Telefon", "Termin", "Ort"],
            ["'s-Hof", "'=a@example.org", "'+49 171 3920031", "2021-03-16 09:10", "'-Halle"],
            ["''-1", "b@example.org", "'0171 3920032", "2021-03-16 09:20", "'"],
        ]
        var file = SmallWorkbook()
        file.rows = rows.enumerated().map { index, cells in
            let cells = cells.map { #"<c t="inlineStr"><is><t>\#($0)</t></is></c>"# }.joined()
            return #"<row r="\#(index + 1)">\#(cells)</row>"#
        }.joined()
        let contacts = try Schedules.read(bytes: file.archive.bytes).rows.map(\.contact)
        #expect(contacts.map(\.?.name.full) == ["'s-Hof", "''-1"])
        #expect(contacts.map(\.?.phone) == ["+49 171 3920031", "0171 3920032"])
        #expect(contacts.map(\.?.site) == ["-Halle", "'"])
        #expect(contacts.map(\.?.address?.text) == ["=a@example.org", "b@example.org"])
    }

    @Test func `a shared text is joined from its runs, without its pronunciation`() throws {
        let text = try SmallWorkbook.text(ofCell: #"<c r="A1" t="s"><v>1</v></c>"#) {
            $0.strings = """
                <si><t>zero</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Müller, </t></r>\
                <r><t>Eva</t></r><rPh sb="0" eb="2"><t>myulla</t></rPh></si>
                """
        }
        #expect(text == "Müller, Eva")
    }

    @Test func `the strict form of the standard is read, and what others add is not`() throws {
        let cell = """
            <c r="A1" t="str"><x:v xmlns:x="urn:example:x">9</x:v><v>7</v>\
            <extLst><ext><v>8</v></ext></extLst></c>
            """
        let text = try SmallWorkbook.text(ofCell: cell) {
            $0.space = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        }
        #expect(text == "7")
    }
}
