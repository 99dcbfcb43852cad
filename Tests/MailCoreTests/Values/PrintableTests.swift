import Foundation
import MailCore
import Testing

/// What a terminal is shown, whatever stands in a value.
struct PrintableTests {
    @Test(arguments: [
        ("Meier\u{1B}[1A\u{1B}[2K 7 messages", "Meier␛[1A␛[2K 7 messages"),
        ("a\u{7}b\u{7F}c", "a␇b␡c"), ("a\tb", "a␉b"), ("a\r\nb", "a␍␊b"), ("\0", "␀"),
        ("a\u{85}b\u{9B}2K", "a\\u{85}b\\u{9B}2K"),
        (
            "a\u{202E}b\u{2066}c\u{2069}\u{61C}\u{200F}",
            "a\\u{202E}b\\u{2066}c\\u{2069}\\u{61C}\\u{200F}"
        ),
        ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"),
        ("\u{200B}\u{FEFF}\u{AD}\u{3164}", "\\u{200B}\\u{FEFF}\\u{AD}\\u{3164}"),
        ("\u{378}\u{E000}\u{FFFE}\u{E0041}", "\\u{378}\\u{E000}\\u{FFFE}\\u{E0041}"),
    ])
    func `what would be obeyed or cannot be seen is shown as a sign`(value: String, shown: String) {
        #expect(Printable(value).text == shown)
        #expect(("<\(value)>" as Printable).text == "<\(shown)>")
        // Shown once is shown for good.
        #expect(Printable(shown).text == shown)
    }

    @Test(arguments: [
        "Müller", "Łucja Ćwikła", "نازنین\u{200C}ها", "Ντόρα", "Яна", "李雷", "❤\u{FE0F}", "a\u{A0}b",
        "«»…–",
    ])
    func `what is written in any script stays as it is`(value: String) {
        #expect(Printable(value).text == value)
    }

    @Test func `only the program's own words make lines`() {
        let value = "Meier\nDigest 0000"
        #expect(("Row: \(value)\nnext" as Printable).text == "Row: Meier␊Digest 0000\nnext")
        #expect(Printable(lines: "one\ntwo\u{1B}").text == "one\ntwo␛")
        // As in a message.
        #expect(Printable(lines: "one\r\ntwo\r\n\r\n").text == "one\ntwo\n\n")
        #expect(Printable(lines: "one\rtwo").text == "one␍two")
        #expect(
            (["a", "\(value)"] as [Printable]).joined(separator: "\n").text.split(separator: "\n")
                .count == 2
        )
    }

    /// Every scalar that there is, by a list of Unicode's categories that the program does not use.
    @Test func `no scalar of a value reaches a terminal that is not a graphic one`() {
        let joiners = CharacterSet(charactersIn: "\u{200C}\u{200D}")
        let unseen = CharacterSet.controlCharacters.union(.newlines)
            .subtracting(joiners)
        for number in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(number), unseen.contains(scalar) else { continue }
            #expect(!scalar.isPrintable, "U+\(String(number, radix: 16))")
        }
    }

    @Test func `JSON is escaped where a terminal would obey it, and says the same`() throws {
        let value = "Meier\u{1B}[2K\u{9B}\u{7F}\u{202E}\u{2028}\u{E0041}\u{378} Müller\n\"\\"
        let shown = Printable(["\(value)": .text(value), "list": [.text(value)]]).text
        #expect(shown.unicodeScalars.allSatisfy { $0.isPrintable || $0 == "\n" }, "\(shown)")
        #expect(shown.contains("\\u202e") && shown.contains("Müller"))
        let parsed = try JSONDecoder().decode(Parsed.self, from: Data(shown.utf8))
        #expect(parsed.list == [value])
    }

    private struct Parsed: Decodable { let list: [String] }

    @Test func `columns stay columns`() {
        #expect((Printable("ab").padded(to: 4) + "|").text == "ab  |")
        #expect(Printable("ab").leftPadded(to: 4).text == "  ab")
        #expect(Printable("abcdef").fitted(to: 4).text == "abc…")
        #expect(Printable("ab  ").trimmedEnd.text == "ab")
    }
}
