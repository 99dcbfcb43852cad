import MailCore
import TestSupport
import Testing

/// Addresses that came in through the data or the template.
struct MessageGuardTests {
    private static func findings(
        to address: String = "erika@example.org",
        last: String = "Beispiel",
        site: String = "Haus A",
        reference: String = "ITS-1",
        text: String = "{{name}} {{#termine}}{{ort}} {{buchungsnummer}}{{/termine}} {{email}}",
        html: String? = "<p>{{name}} {{#termine}}{{ort}}{{/termine}} <i>{{email}}</i></p>",
        subject: String = "Absage"
    ) throws -> [GuardFinding] {
        let letter = try sampleLetter(text: text, html: html, subject: subject)
        let recipient = try sampleRecipient(
            address,
            first: nil,
            last: last,
            site: site,
            reference: reference
        )
        let message = try Messages.render(recipient, on: letter)
        return MessageGuard(letter: letter, values: CampaignValues())
            .findings(in: message, for: recipient)
    }

    private static let inText = GuardFinding.foreign(.address, place: "text part", row: nil)
    private static let inHTML = GuardFinding.foreign(.address, place: "HTML part", row: nil)
    private static func inCell(_ column: GuardFinding.Column) -> [GuardFinding] {
        [.inCell(.address, column: column, row: nil)]
    }

    @Test func `a message with nobody else's address may go`() throws {
        #expect(try Self.findings() == [])
        #expect(try Self.findings(site: "Praxis @ Markt 5", subject: "Absage {{name}}") == [])
    }

    @Test(arguments: [
        "erika@example.org", "ERIKA@Example.org", "<erika@example.org>", "(Erika@example.org)",
        "mailto:erika@example.org", "erika@example.org.", "info@kreis.example",
        "Termine@Kreis.Example", "ruecklauf@kreis.example", "„erika@example.org“",
        "»erika@example.org«", "a\u{A0}erika@example.org\u{A0}b",
        "\u{2192}\u{2009}erika@example.org",
    ])
    func `the recipient's own and the office's addresses may stand in it`(site: String) throws {
        #expect(try Self.findings(site: site) == [])
    }

    @Test(arguments: [
        "x@y.example", "Herr X (x@y.example)", "X@Y.EXAMPLE", "x@y",
        "erika@example.org.evil.example",
        "erika@example.org,x@y.example", "aerika@example.org", "a.erika@example.org",
        "_erika@example.org", "'erika@example.org", "!erika@example.org", "erika@example.orga",
        "x@müller.example", "x@xn--mller-kva.example", "\"x y\"@y.example", "x(y)@y.example",
        "x@[192.0.2.1]", "x\u{FF20}y.example", "x\u{FE6B}y.example", "x@y\u{FF0E}example",
        "a\u{200B}erika@example.org", "a\u{AD}erika@example.org", "a\u{2060}erika@example.org",
        "x\u{200B}@\u{200B}y.example", "mailto:x%40y.example", "x%40y.example",
        "erika@example.org?cc=x%40y.example", "x @y.example", "x@ y.example", "x @ y.example",
        "<x>@y.example", "x(at)y.example", "x [at] y.example", "x (at) y.example",
        "x{at}y.example", "x <at> y.example", "x&#64;y.example", "x&commat;y.example",
    ])
    func `somebody else's address in a cell is asked about once`(site: String) throws {
        #expect(try Self.findings(site: site) == Self.inCell(.place))
        // A name with a "?" lost letters and is not printed.
        let name = site.replacing("?", with: "&")
        #expect(try Self.findings(last: name) == Self.inCell(.name))
    }

    @Test func `somebody else's address in the subject is found`() throws {
        #expect(
            try Self.findings(last: "Jörg x@y.example", subject: "Absage {{name}}")
                == Self.inCell(.name)
        )
        let own = try sampleRecipient("erika@example.org", last: "Beispiel")
        let letter = try sampleLetter(text: "Absage", subject: "Absage {{name}}")
        for name in ["x@y.example", "Jörg x@y.example", Self.long] {
            let wrong = try sampleRecipient("erika@example.org", last: name)
            let findings = MessageGuard(letter: letter, values: CampaignValues())
                .findings(in: try Messages.render(wrong, on: letter), for: own)
            #expect(
                findings == [.foreign(.address, place: "header field Subject", row: nil)]
            )
        }
    }

    /// Longer than an encoded word.
    private static let long = String(repeating: "ü", count: 14) + "x@yyyyyyyyyyy.example"

    @Test func `somebody else's booking number with an address in it is found`() throws {
        #expect(try Self.findings(reference: "x@y") == Self.inCell(.reference))
    }

    @Test(arguments: [
        "x&#64;y.example", "x&#64y.example", "x&#0064;y.example", "x&#x40;y.example",
        "x&#X40;y.example", "x&#x40y.example", "x&#x00040z.example", "x&commat;y.example",
        "x&#65312;y.example", "&#120;&#64;&#121;&#46;example", "x&#64;y&period;example",
        "a&shy;erika@example.org", "a&ZeroWidthSpace;erika@example.org",
        "a&#8203;erika@example.org", "a<b></b>erika@example.org", "x<b></b>@y.example",
        "x<wbr>@y.example", "x<!-- -->@y.example", "<b>x</b>@<i>y.example</i>",
        "x@<wbr>y.example", "<!-- x@y.example -->", "<a href=\"mailto:x@y.example\">Mail</a>",
        "<a href=\"mailto:x%40y.example\">Mail</a>", "<a href='mailto:x&#37;40y.example'>Mail</a>",
        "<a href=\"mailto:info@kreis.example?cc=x@y.example\">Mail</a>",
        "<a href=\"mailto:info@kreis.example?bcc=x%40y.example\">Mail</a>",
        "<a href=\"mailto:&#x78;&#x40;&#x79;.example\">Mail</a>", "<p data-x=\"x@y.example\"></p>",
        "<style>/* x@y.example */</style>", "<img alt=\"x@y.example\">", "x&amp;#64;y.example",
    ])
    func `an address that only an HTML reader sees is found`(html: String) throws {
        #expect(try Self.findings(html: "<p>\(html)</p>") == [Self.inHTML])
    }

    @Test(arguments: [
        "info@kreis.example", "info&#64;kreis.example", "<b>info</b>@kreis.example",
        "<a href=\"mailto:info@kreis.example\">info@kreis.example</a>",
        "<a href=\"mailto:info%40kreis.example\">Mail</a>", "info@kreis.example<br>Tel. 1",
        "<li>Mail</li><li>info@kreis.example</li><li>Tel.</li>", "&lt;info@kreis.example&gt;",
        "<td>a</td><td>info@kreis.example</td>", "100 % @ Home", "x&COMMAT;y",
        "Mail:&nbsp;info@kreis.example&nbsp;oder", "@media print", "a &lt; b @ c",
        "a < b, c > d",
    ])
    func `the office's own address in any HTML form may stand`(html: String) throws {
        #expect(try Self.findings(html: "<p>\(html)</p>") == [])
    }
}
