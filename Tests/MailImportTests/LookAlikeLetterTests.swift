import MailCore
import MailImport
import Testing

/// Domains whose letters look like those of another alphabet.
struct LookAlikeLetterTests {
    @Test(arguments: [
        // A Cyrillic a, o, e, p; a Greek o and v; Latin in a Cyrillic and in a Greek word.
        "gm\u{430}il.com", "p\u{43E}st.example", "mail.w\u{435}b.de", "s\u{440}arkasse.de",
        "g\u{3BF}\u{3BF}gle.com", "\u{3BD}erein.de", "п\u{6F}чта.example", "ταχυδρ\u{6F}μείο.gr",
        "\u{430}\u{3B1}.example", "m\u{FC}ll\u{435}r.de", "xn--gmil-63d.com", "ab\u{10D0}.example",
    ])
    func `a label with letters of two alphabets is doubted`(domain: String) throws {
        let cell = AddressCell(parsing: "erika@\(domain)")
        #expect(try cell == .address(EmailAddress(parsing: "erika@\(domain)")))
        let doubt = "\(try #require(cell.doubt))"
        #expect(doubt.contains("mixes letters of two alphabets"))
        #expect(!doubt.contains(domain) && !doubt.contains("erika"))
    }

    @Test(arguments: [
        "\u{441}\u{43E}\u{441}\u{43E}.de", "\u{440}\u{430}\u{443}\u{440}\u{430}ӏ.com",
        "\u{435}-\u{445}1.example", "mail.\u{455}\u{441}\u{43E}\u{440}\u{435}.org",
        "\u{3BD}\u{3B9}\u{3B1}.de",
    ])
    func `a label of another alphabet whose letters all look Latin is doubted`(
        domain: String
    ) throws {
        let doubt = "\(try #require(AddressCell(parsing: "erika@\(domain)").doubt))"
        #expect(doubt.contains("letters that look like Latin ones"))
        #expect(!doubt.contains(domain) && !doubt.contains("erika"))
    }

    @Test(arguments: [
        "müller.example", "straße.de", "şahin.example", "nguyễn.example", "gmail.com",
        "xn--mller-kva.example", "почта.example", "почта.рф", "ταχυδρομείο.gr",
        "сосо.рф", "почта-24.example", "мюллер.müller.example", "例え.example", "abc例え.example",
        "カフェbar.example", "한국abc.example", "中文.example", "123.example", "xn--p1ai.example",
        "שלום.example",
    ])
    func `one alphabet in each label is no doubt, nor Latin beside ideographs`(domain: String) {
        let cell = AddressCell(parsing: "erika@\(domain)")
        #expect(throws: Never.self) { try EmailAddress(parsing: "erika@\(domain)") }
        #expect(cell.doubt == nil)
    }

    /// The name that Unicode gives a letter tells its alphabet, too: `CYRILLIC SMALL LETTER A`.
    @Test func `every letter that a domain may hold is in the alphabet of its name`() throws {
        let alphabets = ["LATIN", "GREEK", "CYRILLIC"]
        var checked = [0, 0, 0]
        var wrong: [String] = []
        for scalar in (0x80...0x2_FFFF).compactMap(Unicode.Scalar.init) {
            // Marks and modifiers belong to every alphabet, whatever they are called.
            guard [.lowercaseLetter, .otherLetter].contains(scalar.properties.generalCategory),
                let name = scalar.properties.name,
                let own = alphabets.firstIndex(where: { name.hasPrefix("\($0) ") })
            else { continue }
            for (other, letter) in ["b", "\u{3B2}", "\u{431}"].enumerated() {
                let text = "erika@\(letter)\(scalar)\(letter).example"
                guard let address = try? EmailAddress(parsing: text) else { continue }
                checked[own] += 1
                let isMixed = AddressCell.address(address).doubt == .mixedAlphabets
                if isMixed != (own != other) { wrong.append("\(name) beside \(letter)") }
            }
        }
        #expect(wrong == [])
        #expect(checked.min() ?? 0 > 300, "\(checked)")
    }

    @Test func `such a row of a chosen day needs a decision`() throws {
        let schedule = try Schedules.read(
            rows: "1;Beispiel;Erika;erika@gm\u{430}il.com;;16.03.2021;09:10;",
            "2;Beispiel;Max;max@gmail.com;;16.03.2021;09:10;",
            "3;Beispiel;Ida;ida@gm\u{430}il.com;;08.06.2021;09:10;"
        )
        #expect(Schedules.classes(schedule) == [.needsDecision, .send, .outOfWindow])
        #expect(schedule.rows[0].reasons.count == 1)
        #expect(schedule.problems.first?.column == "E-Mail")
    }
}
