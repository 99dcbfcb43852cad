import MailCore
import MailImport
import TestSupport
import Testing

/// Addresses and names that can be read and are probably not what was meant.
struct AddressDoubtTests {
    @Test(arguments: [
        ("gmx.ed", "gmx.de"), ("gmai.com", "gmail.com"), ("gmail.con", "gmail.com"),
        ("gmial.com", "gmail.com"), ("gmail.com.com", "gmail.com"), ("gmial.co", "gmail.com"),
        ("web.de.de", "web.de"),
        ("gmx.de.com", "gmx.de"), ("www.web.de", "web.de"), ("hotmial.cm", "hotmail.com"),
        ("outlok.co", "outlook.com"),
        ("gmail.co", "gmail.com"), ("gmaill.com", "gmail.com"),
        ("web.d", "web.de"), ("t-onlin.de", "t-online.de"), ("t.online.de", "t-online.de"),
        ("hotmial.com", "hotmail.com"), ("googelmail.com", "googlemail.com"),
        ("Outlok.COM", "outlook.com"), ("yaho.de", "yahoo.de"), ("freenet.dee", "freenet.de"),
        ("iclould.com", "icloud.com"), ("hotmail.cm", "hotmail.com"), ("gmx.nett", "gmx.net"),
    ])
    func `one slip away from a provider, the provider is suggested`(
        domain: String,
        provider: String
    ) throws {
        let cell = AddressCell(parsing: "erika.beispiel@\(domain)")
        #expect(try cell == .address(EmailAddress(parsing: "erika.beispiel@\(domain)")))
        let doubt = "\(try #require(cell.doubt))"
        #expect(doubt.contains("is \(provider) meant?"))
        #expect(!doubt.contains("erika"))
        #expect(!doubt.replacing(provider, with: "").contains(domain))
    }

    @Test(arguments: [
        "example.ogr", "mueller.dde", "kreis.local", "amt.intern", "firma.lan", "gmial.con",
        "mail.internal",
    ])
    func `a top-level domain that does not exist is doubted`(domain: String) throws {
        let doubt = "\(try #require(AddressCell(parsing: "erika@\(domain)").doubt))"
        #expect(doubt.contains("does not exist"))
        #expect(!doubt.contains(domain))
    }

    @Test(arguments: [
        "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "gmx.li", "web.de", "web.com",
        "t-online.de", "gmail.com", "googlemail.com", "hotmail.com", "hotmail.de", "hotmail.fr",
        "hotmail.be", "outlook.com", "outlook.de", "outlook.dk", "yahoo.com", "yahoo.de",
        "yahoo.co.uk", "ymail.com", "mail.com", "email.com", "mail.de", "email.de", "freenet.de",
        "icloud.com", "me.com", "we.com", "posteo.de", "mailbox.org", "arcor.de", "aol.com",
        "aol.de", "live.de", "live.com", "live.at", "love.com", "vodafone.de", "online.de",
        "1und1.de", "wed.de", "gmc.de", "magenta.at", "proton.me", "pm.me", "example.org",
        "kreis.example", "a.test", "a.invalid", "example.xn--p1ai", "müller.example",
        "stadt-musterstadt.berlin", "mail.example.museum",
    ])
    func `known providers and their real neighbours are not doubted`(domain: String) {
        #expect(AddressCell(parsing: "erika@\(domain)").doubt == nil)
    }

    @Test func `a doubtful domain needs a decision beside all other doubts, and stays as written`()
        throws
    {
        let schedule = try Schedules.read(
            rows: "1;Beispiel;Erika;e.beispiel@example.ogr;;16.03.2021;09:10;",
            "2;Beispiel;Max;max@gmx.ed;;Mi, 16.03.2021;ab 9 Uhr;vielleicht",
            "3;Beispiel;Ida;ida@gmx.ed;;08.06.2021;09:10;"
        )
        #expect(Schedules.classes(schedule) == [.needsDecision, .needsDecision, .outOfWindow])
        #expect(schedule.rows[0].reasons.count == 1)
        #expect(schedule.rows[0].contact?.address?.text == "e.beispiel@example.ogr")
        #expect(schedule.problems.first?.column == "E-Mail")
        #expect(schedule.rows[1].reasons.count == 3)
        #expect(schedule.rows[1].reasons.last == .misspelt(provider: "gmx.de"))
        #expect(schedule.rows[0].leftOut?.rowClass == .noContact)
    }

    @Test func `a name that lost letters keeps its class and is told`() throws {
        let schedule = try Schedules.read(
            rows: "1;Nguy?n;V?n An;an@example.org;;16.03.2021;09:10;",
            "2;Y\u{FFFD}lmaz;Ayse;;0171 39200 14;16.03.2021;09:20;",
            "3;Beispiel;Erika;erika@example.org;;16.03.2021;09:30;",
            "4;Nguy?n;An;an.n@example.org;;08.06.2021;09:30;"
        )
        #expect(Schedules.classes(schedule) == [.send, .noEmail, .send, .outOfWindow])
        let told = schedule.rows.map {
            $0.reasons.contains(.lostLetterInName)
        }
        #expect(told == [true, true, false, false])
        #expect(schedule.rows[0].contact?.name.display == "V?n An Nguy?n")
        #expect(schedule.problems.isEmpty)
    }
}
