import TestSupport
import Testing

@testable import MailCore

/// What is written from a form is what Mustache and the encoder make of each message by itself.
struct LetterFormTests {
    private static let texts = [
        "{{anrede}},\n\nIhr Termin am {{#termine}}{{datum}}, {{uhrzeit}}{{#ort}} in {{ort}}{{/ort}}"
            + "{{#buchungsnummer}} ({{buchungsnummer}}){{/buchungsnummer}}\n{{/termine}}\n\n\n",
        "{{#vorname}}{{vorname}}{{/vorname}}{{^vorname}}Sie{{/vorname}} \n.{{anrede}}  \nFrom {{anrede}}",
        "{{#termine}}\n{{datum}}\n{{/termine}}\n{{#mehrere}}\nAlle fallen aus.\n{{/mehrere}}\n{{behoerde}}",
        "{{nachname}}",
        "{{anrede}}\n{{#termine}}{{#ort}}{{ort}}{{/ort}}{{/termine}}\u{2028}ß\r\n=\t\n{{tag}}\n \n",
        "Ω {{hotline}}", "",
    ]
    private static let names = [
        PersonName(first: "Änne", last: "O'Düker & <Söhne>"),
        PersonName(first: nil, last: "\u{F0001}x"),
        PersonName(), PersonName(first: "Имя", last: "Очень длинная фамилия без конца и края"),
        PersonName(first: " ", last: ".= From \u{7}\u{2029}"),
    ]

    private static func recipients() throws -> [Recipient] {
        try names.flatMap { name in
            try [[nil], ["Haus “A” \t"], [nil, "=\u{1F600}", ".Halle 3\n"]].map { sites in
                Recipient(
                    address: try EmailAddress(parsing: "person@example.org"),
                    name: name,
                    appointments: try sites.enumerated().map { index, site in
                        Appointment(
                            row: index + 2,
                            start: try #require(
                                AppointmentTime(iso8601: "2021-03-1\(6 + index)T09:10:00+01:00")
                            ),
                            site: site,
                            reference: index == 1 ? nil : "BZ-\(index)<471>"
                        )
                    }
                )
            }
        }
    }

    @Test(arguments: texts, texts)
    func `a message from a form is the message by itself`(text: String, html: String) throws {
        let letter = try sampleLetter(text: text, html: html, subject: "{{tag}} {{anrede}}")
        for recipient in try Self.recipients() {
            // The second time from the form that the first one has made.
            for _ in 0..<2 {
                let written = Result { try letter.encoded(for: recipient) }
                let expected = Result { EncodedLetter(try letter.filled(for: recipient)) }
                switch (written, expected) {
                case (.success(let written), .success(let expected)):
                    #expect(written.subject == expected.subject)
                    #expect(written.text.name == expected.text.name)
                    #expect(written.text.bytes == expected.text.bytes)
                    #expect(written.html?.name == expected.html?.name)
                    #expect(written.html?.bytes == expected.html?.bytes)
                case (.failure(let written), .failure(let expected)):
                    #expect("\(written)" == "\(expected)")
                default: Issue.record("one of them cannot be written")
                }
            }
        }
    }
}
