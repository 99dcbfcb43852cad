import MailCore
import Testing
import TestSupport

struct CanonicalJSONTests {
    @Test func `a value has one spelling`() throws {
        let value = JSON.object([
            "b": .list([.number(-7), .number(0), .bool(true), .bool(false), .null]),
            "a": .text("“ä” \"\\\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}\u{7F}/"), "Z": .object([:]),
            "é": .list([]), "z": .number(.max),
        ])
        let text =
            #"{"Z":{},"a":"“ä” \"\\\b\t\n\f\r\u0000\u001f"# + "\u{7F}"
            + #"/","b":[-7,0,true,false,null],"z":9223372036854775807,"é":[]}"#
        #expect(value.canonicalText == text)
        let octets = value.canonicalOctets
        #expect(try JSON(parsingCanonical: octets).canonicalOctets == octets)
    }

    @Test(arguments: [
        ("", 0), (" 1", 0), ("1 ", 1), ("{\"a\": 1}", 5), ("{\"a\":1,}", 7), ("[1,]", 3), ("[", 1),
        ("{\"b\":1,\"a\":2}", 2), ("{\"a\":1,\"a\":2}", 5), ("01", 0), ("-0", 0), ("1.5", 1),
        ("1e3", 1), ("9223372036854775808", 0), ("\"\\u0041\"", 2), ("\"\\/\"", 2),
        ("\"\\u001F\"", 6), ("\"\\u000a\"", 2), ("\"\\u00+f\"", 5), ("\"a", 2), ("\"\\", 2),
        ("\"\u{1}\"", 1), ("nul", 3), ("True", 0), ("1,2", 1), ("'a'", 0), ("--1", 0), ("-", 0),
        (String(repeating: "[", count: 100), 17),
    ])
    func `another spelling is refused, with its first octet`(text: String, octet: Int) throws {
        let error = #expect(throws: NotCanonical.self) {
            _ = try JSON(parsingCanonical: Array(text.utf8))
        }
        #expect(error?.octet == octet, "\(text): \(String(describing: error))")
    }

    @Test(arguments: [
        [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
    ])
    func `octets that are no UTF-8 are refused`(octets: [UInt8]) {
        #expect(throws: NotCanonical.self) { _ = try JSON(parsingCanonical: octets) }
    }

    @Test func `whatever octets there are, they are refused or come out again`() {
        var generator = SplitMix(seed: 7)
        let alphabet = Array("{}[]\",:\\untrfalse0123-é\u{1} ".utf8)
        var read = 0
        for _ in 0..<20_000 {
            let octets = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                alphabet[Int.random(in: alphabet.indices, using: &generator)]
            }
            guard let value = try? JSON(parsingCanonical: octets) else { continue }
            read += 1
            #expect(value.canonicalOctets == octets)
        }
        #expect(read > 100)
    }
}
