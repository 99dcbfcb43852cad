import MailCore
import Testing

struct AddressCellTests {
    @Test(arguments: [
        ("a.b@example.org", "a.b@example.org"),
        (" A.B@Example.ORG\u{A0}", "A.B@example.org"),
        ("\u{FEFF}a@example.org\u{200B}", "a@example.org"),
        ("a\u{AD}b@exam\u{200B}ple.org", "ab@example.org"),
        ("mailto:a@example.org", "a@example.org"),
        ("MAILTO: a@example.org ", "a@example.org"),
        ("<a@example.org>", "a@example.org"),
        ("Erika Beispiel <a@example.org>", "a@example.org"),
        ("Max Muster (max.muster+impfung@example.org)", "max.muster+impfung@example.org"),
        ("a@example.org;", "a@example.org"),
        ("a@example.org.", "a@example.org"),
        ("o'neill_x+y@mail.example.museum", "o'neill_x+y@mail.example.museum"),
        ("ida@straße.example", "ida@xn--strae-oqa.example"),
        ("mustermann@example.net", "mustermann@example.net"),
    ])
    func `what stands around an address is dropped`(cell: String, address: String) throws {
        #expect(try AddressCell(parsing: cell) == .address(EmailAddress(parsing: address)))
    }

    @Test(arguments: [
        "", " ", "-", "–", "keine", "Keine", "k.A.", "k. A.", "nicht vorhanden", "0", "n/a",
    ])
    func `a word for none is no address`(cell: String) {
        #expect(AddressCell(parsing: cell) == .none)
    }

    @Test(arguments: [
        "keine@keine.de", "a@b.de", "XXX@xxx.de", "noemail@example.org", "unbekannt@example.com",
        "keine@example.org", "x@x.example", "info@keine-email.example",
    ])
    func `an address that people make up is a placeholder`(cell: String) {
        #expect(AddressCell(parsing: cell) == .placeholder)
    }

    @Test(arguments: [
        "a@example.org; b@example.org", "a@example.org, b@example.org",
        "a@example.org / b@example.org", "a@example.org b@example.org",
        "A <a@example.org>, B <b@example.org>", "a@example.org;b@example.org;",
    ])
    func `two addresses in one cell are never sent to`(cell: String) {
        #expect(AddressCell(parsing: cell) == .several)
    }

    @Test(arguments: ["jörg@example.org", "用户@example.org"])
    func `a local part with foreign letters needs SMTPUTF8`(cell: String) {
        #expect(AddressCell(parsing: cell) == .needsSMTPUTF8)
    }

    @Test(arguments: [
        "test(at)example.org", "a at example.org", "erika", "a@b@example.org", "a@example",
        "a b@example.org", "a@example.org\r\nBcc: b@example.org", "a@exam\u{0}ple.org",
        "n?men@example.org", "n\u{FFFD}men@example.org", "jörg x@example.org", "a@[127.0.0.1]",
        "a%b@example.org", "a@example.org (privat)", "a@example.org ab 9 Uhr", "a@example..org",
    ])
    func `a broken address is never repaired`(cell: String) {
        guard case .invalid(let reason) = AddressCell(parsing: cell) else {
            Issue.record("not invalid: \(AddressCell(parsing: cell))")
            return
        }
        #expect(reason.hasSuffix("."))
    }
}
