import MailCore
import MailImport
import Testing

struct AddressCellTests {
    @Test(arguments: [
        ("a.b@example.org", "a.b@example.org"),
        (" A.B@Example.ORG\u{A0}", "A.B@example.org"),
        ("\u{FEFF}a@example.org\u{200B}", "a@example.org"),
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
        ("a\u{AD}b@example.org", "U+00AD"), ("a@exam\u{200B}ple.org", "U+200B"),
        ("a@ex\u{202E}ample.org", "U+202E"),
        ("a@\u{E0001}example.org", "U+E0001"), ("'a@example.org", "apostrophe"),
    ])
    func `what nobody sees inside an address is asked about by its number`(
        cell: String,
        word: String
    ) {
        guard case .doubtful(let reason) = AddressCell(parsing: cell) else {
            Issue.record("not asked")
            return
        }
        #expect("\(reason)".contains(word))
    }

    @Test(arguments: [
        "", " ", "-", "–", "keine", "Keine", "k.A.", "k. A.", "nicht vorhanden", "0", "n/a",
    ])
    func `a word for none is no address`(cell: String) {
        #expect(AddressCell(parsing: cell) == .none)
    }

    @Test(arguments: [
        "keine@keine.de", "a@b.de", "XXX@xxx.de", "noemail@example.org", "unbekannt@example.com",
        "keine@example.org", "kein@example.org", "Niemand@example.org", "x@x.example",
        "info@keine-email.example",
    ])
    func `an address that people make up is a placeholder`(cell: String) {
        #expect(AddressCell(parsing: cell) == .placeholder)
    }

    @Test(arguments: [
        "a@example.org; b@example.org", "a@example.org, b@example.org",
        "a@example.org / b@example.org", "a@example.org b@example.org",
        "A <a@example.org>, B <b@example.org>", "a@example.org;b@example.org;",
        "a@example.org und b@example.org", "a@example.org oder b@example.org",
        "a@example.org/b@example.org", "a@example.org & b@example.org",
        "a@example.org (privat), b@example.org", "a@example.org\nb@example.org",
        "a@example.org\r\n b@example.org\r\n", "a@example.org <a@example.org>",
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
        "a%b@example.org", "b.example!a@example.org", "\"a b\"@example.org", "a@[IPv6:::1]",
        "Familie: a@example.org;", "a\u{A0}b@example.org", "a@gmail,com", "a@example.org\n",
        "a@example.org\n\u{0}b@example.org", "a@example.org\nRCPT TO:<b@example.org>",
        "a@xn--a.example", "a@example.org (privat)",
        "a@example.org ab 9 Uhr", "a@example..org",
    ])
    func `a broken address is never repaired`(cell: String) {
        guard case .invalid(let reason) = AddressCell(parsing: cell) else {
            Issue.record("not invalid: \(AddressCell(parsing: cell))")
            return
        }
        #expect("\(reason)".hasSuffix("."))
    }

    @Test(arguments: [
        ("a@example.org\n", "line break"), ("a@example.org\r", "line break"),
        ("a@example.org\u{2028}b", "line break"), ("a\u{0}@example.org", "NUL"),
        ("a\u{1B}@example.org", "control character"), ("n?men@example.org", "lost"),
        ("n\u{FFFD}men@example.org", "lost"), ("a@m?ller.example", "lost"),
        ("test(at)example.org", "write the \"@\""), ("test [at] example.org", "write the \"@\""),
        ("test at example.org", "write the \"@\""), ("test (AT) example.org", "write the \"@\""),
        ("erika", "not one address"), ("meet at noon", "not one address"),
        ("a@b@example.org", "not one address"), ("a@example", "behind the \"@\""),
    ])
    func `the reason says what is wrong without showing it`(cell: String, words: String) {
        guard case .invalid(let reason) = AddressCell(parsing: cell) else {
            Issue.record("not invalid: \(AddressCell(parsing: cell))")
            return
        }
        #expect("\(reason)".contains(words))
        #expect(!"\(reason)".contains("example") && !"\(reason)".contains("erika"))
    }

    @Test func `the reason for foreign letters blames the program`() throws {
        let schedule = try Schedules.read(
            rows: "1;Beispiel;Jörg;jörg@example.org;;16.03.2021;09:10;"
        )
        #expect(Schedules.classes(schedule) == [.unsendable])
        #expect(schedule.rows[0].reasons == [.unsendableAddress])
    }
}
