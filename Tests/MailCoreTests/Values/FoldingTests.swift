import MailCore
import TestSupport
import Testing

/// What words are compared by.
struct FoldingTests {
    @Test(arguments: [
        ("Jürgen Groß", "juergen gross"), ("ÄRZTE", "aerzte"), ("  Öl \t Über\r\n", "oel ueber"),
        ("ẞ", "ss"), ("u\u{308}ber", "u\u{308}ber"),
        ("Müller–Lüdenscheidt", "mueller-luedenscheidt"),
        ("É", "é"), ("ÄÉ", "aeé"), ("", ""), ("\u{A0}ß\u{200B}", "ss"), ("Ã¤", "ã¤"),
    ])
    func `a word is folded`(text: String, folded: String) {
        #expect(text.folded == folded)
    }

    /// The way in one pass over bytes says the same as letter by letter.
    @Test func `any words of German are folded letter by letter`() {
        var chance = SplitMix(seed: 31)
        let letters = Array("abzABZ019-.@ \t\räöüßÄÖÜ")
        let spelled: [Character: String] = [
            "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue",
        ]
        for _ in 0..<2_000 {
            let count = Int(chance.next() % 12)
            let text = String((0..<count).map { _ in letters[Int(chance.next() % 22)] })
            let expected = text.split(whereSeparator: \.isWhitespace).map { word in
                word.map { spelled[$0] ?? String($0).lowercased() }.joined()
            }.joined(separator: " ")
            #expect(text.folded == expected)
        }
    }
}
