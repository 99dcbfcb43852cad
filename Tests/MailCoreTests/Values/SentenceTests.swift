import MailCore
import Testing

/// The same thing said in both languages.
struct SentenceTests {
    private let day = LocalDay(year: 2026, month: 12, day: 2)

    @Test(arguments: [
        (0, "0 Zeilen", "0 rows"), (1, "1 Zeile", "1 row"), (2, "2 Zeilen", "2 rows"),
        (1_494, "1.494 Zeilen", "1494 rows"), (1_234_567, "1.234.567 Zeilen", "1234567 rows"),
        (-1_000, "-1.000 Zeilen", "-1000 rows"),
    ])
    func `a number belongs to its noun and its language`(
        number: Int,
        german: String,
        english: String
    ) {
        let sentence = Sentence(
            en: "\(number, "row", "rows")",
            de: "\(number, "Zeile", "Zeilen")"
        )
        #expect(sentence.de.text == german)
        #expect(sentence.en.text == english)
    }

    @Test func `the number of a row is no count`() {
        #expect(Sentence(en: "row \(1_494)", de: "Zeile \(1_494)").de.text == "Zeile 1494")
    }

    @Test func `a day is written as the language does`() throws {
        let day = try #require(day)
        let sentence = Sentence(en: "until \(day)", de: "bis \(day)")
        #expect(sentence.en.text == "until 2026-12-02")
        #expect(sentence.de.text == "bis 02.12.2026")
        #expect(day.words.en.text == "Wed 2026-12-02")
        #expect(day.words.de.text == "Mi. 02.12.2026")
    }

    @Test(arguments: [
        ([], "", ""), (["a"], "a", "a"), (["a", "b"], "a und b", "a and b"),
        (["a", "b", "c"], "a, b und c", "a, b and c"),
    ])
    func `a list ends in the word of its language`(
        names: [String],
        german: String,
        english: String
    ) {
        let sentence = Sentence(en: "\(list: names)", de: "\(list: names)")
        #expect(sentence.de.text == german)
        #expect(sentence.en.text == english)
    }

    @Test func `a sentence within another is said in its language`() {
        let inner = Sentence(en: "accepted", de: "angenommen")
        let outer = Sentence(en: "2 \(inner)", de: "2 \(inner)")
        #expect(outer.en.text == "2 accepted")
        #expect(outer.de.text == "2 angenommen")
        #expect(Sentence(same: "  \(inner): x").de.text == "  angenommen: x")
        let error = WithdrawError.noMessage(7)
        #expect(Sentence(en: "\(error)", de: "\(error)").de == error.words.de)
    }

    @Test func `nothing that comes from outside is obeyed in either language`() {
        let name = "Meier\n\u{1B}[2J"
        let sentence = Sentence(en: "name \(name)", de: "Name \(name)")
        for language in Language.allCases {
            #expect(sentence[language].text.hasSuffix(" Meier␊␛[2J"))
        }
    }

    @Test func `each side has its own width`() {
        let label = Sentence(en: "rows", de: "Zeilen")
        #expect(Sentence(same: "\(label.padded(en: 6, de: 8))|").en.text == "rows  |")
        #expect(Sentence(same: "\(label.padded(en: 6, de: 8))|").de.text == "Zeilen  |")
        #expect([label, label].commas.de.text == "Zeilen, Zeilen")
    }
}
