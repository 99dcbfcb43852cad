import Foundation
import MailCore
import Testing

struct EmailAddressTests {
    static let longLocal = String(repeating: "a", count: 64)
    /// 189 octets: three labels of 61, one of 3.
    static let longDomain =
        Array(repeating: String(repeating: "d", count: 61), count: 3).joined(separator: ".")
        + ".org"

    @Test(arguments: [
        ("a@example.org", "a@example.org"),
        ("Erika.Beispiel@Example.ORG", "Erika.Beispiel@example.org"),
        ("o'neill_x+y@mail.example.museum", "o'neill_x+y@mail.example.museum"),
        ("#$&'*+-/=?^_`{|}~@example.org", "#$&'*+-/=?^_`{|}~@example.org"),
        ("a@müller.example", "a@xn--mller-kva.example"),
        ("a@MÜLLER.example", "a@xn--mller-kva.example"),
        ("a@mu\u{308}ller.example", "a@xn--mller-kva.example"),
        ("a@straße.example", "a@xn--strae-oqa.example"),
        ("a@strasse.example", "a@strasse.example"),
        ("a@xn--mller-kva.example", "a@xn--mller-kva.example"),
        ("a@例え.example", "a@xn--r8jz45g.example"),
        ("a@1.example", "a@1.example"),
        ("a@example.xn--p1ai", "a@example.xn--p1ai"),
        ("\(longLocal)@\(longDomain)", "\(longLocal)@\(longDomain)"),
    ])
    func `one mailbox is read, with its domain in lower case and in A-labels`(
        text: String,
        expected: String
    ) throws {
        let address = try EmailAddress(parsing: text)
        #expect(address.text == expected)
        #expect(try EmailAddress(parsing: address.text) == address)
    }

    @Test(arguments: [
        ("", AddressError.notOneMailbox),
        ("example.org", .notOneMailbox),
        ("@example.org", .notOneMailbox),
        ("a@b@example.org", .notOneMailbox),
        ("a@example.org@", .notOneMailbox),
        ("a@example.org,b@example.org", .notOneMailbox),
        ("<a@example.org>,<b@example.org>", .notOneMailbox),
        ("a\u{FF20}example.org", .notOneMailbox),
        ("a@\u{301}example.org", .notOneMailbox),
        ("a\u{FE6B}example.org", .notOneMailbox),
        ("\"a b\"@example.org", .localPart),
        ("\"a\"@example.org", .localPart),
        ("a(comment)@example.org", .localPart),
        ("a b@example.org", .localPart),
        (" a@example.org", .localPart),
        ("a,b@example.org", .localPart),
        ("a;b@example.org", .localPart),
        ("a:b@example.org", .localPart),
        ("<a@example.org", .localPart),
        ("a\\b@example.org", .localPart),
        ("a\r\nBcc: b@example.org", .localPart),
        ("a\n@example.org", .localPart),
        ("a\u{0}@example.org", .localPart),
        ("a%b@example.org", .localPart),
        ("b.example!a@example.org", .localPart),
        (".a@example.org", .localPart),
        ("a.@example.org", .localPart),
        ("a..b@example.org", .localPart),
        ("jörg@example.org", .localPartNotASCII),
        ("\u{FF41}@example.org", .localPartNotASCII),
        ("a\u{200B}@example.org", .localPartNotASCII),
        ("a\u{AD}@example.org", .localPartNotASCII),
        ("a@", .domain),
        ("a@example", .domain),
        ("a@localhost", .domain),
        ("a@.example.org", .domain),
        ("a@example.org.", .domain),
        ("a@example..org", .domain),
        ("a@-example.org", .domain),
        ("a@example-.org", .domain),
        ("a@exa_mple.org", .domain),
        ("a@exa mple.org", .domain),
        ("a@example.org ", .domain),
        ("a@example.org>", .domain),
        ("a@example.org\r\n", .domain),
        ("a@example.org\nRCPT TO:<b", .domain),
        ("a@127.0.0.1", .domain),
        ("a@[127.0.0.1]", .domain),
        ("a@[IPv6:::1]", .domain),
        ("a@example.123", .domain),
        ("a@example.or0", .domain),
        ("a@ab--cd.example", .domain),
        ("a@xn--a.example", .domain),
        ("a@xn--.example", .domain),
        ("a@xn--strasse-.example", .domain),
        ("a@xn---2zd.example", .domain),
        ("a@müller.xn--a.example", .domain),
        ("a@أ1\u{661}.example", .domain),
        ("a@・.example", .domain),
        ("a@STRAẞE.example", .domain),
        ("a@1.אב.example", .domain),
        ("a@x.\u{345}a.example", .domain),
        ("a@exam%70le.org", .domain),
        ("a@example.org/x", .domain),
        ("a@example.org:25", .domain),
        ("a@müller.example/x", .domain),
        ("a@müller.example:25", .domain),
        ("a@müller%2eexample.org", .domain),
        ("a@exam\u{200B}ple.org", .domain),
        ("a@müller\u{200D}x.example", .domain),
        ("a@exam\u{AD}ple.org", .domain),
        ("a@example\u{3002}org", .domain),
        ("a@müller\u{FF0F}x.example", .domain),
        ("a@\u{FF45}xample.org", .domain),
        ("a@example.\u{FF4F}rg", .domain),
        ("a@ℯxample.org", .domain),
        ("a@müller.example.１２３", .domain),
        ("a@\u{301}b.example", .notOneMailbox),
        ("a@\(String(repeating: "d", count: 64)).example", .domain),
        ("a@\(String(repeating: "d.", count: 130))example", .domain),
        ("\(longLocal)a@example.org", .tooLong),
        ("\(longLocal)@d\(longDomain)", .tooLong),
    ])
    func `what is not one plain mailbox is refused`(text: String, error: AddressError) {
        #expect(throws: error) { try EmailAddress(parsing: text) }
    }

    @Test func `the longest mailbox has 254 octets`() throws {
        let address = try EmailAddress(parsing: "\(Self.longLocal)@\(Self.longDomain)")
        #expect(address.text.utf8.count == 254)
    }

    @Test func `two spellings of one mailbox compare as one and stay as written`() throws {
        let written = try EmailAddress(parsing: "Erika@Example.org")
        let lower = try EmailAddress(parsing: "erika@example.org")
        #expect(written != lower)
        #expect(written.comparisonKey == lower.comparisonKey)
        #expect(written.domain == "example.org")
    }

    @Test func `an address that was stored reads back, and a broken one does not`() throws {
        let address = try EmailAddress(parsing: "a@example.org")
        let json = try JSONEncoder().encode([address])
        #expect(String(decoding: json, as: UTF8.self) == #"["a@example.org"]"#)
        #expect(try JSONDecoder().decode([EmailAddress].self, from: json) == [address])
        #expect(throws: AddressError.notOneMailbox) {
            try JSONDecoder().decode([EmailAddress].self, from: Data(#"["a"]"#.utf8))
        }
    }
}
