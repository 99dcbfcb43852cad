import MailCore
import MailImport
import Testing

/// Text that was written for a web page or a mail.
struct WebTextTests {
    private static func row(first: String, last: String = "Meier", site: String = "") throws
        -> ClassifiedRow
    {
        let header = "Buchungsnummer;Nachname;Vorname;E-Mail;Telefon;Datum;Uhrzeit;Ort"
        let row = "1;\(last);\(first);a@example.org;;16.03.2021;09:10;\(site)"
        return try #require(try Schedules.read("\(header)\n\(row)").rows.first)
    }

    @Test(arguments: [
        "J\\u00fcrgen", "J=C3=BCrgen", "J%C3%BCrgen", "=?utf-8?Q?J=C3=BCrgen?=", "\"Se&foobar;n\"",
        "<b>Anna</b>", "Anna<br>", "Anna<br/>", "<a href='https://www.kreis.example'>Anna</a>",
        "</i> Anna", "<!-- x -->", "<script>", "<SVG/onload=x>", "\"&lt;b&gt;Anna\"",
    ])
    func `nobody is told a text that was written for another purpose`(text: String) throws {
        #expect(try Self.row(first: text).rowClass == .needsDecision)
        #expect(try Self.row(first: "Anna", last: text).rowClass == .needsDecision)
        #expect(try Self.row(first: "Anna", site: text).rowClass == .needsDecision)
        #expect(try Self.row(first: text).reasons.contains(.escapedText))
    }

    @Test(arguments: [
        "A & B", "Ute <3", "1 < 2 > 0", "100 %", "a=b", "C\\D", "< b >", "<chef>", "x <ab 9 Uhr>",
    ])
    func `signs by themselves are what they are`(text: String) throws {
        let row = try Self.row(first: "Anna", site: text)
        #expect(row.rowClass == .send)
        #expect(row.contact?.site == text)
    }
}
