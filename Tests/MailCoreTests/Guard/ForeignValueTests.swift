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

    /// Told to row 2 and to row 3, and found fine for row 3 alone.
    @Test(arguments: ["mit Anna Öztürk Vogel", "an anna@example.net", "Tel. 0171 3920025"])
    func `what a person found fine is fine in its rows, and in its cell`(site: String) throws {
        let fine = Contact(
            name: PersonName(first: "Erika", last: "Beispiel"),
            address: try EmailAddress(parsing: "erika@example.org"),
            phone: nil,
            site: site,
            reference: "MK-1122-AB"
        )
        for (row, isFine) in [(2, true), (3, false)] {
            var values = Self.values((row, fine))
            values.allow(fine, row: row)
            #expect(try Self.findings(site, values: values).isEmpty == isFine)
            #expect(try Self.findings(site + ", Anna Öztürk Vogel", values: values) != [])
        }
    }

    private static func inPlace(_ kind: GuardFinding.Kind, row: Int? = 57) -> [GuardFinding] {
        [.inCell(kind, column: .place, row: row)]
    }

    @Test(arguments: [
        "Haus A", "Öztürk", "Haus Vogel", "Robert-Vogel-Straße 5", "Anna", "Raum 0171",
        "Halle 39200", "Haus Erika Beispiel", "(0)221 4710 000", "12345 Musterstadt",
        "Vogel Anna, Halle", "Maria Anna", "Raum 02.01.034", "Haus A (08.00-12.00)",
        "Haus A (ab 01.03.2021)", "Zimmer 0.12.3456", "Anna Ozturk-Vogel",
    ])
    func `ordinary places raise no alarm`(site: String) throws {
        #expect(try Self.findings(site) == [])
    }

    @Test(arguments: [
        "Anna Maria Öztürk-Vogel", "Öztürk-Vogel, Anna Maria", "ÖZTÜRK VOGEL ANNA MARIA",
        "mit Anna Öztürk Vogel", "Haus A (Anna Öztürk-Vogel)", "Anna\nÖztürk-Vogel",
        "Anna\u{200B} Öz\u{AD}türk-Vogel", "An\u{1}na Öztürk-Vo\u{85}gel",
        "Anna Ozturk\u{308}-Vogel Anna O\u{308}ztu\u{308}rk-Vogel",
        "Öztürk-Vogel; Anna", "Anna (Öztürk-Vogel)", "Anna | Öztürk-Vogel", "Anna — Öztürk-Vogel",
        "Anna Oeztuerk-Vogel", "Ａｎｎａ Öztürk-Vogel", "Anna &Ouml;zt&uuml;rk-Vogel",
        "Anna%20%C3%96zt%C3%BCrk-Vogel", "Anna * Öztürk + Vogel", "Anna – Öztürk-Vogel",
        "Anna / Öztürk-Vogel", "Anna&nbsp;&#214;zt&#xFC;rk-Vogel", "𝐀𝐧𝐧𝐚 Öztürk-Vogel",
        "<b>Anna</b> Öztürk-Vogel",
    ])
    func `somebody else's name in a place is asked about, and its row is named`(site: String) throws
    {
        #expect(try Self.findings(site) == Self.inPlace(.name))
    }

    @Test(arguments: [
        ("Walter", "D'Angelo", "Walter (D'Angelo)"), ("Walter", "D'Angelo", "Dangelo, Walter"),
        ("René", "Weiß", "Ren&eacute; Wei&szlig;"),
        ("Jérôme", "Łącki", "J&eacute;r&ocirc;me &Lstrok;&aogon;cki"),
        ("Erika M.", "Kühn", "Erika Kuehn"), ("Erika M.", "Kühn", "Erika M. Kuehn"),
        ("Dr. Erika", "Kühn", "Kühn, Erika"), ("Erika", "Prof. Kühn", "Erika Kühn"),
        ("Anna", "Herr", "Anna Herr"), ("Söğüt", "Ćalić", "Soeguet Calic"),
    ])
    func `however a name is written, it is read in every usual way`(
        first: String,
        last: String,
        site: String
    ) throws {
        let values = Self.values((58, Self.person(first, last)))
        let expected = site.hasPrefix("Dangelo") ? [] : Self.inPlace(.name, row: 58)
        #expect(try Self.findings("Haus A, \(site)", values: values) == expected)
        let joined = PersonName(full: "\(last), \(first)")
        var whole = CampaignValues()
        let contact = Contact(name: joined, address: nil, phone: nil, site: nil, reference: nil)
        whole.add(contact, row: 58)
        #expect(try Self.findings("Haus A, \(site)", values: whole) == expected)
    }

    @Test(arguments: [
        "01713920025", "0171 / 392 00 25", "+491713920025", "0049 171 3920025",
        "Tel. 0171-392-0025", "49 171 3920025", "+49 (0)171 3920025", "0171 — 392 00 25",
        "０１７１ ３９２００２５", "0171.392.00.25", "٠١٧١ ٣٩٢٠٠٢٥", "०१७१ ३९२००२५", "𝟎𝟏𝟕𝟏 𝟑𝟗𝟐𝟎𝟎𝟐𝟓",
        "0171&nbsp;392&#48;025", "0171 – 392–00–25", "%30171 3920025",
    ])
    func `somebody else's phone number is asked about in any spelling`(site: String) throws {
        #expect(try Self.findings(site) == Self.inPlace(.phone))
    }

    @Test(arguments: [
        "anna@example.net", "ANNA@EXAMPLE.NET", "anna(at)example.net", "anna {at} example.net",
        "anna[AT]example.net", "anna&commat;example.net", "anna&#64;example.net",
        "anna&#x40;example.net", "anna＠example.net", "anna%40example.net", "<anna@example.net>",
        "an\u{200B}na@example.net", "YW5uYUBleGFtcGxlLm5ldA==",
    ])
    func `somebody else's address is asked about however it is disguised`(site: String) throws {
        #expect(try Self.findings("Haus A, \(site)") == Self.inPlace(.address))
        let named = try Self.findings("Haus A", last: "Beispiel \(site)")
        #expect(named == [.inCell(.address, column: .name, row: 57)])
    }

    @Test(arguments: ["0234 5678901", "+43 1 234567", "Tel. 0171/39 200 26"])
    func `a phone number that is nobody's here is asked about too`(site: String) throws {
        #expect(try Self.findings(site) == Self.inPlace(.phone, row: nil))
    }

    @Test(arguments: [
        "MK-7788-ZX", "mk7788zx", "Nr. MK 7788 ZX", "(MK/7788/ZX)", "MK—7788—ZX", "ＭＫ７７８８ＺＸ",
    ])
    func `somebody else's booking reference is asked about`(site: String) throws {
        #expect(try Self.findings(site) == Self.inPlace(.reference))
    }

    @Test func `a few letters are a reference only as it is written`() throws {
        let letters = Self.values((58, Self.person("Kurt", "Muster", reference: "OFF-NRY")))
        #expect(
            try Self.findings("siehe off/nry", values: letters)
                == Self.inPlace(.reference, row: 58)
        )
        #expect(try Self.findings("siehe offnry", values: letters) == [])
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
        #expect(findings == Self.inPlace(.reference, row: 58))
    }

    @Test func `another reference's ending is found, the own one is not`() throws {
        let text = "{{name}} {{#termine}}{{buchungsnummer}} {{ort}}{{/termine}}"
        #expect(try Self.findings("Haus A", text: text) == [])
        #expect(
            try Self.findings("…8-ZX", text: text) == Self.inPlace(.reference, row: nil)
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

    @Test(arguments: [
        ("0171 3920025", GuardFinding.Kind.phone), ("MK-7788-ZX", .reference),
        ("anna@example.net", .address), ("anna{at}example.net", .address), ("A-77", nil),
        ("4711", .reference), ("Anna Öztürk-Vogel", nil), ("11:20 Uhr", .moment),
        ("０１７１ — ３９２００２５", .phone), ("(+49 171) 392-00-25", .phone),
        ("0171&nbsp;3920025", .phone), ("ＭＫ—７７８８—ＺＸ", .reference), ("mk7788zx", .reference),
        ("MK&#45;7788&#45;ZX", .reference), ("𝟒𝟕𝟏𝟏", .reference),
    ])
    func `what was typed into the name is asked about`(
        typed: String,
        kind: GuardFinding.Kind?
    ) throws {
        var short = Self.values()
        short.add(Self.person("Kurt", "Muster", reference: "4711"), row: 58)
        short.add(Self.person("Kuno", "Muster", reference: "A-77"), row: 59)
        let findings = try Self.findings("Haus A", last: "Beispiel \(typed)", values: short)
        #expect(findings.map(\.isQuestion) == (kind == nil ? [] : [true]))
        guard case .inCell(kind, column: .name, row: _)? = findings.first else {
            #expect(kind == nil)
            return
        }
    }

    /// Whatever people are called, the words of a letter and of its cells meet by chance.
    @Test(arguments: [
        ("Anna", "Tag"), ("Uhr", "Haus"), ("Termin", "Erika"), ("Erika", "Herr"), ("A", "Uhr"),
        ("Beispiel", "Termin"), ("Beispiel", "Dienstag"), ("Haus", "Beispiel"),
    ])
    func `a name that words happen to make where two texts meet is nobody's`(
        first: String,
        last: String
    ) throws {
        let text =
            "Guten Tag, Herr {{name}}\nTermin {{name}} Termin "
            + "{{#termine}}{{datum}}, {{uhrzeit}}\n{{ort}}\n{{/termine}}"
        let values = Self.values((58, Self.person(first, last)))
        let own = first == "Anna" ? "Anna" : "Erika"
        #expect(try Self.findings("Haus A", first: own, text: text, values: values) == [])
    }

    @Test func `the same words in another order are somebody's`() throws {
        let text = "Guten Tag, {{name}}"
        let own = try sampleRecipient("erika@example.org", first: "Anna", last: "Beispiel")
        let wrong = try sampleRecipient("erika@example.org", first: "Anna", last: "Tag")
        let message = try Messages.render(wrong, on: sampleLetter(text: text))
        let values = Self.values((58, Self.person("Anna", "Tag")))
        let findings = MessageGuard(letter: try sampleLetter(text: text), values: values)
            .findings(in: message, for: own)
        #expect(findings == [.foreign(.name, place: "text part", row: 58)])
    }

    @Test(arguments: ["JQRNHUHN", "KXQWANNA", "X-VOGEL"])
    func `a reference that ends like somebody is called is nobody's name`(own: String) throws {
        let text = "{{#termine}}{{buchungsnummer}}{{/termine}}"
        let values = Self.values((58, Self.person("Claudia", "Huhn")))
        #expect(try Self.findings("Haus A", reference: own, text: text, values: values) == [])
    }

    @Test func `a few digits are a reference only as it is written`() throws {
        let digits = Contact(
            name: PersonName(),
            address: nil,
            phone: nil,
            site: nil,
            reference: "47-1108"
        )
        let values = Self.values((58, digits))
        for site in ["Raum 4.71.108", "Haus 4 71108", "Raum 4711-08"] {
            #expect(try Self.findings(site, values: values) == [])
        }
        let five = Self.values((58, Self.person("Kurt", "Muster", reference: "23456")))
        #expect(try Self.findings("Schulstraße 4, 23456 Beispielstadt", values: five) == [])
        for site in ["Haus A, 23456", "23456, Haus A", "23456"] {
            #expect(try Self.findings(site, values: five) == Self.inPlace(.reference, row: 58))
        }
        for site in ["47-1108", "Raum 471108", "47.1108", "47 1108"] {
            #expect(try Self.findings(site, values: values) == Self.inPlace(.reference, row: 58))
        }
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
        #expect(try Self.findings(name, values: values).count == 2)
        for row in 60..<64 { values.add(Self.person("P\(row)", "Q", site: name), row: row) }
        // Nobody's number in a place where two people go is the place's; a name is not.
        #expect(try Self.findings(name, values: values).count == 1)
        values.add(Self.person("P64", "Q", site: name), row: 64)
        #expect(try Self.findings(name, values: values) == [])
    }

    @Test func `whoever comes again and again is one visitor`() throws {
        let name = "Praxis Anna Öztürk-Vogel"
        var values = Self.values()
        for row in 60..<80 {
            values.add(Self.person("P\(row % 4)", "Q", site: name), row: row)
        }
        #expect(try Self.findings(name, values: values) == Self.inPlace(.name))
    }

    @Test func `a template that names somebody of the campaign is found once`() throws {
        let letter = try sampleLetter(
            text: "Guten Tag, Anna Öztürk-Vogel,\n{{name}} Haus Vogel, 0171 3920025"
        )
        let messageGuard = MessageGuard(letter: letter, values: Self.values())
        let expected: Set<GuardFinding> = [
            .inLetter(.name, row: 57), .inLetter(.phone, row: 57),
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

    private static func person(
        _ first: String,
        _ last: String,
        site: String? = nil,
        reference: String? = nil
    ) -> Contact {
        Contact(
            name: PersonName(first: first, last: last),
            address: nil,
            phone: nil,
            site: site,
            reference: reference
        )
    }
}
