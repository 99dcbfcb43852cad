import MailCore
import TestSupport
import Testing

/// A message compared with the row it was written from.
struct AppointmentCheckTests {
    private static let text =
        "{{#termine}}{{datum}}, {{uhrzeit}}\n{{ort}}\n{{/termine}}bis 20 Uhr, ab 1. Mai 2021"

    private static func appointment(
        _ start: String,
        site: String? = "Haus A",
        row: Int = 2
    ) throws -> Appointment {
        Appointment(
            row: row,
            start: try #require(AppointmentTime(iso8601: start)),
            site: site,
            reference: nil
        )
    }

    /// The message for `written`, judged as one for `own`.
    private static func findings(
        _ written: [Appointment],
        as own: [Appointment],
        text: String = text,
        html: String? = nil,
        subject: String = "Absage"
    ) throws -> [GuardFinding] {
        func recipient(_ appointments: [Appointment]) throws -> Recipient {
            Recipient(
                address: try EmailAddress(parsing: "erika@example.org"),
                name: PersonName(first: "Erika", last: "Beispiel"),
                appointments: appointments
            )
        }
        let letter = try sampleLetter(text: text, html: html, subject: subject)
        let message = try Messages.render(recipient(written), on: letter)
        return MessageGuard(letter: letter, values: CampaignValues())
            .findings(in: message, for: try recipient(own))
    }

    private static let inText = GuardFinding.appointment(place: "text part")

    @Test func `a message that tells its row has no finding`() throws {
        let one = try Self.appointment("2021-03-16T09:10:00+01:00")
        let two = try Self.appointment("2021-10-31T02:30:00+01:00", site: "Halle 2, ab 8 Uhr")
        #expect(try Self.findings([one], as: [one]) == [])
        #expect(try Self.findings([one, two], as: [one, two], subject: "Ab {{tag}}") == [])
        #expect(try Self.findings([one], as: [one], text: "Kein Datum") == [])
        let html = "<p>{{#termine}}<b>{{datum}}</b>, {{uhrzeit}}<br>{{ort}}<br>{{/termine}}</p>"
        #expect(try Self.findings([one, two], as: [one, two], html: html) == [])
    }

    @Test(arguments: [
        ("2021-03-17T09:10:00+01:00", "Haus A"), ("2021-03-16T09:11:00+01:00", "Haus A"),
        ("2021-03-16T10:09:00+01:00", "Haus A"), ("2022-03-16T09:10:00+01:00", "Haus A"),
        ("2021-04-16T09:10:00+01:00", "Haus A"), ("2021-03-16T09:10:00+01:00", "Haus B"),
        ("2021-03-16T09:10:00+01:00", "A Haus"), ("2021-03-16T20:00:00+01:00", "Haus A"),
        ("2021-05-01T09:10:00+01:00", "Haus A"),
    ])
    func `another day, time or place than the row's is found`(start: String, site: String) throws {
        let written = try Self.appointment(start, site: site)
        let own = try Self.appointment("2021-03-16T09:10:00+01:00")
        #expect(try Self.findings([written], as: [own]) == [Self.inText])
    }

    @Test func `a missing or an additional appointment is found`() throws {
        let one = try Self.appointment("2021-03-16T09:10:00+01:00")
        let two = try Self.appointment("2021-03-17T11:20:00+01:00", row: 3)
        #expect(try Self.findings([one], as: [one, two]) == [Self.inText])
        #expect(try Self.findings([one, two], as: [one]) == [Self.inText])
    }

    @Test func `times that stand behind each other's days are found`() throws {
        let own = [
            try Self.appointment("2021-03-16T09:10:00+01:00"),
            try Self.appointment("2021-03-17T11:20:00+01:00", row: 3),
        ]
        let swapped = [
            try Self.appointment("2021-03-16T11:20:00+01:00"),
            try Self.appointment("2021-03-17T09:10:00+01:00", row: 3),
        ]
        #expect(try Self.findings(own, as: own) == [])
        #expect(try Self.findings(swapped, as: own) == [Self.inText])
    }

    /// A template may write the time first, or this way here and that way there.
    @Test(arguments: [
        "{{#termine}}um {{uhrzeit}} am {{datum}}\n{{ort}}\n{{/termine}}",
        "Ab {{tag}}: {{#termine}}{{uhrzeit}}, {{datum}}\n{{/termine}}bis 20 Uhr",
        "{{#termine}}{{uhrzeit}}, {{datum}}\n{{/termine}}Kurz: "
            + "{{#termine}}{{datum}} {{uhrzeit}}\n{{/termine}}",
    ])
    func `two appointments are told in the template's own order`(text: String) throws {
        let own = [
            try Self.appointment("2021-03-16T09:10:00+01:00"),
            try Self.appointment("2021-03-17T11:20:00+01:00", row: 3),
        ]
        let swapped = [
            try Self.appointment("2021-03-16T11:20:00+01:00"),
            try Self.appointment("2021-03-17T09:10:00+01:00", row: 3),
        ]
        #expect(try Self.findings(own, as: own, text: text) == [])
        #expect(try Self.findings(swapped, as: own, text: text) == [Self.inText])
        #expect(try Self.findings([own[0]], as: own, text: text) == [Self.inText])
    }

    @Test func `a day in the own place that cannot be right is asked about`() throws {
        let site = "Halle 2, ab Montag, 16. März 2021, 9:10 Uhr"
        let own = try Self.appointment("2021-03-16T09:10:00+01:00", site: site)
        #expect(
            try Self.findings([own], as: [own]) == [.inCell(.moment, column: .place, row: nil)]
        )
    }

    @Test func `the subject and the HTML part are read too`() throws {
        let own = try Self.appointment("2021-03-16T09:10:00+01:00")
        let other = try Self.appointment("2021-03-17T09:10:00+01:00")
        let findings = try Self.findings(
            [other],
            as: [own],
            text: "Absage",
            html: "<p>{{#termine}}{{datum}}{{/termine}}</p>",
            subject: "Absage {{tag}}"
        )
        #expect(
            Set(findings) == [
                .appointment(place: "header field Subject"), .appointment(place: "HTML part"),
            ]
        )
    }

    @Test func `a weekday that is not the day's is found`() throws {
        let own = try Self.appointment("2021-03-16T09:10:00+01:00")
        let text = "{{#termine}}Mittwoch, {{datum}}{{/termine}}"
        #expect(try Self.findings([own], as: [own], text: text) == [])
        let wrong = "Mittwoch, 16. März 2021: {{#termine}}{{datum}}{{/termine}}"
        #expect(try Self.findings([own], as: [own], text: wrong) == [Self.inText])
    }
}
