import Foundation
package import MailCore

/// A letter of the made-up district, as short as it may be.
package func sampleLetter(
    text: String = "{{anrede}},\n{{#termine}}{{datum}}, {{uhrzeit}}\n{{/termine}}",
    html: String? = nil,
    subject: String = "Absage: Ihr Termin am {{tag}} findet nicht statt",
    from: String = "Musterkreis Terminservice <termine@kreis.example>",
    envelopeFrom: String = "ruecklauf@kreis.example"
) throws -> Letter {
    let source = TemplateSource(
        name: "sample",
        manifest: """
            subject = "\(subject)"
            language = "de"
            description = "sample"
            """,
        text: text,
        html: html
    )
    return try Letter(
        template: Template(source),
        authority: sampleAuthority(from: from, envelopeFrom: envelopeFrom)
    )
}

/// The made-up district.
package func sampleAuthority(
    from: String = "Musterkreis Terminservice <termine@kreis.example>",
    envelopeFrom: String = "ruecklauf@kreis.example"
) throws -> Authority {
    Authority(
        name: "Musterkreis, Der Landrat",
        address: "Kreisstraße 1, 12345 Musterstadt",
        phone: "0221 4710 001",
        email: "info@kreis.example",
        website: "https://www.kreis.example",
        imprint: "https://www.kreis.example/impressum",
        privacy: "https://www.kreis.example/datenschutz-termine",
        hotlinePhone: "0221 4710 000",
        hotlineHours: "täglich 8 bis 20 Uhr",
        sender: Sender(
            from: try NamedMailbox(parsing: from),
            replyTo: nil,
            envelopeFrom: try EmailAddress(parsing: envelopeFrom)
        )
    )
}

/// One made-up person with one appointment on 16 March 2021, 9:10.
package func sampleRecipient(
    _ address: String,
    first: String? = "Jörg",
    last: String? = "Müller",
    row: Int = 2,
    day: Int = 16,
    site: String? = "Impfzentrum Musterkreis",
    reference: String? = "ITS-4711001"
) throws -> Recipient {
    guard let day = LocalDay(year: 2021, month: 3, day: day) else { throw SampleError() }
    let start = AppointmentTime(local: LocalTime(day: day, hour: 9, minute: 10), offset: 3_600)
    return Recipient(
        address: try EmailAddress(parsing: address),
        name: PersonName(first: first, last: last),
        appointments: [Appointment(row: row, start: start, site: site, reference: reference)]
    )
}

/// A complete message to one address; `padding` makes the text longer by about so many octets.
package func sampleMessage(
    to address: String,
    from envelopeFrom: String = "ruecklauf@kreis.example",
    padding: Int = 0
) -> OutgoingMessage {
    do {
        // A template has an end; what is longer comes from as many appointments.
        let piece = min(padding, 84_000)
        let filler = String(repeating: "Dies ist eine Zeile.\n", count: (piece + 20) / 21)
        let letter = try sampleLetter(
            text: "{{anrede}},\n{{#termine}}\(filler){{/termine}}",
            envelopeFrom: envelopeFrom
        )
        let person = try sampleRecipient(address)
        let recipient = Recipient(
            address: person.address,
            name: person.name,
            appointments: Array(
                repeating: person.appointments[0],
                count: max(1, padding / max(piece, 1))
            )
        )
        var generator = SystemRandomNumberGenerator()
        return try OutgoingMessage.render(
            for: recipient,
            on: letter,
            id: MessageID(using: &generator),
            date: Date(timeIntervalSince1970: 1_615_800_000),
            in: .gmt
        )
    } catch {
        preconditionFailure("the sample message is valid: \(error)")
    }
}

/// A sample that cannot be made: a fault of the test.
package struct SampleError: Error {}
