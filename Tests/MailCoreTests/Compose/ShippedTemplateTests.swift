import Foundation
import MailCore
import TestSupport
import Testing

/// Templates/termin-absage, as it ships.
struct ShippedTemplateTests {
    private static func letter() throws -> Letter {
        let folder = URL(filePath: #filePath)
            .appending(path: "../../../../Templates/termin-absage").standardizedFileURL
        func read(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        let source = TemplateSource(
            name: "termin-absage",
            manifest: try read("template.toml"),
            text: try read("message.txt"),
            html: try read("message.html")
        )
        return try Letter(template: Template(source), authority: sampleAuthority())
    }

    private static func appointment(
        _ start: String,
        row: Int = 2,
        site: String? = "Impfzentrum Musterkreis, Musterstraße 1, 12345 Musterstadt",
        reference: String? = nil
    ) throws -> Appointment {
        guard let start = AppointmentTime(iso8601: start) else { throw Given.Missing() }
        return Appointment(row: row, start: start, site: site, reference: reference)
    }

    private static func reading(
        _ name: PersonName,
        _ appointments: Appointment...
    ) async throws -> MessageReading {
        let address = try EmailAddress(parsing: "erika@example.org")
        let recipient = Recipient(address: address, name: name, appointments: appointments)
        let message = try Messages.render(recipient, on: letter())
        let messageGuard = try MessageGuard(letter: letter(), values: CampaignValues())
        #expect(messageGuard.findings(in: message, for: recipient) == [])
        return try await MessageReading.one(message)
    }

    /// The words a reader of the HTML sees.
    private static func words(html: String) -> [Substring] {
        var text = html.replacing(/<title>.*?<\/title>/, with: "").replacing(/<[^>]*>/, with: " ")
        for (entity, character) in [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        {
            text = text.replacing(entity, with: character)
        }
        return text.split(whereSeparator: \.isWhitespace)
    }

    @Test func `one appointment of a person with a name reads as the office wrote it`() async throws
    {
        let reading = try await Self.reading(
            PersonName(first: "Ayşe", last: "Yılmaz"),
            Self.appointment("2021-03-16T09:10:00+01:00", reference: "ITS-A1B2E5F6")
        )
        #expect(reading.subject == "Absage: Ihr Termin am Dienstag, 16.03.2021 findet nicht statt")
        #expect(
            reading.text.replacing("\r\n", with: "\n") == """
                Absage Ihres Termins. Bitte kommen Sie nicht.

                Guten Tag, Ayşe Yılmaz,

                Ihr Termin findet nicht statt:

                  Termin für: Ayşe Yılmaz

                  Dienstag, 16. März 2021, 9:10 Uhr
                  Impfzentrum Musterkreis, Musterstraße 1, 12345 Musterstadt
                  Buchungsnummer endet auf …E5F6

                Bitte kommen Sie zu diesem Termin nicht.

                Was müssen Sie jetzt tun?
                  Sie müssen nichts tun. Bitte buchen Sie im Moment keinen neuen Termin.
                  Wir melden uns bei Ihnen, sobald es einen neuen Termin gibt.
                  Bitte heben Sie Ihre Unterlagen auf.
                  Andere Termine bei uns gelten weiter.

                Haben Sie Fragen?
                  Bürgertelefon: 0221 4710 000, täglich 8 bis 20 Uhr
                  Informationen: https://www.kreis.example

                Ist diese Nachricht echt?
                  Wir schreiben Ihnen nur von der Adresse termine@kreis.example.
                  Wir fragen Sie nicht nach Passwörtern, Geld oder Bankdaten.

                Es tut uns leid, dass wir Ihnen absagen müssen.

                Diese E-Mail wurde automatisch verschickt. Bitte antworten Sie nicht darauf.

                Musterkreis, Der Landrat, Kreisstraße 1, 12345 Musterstadt
                Telefon 0221 4710 001, info@kreis.example
                Impressum: https://www.kreis.example/impressum
                Datenschutz: https://www.kreis.example/datenschutz-termine

                """
        )
    }

    @Test func `without a name, place and number nothing is left over`() async throws {
        let reading = try await Self.reading(
            PersonName(full: "Beispiel, Erik?"),
            Self.appointment("2021-03-21T16:05:00+01:00", site: nil)
        )
        let middle =
            "Ihr Termin findet nicht statt:\r\n\r\n  Sonntag, 21. März 2021, 16:05 Uhr\r\n\r\n"
        #expect(
            reading.text.contains("\r\n\r\nGuten Tag,\r\n\r\n\(middle)Bitte kommen Sie zu diesem")
        )
        #expect(!reading.text.contains("Beispiel"))
        #expect(!reading.text.contains("Buchungsnummer"))
        #expect(reading.html?.contains("<p>Guten Tag,</p>") == true)
    }

    /// Two people who share a mailbox can tell which of them is meant, also where the name may be a
    /// family name alone.
    @Test(arguments: [
        (PersonName(full: "Jürgen Groß"), "Guten Tag, Jürgen Groß,", "Jürgen Groß"),
        (PersonName(full: "Groß, Jürgen"), "Guten Tag,", "Groß, Jürgen"),
        (PersonName(full: "Groß"), "Guten Tag,", "Groß"),
        (PersonName(full: "Familie Groß"), "Guten Tag,", "Familie Groß"),
        (PersonName(last: "Groß"), "Guten Tag,", "Groß"),
        (PersonName(first: "Jürgen"), "Guten Tag,", "Jürgen"),
    ])
    func `a line says for whom the appointment is`(
        name: PersonName,
        greeting: String,
        line: String
    ) async throws {
        let reading = try await Self.reading(name, Self.appointment("2021-03-21T16:05:00+01:00"))
        let text = reading.text.replacing("\r\n", with: "\n")
        #expect(
            text.contains(
                """
                \n\(greeting)

                Ihr Termin findet nicht statt:

                  Termin für: \(line)

                  Sonntag, 21. März 2021, 16:05 Uhr
                """
            )
        )
        #expect(reading.html?.contains("<p>Termin für: \(line)</p>") == true)
    }

    @Test func `two appointments stand in one message, the earlier first`() async throws {
        let reading = try await Self.reading(
            PersonName(first: "Erika", last: "Beispiel"),
            Self.appointment("2021-04-06T08:00:00+02:00", row: 3, site: "Haus B"),
            Self.appointment("2021-03-16T09:10:00+01:00", row: 9, site: "Haus A")
        )
        #expect(
            reading.subject == "Absage: Ihre Termine ab Dienstag, 16.03.2021 finden nicht statt"
        )
        #expect(
            reading.text.hasPrefix("Absage Ihrer Termine. Bitte kommen Sie nicht.\r\n\r\nGuten")
        )
        #expect(
            reading.text.contains(
                "Ihre Termine finden nicht statt:\r\n\r\n  Termine für: Erika Beispiel\r\n\r\n"
                    + "  Dienstag, 16. März 2021, 9:10 Uhr\r\n"
                    + "  Haus A\r\n\r\n  Dienstag, 6. April 2021, 8:00 Uhr\r\n  Haus B\r\n\r\n"
                    + "Bitte kommen Sie zu diesen Terminen nicht.\r\n"
            )
        )
        #expect(!reading.text.contains("Ihr Termin "))
    }

    @Test func `text and HTML hold the same facts`() async throws {
        let readings = [
            try await Self.reading(
                PersonName(first: "Ayşe", last: "O\"Neill & <Söhne>"),
                Self.appointment("2021-03-16T09:10:00+01:00", reference: "ITS-A1B2E5F6"),
                Self.appointment("2021-03-17T12:00:00+01:00", site: nil)
            ),
            try await Self.reading(PersonName(), Self.appointment("2021-12-31T00:05:00+01:00")),
        ]
        for reading in readings {
            let text = reading.text.split(whereSeparator: \.isWhitespace)
            #expect(Self.words(html: reading.html ?? "") == text)
        }
    }

    @Test func `nothing stands before the first line, and the HTML begins with its doctype`()
        async throws
    {
        let reading = try await Self.reading(
            PersonName(),
            Self.appointment("2021-03-16T09:10:00+01:00")
        )
        #expect(reading.text.hasPrefix("Absage"))
        #expect(reading.html?.hasPrefix("<!DOCTYPE html>\r\n<html lang=\"de\">") == true)
        #expect(!reading.text.contains("\r\n\r\n\r\n"))
        #expect(reading.defects + reading.faults == [])
    }

    @Test(arguments: [
        ("2021-01-01T00:00:00+01:00", "Freitag, 1. Januar 2021", "0:00", "Freitag, 01.01.2021"),
        ("2020-02-29T09:05:00+01:00", "Samstag, 29. Februar 2020", "9:05", "Samstag, 29.02.2020"),
        ("2021-03-17T12:30:00+01:00", "Mittwoch, 17. März 2021", "12:30", "Mittwoch, 17.03.2021"),
        ("2021-04-15T10:10:00+02:00", "Donnerstag, 15. April 2021", "10:10", "Donnerstag, 15.04."),
        ("2021-05-10T23:59:00+02:00", "Montag, 10. Mai 2021", "23:59", "Montag, 10.05.2021"),
        ("2021-06-06T07:00:00+02:00", "Sonntag, 6. Juni 2021", "7:00", "Sonntag, 06.06.2021"),
        ("2021-07-06T07:00:00+02:00", "Dienstag, 6. Juli 2021", "7:00", "Dienstag, 06.07.2021"),
        ("2021-08-06T07:00:00+02:00", "Freitag, 6. August 2021", "7:00", "Freitag, 06.08.2021"),
        ("2021-09-06T07:00:00+02:00", "Montag, 6. September 2021", "7:00", "Montag, 06.09.2021"),
        ("2021-10-06T07:00:00+02:00", "Mittwoch, 6. Oktober 2021", "7:00", "Mittwoch, 06.10.2021"),
        ("2021-11-06T07:00:00+01:00", "Samstag, 6. November 2021", "7:00", "Samstag, 06.11.2021"),
        ("2021-12-06T07:00:00+01:00", "Montag, 6. Dezember 2021", "7:00", "Montag, 06.12.2021"),
    ])
    func `date and time are German`(
        start: String,
        date: String,
        time: String,
        subject: String
    ) async throws {
        let reading = try await Self.reading(PersonName(), Self.appointment(start))
        #expect(reading.text.contains("\r\n  \(date), \(time) Uhr\r\n"))
        #expect(reading.html?.contains("<strong>\(date), \(time) Uhr</strong>") == true)
        #expect(reading.subject.contains("am \(subject)"))
    }
}
