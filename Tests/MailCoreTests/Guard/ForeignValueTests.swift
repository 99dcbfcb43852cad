import MailCore
import TestSupport
import Testing

/// Names, phone numbers and references of other people in the campaign.
struct ForeignValueTests {
    /// Row 57 of the same campaign.
    private static let other = Contact(
        name: PersonName(first: "Anna Maria", last: "Öztürk-Vogel"),
        address: try? EmailAddress(parsing: "anna@example.net"),
        phone: "+49 (0)171 392 00 25",
        site: "Haus B",
        reference: "MK-7788-ZX"
    )

    private static func values(_ more: (Int, Contact)...) -> CampaignValues {
        var values = CampaignValues()
        values.add(other, row: 57)
        for (row, contact) in more { values.add(contact, row: row) }
        return values
    }

    private static func findings(
        _ site: String,
        first: String? = "Erika",
        last: String? = "Beispiel",
        reference: String? = "MK-1122-AB",
        text: String = "{{name}}\n{{#termine}}{{datum}}, {{uhrzeit}}\n{{ort}}\n{{/termine}}",
        html: String? = nil,
        values: CampaignValues = values()
    ) throws -> [GuardFinding] {
        let letter = try sampleLetter(text: text, html: html)
        let recipient = try sampleRecipient(
            "erika@example.org",
            first: first,
            last: last,
            site: site,
            reference: reference
        )
        let message = try Messages.render(recipient, on: letter)
        return MessageGuard(letter: letter, values: values).findings(in: message, for: recipient)
    }

    private static func inText(_ kind: GuardFinding.Kind, row: Int? = 57) -> [GuardFinding] {
        [.foreign(kind, place: "text part", row: row)]
    }

    @Test(arguments: [
        "Haus A", "Öztürk", "Haus Vogel", "Robert-Vogel-Straße 5", "Anna", "Raum 0171",
        "Halle 39200", "Haus Erika Beispiel", "(0)221 4710 000", "12345 Musterstadt",
        "Vogel Anna, Halle", "Maria Anna",
    ])
    func `ordinary places raise no alarm`(site: String) throws {
        #expect(try Self.findings(site) == [])
    }

    @Test(arguments: [
        "Anna Maria Öztürk-Vogel", "Öztürk-Vogel, Anna Maria", "ÖZTÜRK VOGEL ANNA MARIA",
        "mit Anna Öztürk Vogel", "Haus A (Anna Öztürk-Vogel)", "Anna\nÖztürk-Vogel",
        "Anna\u{200B} Öz\u{AD}türk-Vogel", "An\u{1}na Öztürk-Vo\u{85}gel",
        "Anna Ozturk\u{308}-Vogel Anna O\u{308}ztu\u{308}rk-Vogel",
    ])
    func `somebody else's name in a cell is found, and both rows are named`(site: String) throws {
        #expect(try Self.findings(site) == Self.inText(.name))
    }

    @Test(arguments: [
        "01713920025", "0171 / 392 00 25", "+491713920025", "0049 171 3920025",
        "Tel. 0171-392-0025", "49 171 3920025", "+49 (0)171 3920025",
    ])
    func `somebody else's phone number is found in any spelling`(site: String) throws {
        #expect(try Self.findings(site) == Self.inText(.phone))
    }

    @Test(arguments: ["0234 5678901", "+43 1 234567", "Tel. 0171/39 200 26"])
    func `a phone number that is nobody's here is found too`(site: String) throws {
        #expect(try Self.findings(site) == Self.inText(.phone, row: nil))
    }

    @Test(arguments: ["MK-7788-ZX", "mk7788zx", "Nr. MK 7788 ZX", "(MK/7788/ZX)"])
    func `somebody else's booking reference is found`(site: String) throws {
        #expect(try Self.findings(site) == Self.inText(.reference))
    }

    @Test func `a reference that begins with a word of the letter is found`() throws {
        let other = Contact(
            name: PersonName(),
            address: nil,
            phone: nil,
            site: nil,
            reference: "TERMIN-77881"
        )
        let findings = try Self.findings("siehe Termin-77881", values: Self.values((58, other)))
        #expect(findings == Self.inText(.reference, row: 58))
    }

    @Test func `another reference's ending is found, the own one is not`() throws {
        let text = "{{name}} {{#termine}}{{buchungsnummer}} {{ort}}{{/termine}}"
        #expect(try Self.findings("Haus A", text: text) == [])
        #expect(
            try Self.findings("…8-ZX", text: text) == Self.inText(.reference, row: nil)
        )
    }

    /// As if the message had been written for the neighbour's row.
    @Test(arguments: ["Anna", "Öztürk", "vogel", "anna@example.net"])
    func `a single word of another name outside the own cells is found`(word: String) throws {
        let letter = try sampleLetter(text: "Guten Tag {{name}}")
        let own = try sampleRecipient("erika@example.org", first: "Erika", last: "Beispiel")
        let wrong = try sampleRecipient("erika@example.org", first: "Erika", last: word)
        let message = try Messages.render(wrong, on: letter)
        let findings = MessageGuard(letter: letter, values: Self.values())
            .findings(in: message, for: own)
        let kind: GuardFinding.Kind = word.contains("@") ? .address : .name
        #expect(findings.contains(.foreign(kind, place: "text part", row: 57)))
    }

    @Test(arguments: [
        "<p title=\"Anna &Ouml;zt&uuml;rk-Vogel\">x</p>", "<!-- Anna Öztürk-Vogel -->",
        "<p>An<b>na</b> &#214;zt&#252;rk-Vogel</p>",
        "<p style=\"display:none\">Öztürk Anna Vogel</p>",
        "<a href=\"https://www.kreis.example/Anna%20%C3%96zt%C3%BCrk-Vogel\">x</a>",
        "<a href=\"https://www.kreis.example/?t=QW5uYSDDlnp0w7xyay1Wb2dlbA==\">x</a>",
        "<a href=\"https://www.kreis.example/?t=YW5uYUBleGFtcGxlLm5ldA\">x</a>",
        "<a href=\"https://www.kreis.example/%4D%4B-%37%37%38%38-%5A%58\">x</a>",
        "<p>0171&nbsp;392&#160;0025</p>", "<p data-x=\"MK7788ZX\">x</p>",
    ])
    func `what only an HTML reader or a program sees is found`(html: String) throws {
        let own = try sampleRecipient("erika@example.org", first: "Erika", last: "Beispiel")
        let faulty = try Messages.render(own, on: sampleLetter(html: html))
        let letter = try sampleLetter(html: "<p>x</p>")
        let findings = MessageGuard(letter: letter, values: Self.values())
            .findings(in: faulty, for: own)
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { "\($0)".contains("HTML part") && "\($0)".contains("row 57") })
    }

    @Test func `a name that is a word of the letter or of the office raises no alarm`() throws {
        let values = Self.values(
            (58, Self.person("Guten", "Tag")),
            (59, Self.person("Kreis", "Landrat")),
            (60, Self.person("März", "Dienstag")),
            (61, Self.person("Haus", "Montag")),
            (62, Self.person("Uhr", "Termin"))
        )
        #expect(try Self.findings("Haus A", values: values) == [])
    }

    @Test func `people who share a name, a part of it or a number raise no alarm`() throws {
        let family = Contact(
            name: PersonName(first: "Erika", last: "Beispiel"),
            address: nil,
            phone: "0171 3920025",
            site: nil,
            reference: "MK-1122-AB"
        )
        let values = Self.values((58, family), (59, Self.person("Maria", "Beispiel")))
        #expect(try Self.findings("Haus A", values: values) == [])
        let long = try Self.findings("Haus A", first: "Erika Maria", values: values)
        #expect(long == [])
        // The phone number of row 57 is that of the recipient's own row 2 as well.
        let own = Self.values((2, family))
        #expect(try Self.findings("Haus A, Tel. 0171 3920025", values: own) == [])
    }

    @Test func `a place that many people go to may be called like one of them`() throws {
        let name = "Praxis Anna Öztürk-Vogel, Tel. 0234 5678901"
        var values = Self.values()
        for row in 60..<64 { values.add(Self.person("P\(row)", "Q", site: name), row: row) }
        #expect(try Self.findings(name, values: values).count == 2)
        values.add(Self.person("P64", "Q", site: name), row: 64)
        #expect(try Self.findings(name, values: values) == [])
    }

    @Test func `a template that names somebody of the campaign is found once`() throws {
        let letter = try sampleLetter(
            text: "Guten Tag, Anna Öztürk-Vogel,\n{{name}} Haus Vogel, 0171 3920025"
        )
        let messageGuard = MessageGuard(letter: letter, values: Self.values())
        let expected: Set<GuardFinding> = [
            .foreign(.name, place: "template", row: 57),
            .foreign(.phone, place: "template", row: 57),
        ]
        #expect(Set(messageGuard.findingsInLetter()) == expected)
        let harmless = try sampleLetter(text: "Haus Vogel\n{{anrede}}")
        #expect(
            MessageGuard(letter: harmless, values: Self.values()).findingsInLetter() == []
        )
    }

    @Test func `a finding names rows and no values`() throws {
        for finding in try Self.findings("Anna Öztürk-Vogel 0171 3920025 MK7788ZX x@y.example") {
            #expect(!"\(finding)".contains(/Anna|Öztürk|0171|MK|example/))
        }
    }

    private static func person(_ first: String, _ last: String, site: String? = nil) -> Contact {
        Contact(
            name: PersonName(first: first, last: last),
            address: nil,
            phone: nil,
            site: site,
            reference: nil
        )
    }
}
