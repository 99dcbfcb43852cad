import MailCore
import Testing

struct HeaderTextTests {
    @Test(arguments: [
        "", "Musterkreis", "Ayşe Yılmaz", "ليلى حداد", "👩‍⚕️ Termin", "=?utf-8?Q?x?=", "a  b",
    ])
    func `text is taken as it is`(text: String) throws {
        #expect(try HeaderText(parsing: text).text == text)
    }

    @Test(arguments: [
        "a\r\nBcc: b@example.org", "a\nb", "a\rb", "a\u{0}", "a\tb", "\u{1B}[2J", "a\u{7F}",
        "a\u{85}b", "a\u{9F}", "a\u{2028}b", "a\u{2029}b",
    ])
    func `control characters and line ends are refused`(text: String) {
        #expect(throws: HeaderTextError.controlCharacter) { try HeaderText(parsing: text) }
    }
}

struct MessageIDTests {
    /// Counts up, so that the digits can be told beforehand.
    private struct Counter: RandomNumberGenerator {
        var value: UInt64 = 0x0123_4567_89AB_CDEE

        mutating func next() -> UInt64 {
            value += 1
            return value
        }
    }

    @Test func `a name is 128 random bits in hexadecimal digits`() throws {
        var counter = Counter()
        let id = MessageID(using: &counter)
        #expect(id.text == "0123456789abcdef0123456789abcdf0")
        #expect(MessageID(parsing: id.text) == id)
        let sender = try EmailAddress(parsing: "termine@kreis.example")
        #expect(id.header(for: sender) == "<0123456789abcdef0123456789abcdf0@kreis.example>")
    }

    @Test(arguments: [
        "", "0123456789abcdef0123456789abcdf", "0123456789abcdef0123456789abcdf01",
        "0123456789ABCDEF0123456789ABCDF0", "0123456789abcdef0123456789abcdg0",
        "0123456789abcdef0123456789abcd\r\n",
    ])
    func `anything else is no name of a message`(text: String) {
        #expect(MessageID(parsing: text) == nil)
    }
}
