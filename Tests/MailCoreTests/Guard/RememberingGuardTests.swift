import TestSupport
import Testing

@testable import MailCore

/// What is not read again must be what nobody's value can stand in.
struct RememberingGuardTests {
    private static let people = [
        ("Anna Maria", "Öztürk-Vogel", "anna@example.net", "+49 (0)171 392 00 25", "MK-7788-ZX"),
        ("Erika", "Beispiel", "erika@example.org", "0351 4711 220", "MK-1122-AB"),
        // Found by no word alone: single letters are no names, and the letter has the other word.
        ("X Y", "Abend", "xy@example.com", "0160 9988776", "QX-90210"),
    ]

    /// Sentences of a letter, values of people, and halves of values, which only together are one.
    private static let lines = [
        "Ihr Termin findet nicht statt.", "Bitte kommen Sie nicht.", "", "Wir rufen Sie an.",
        "Einen Termin am Abend gibt es nicht.", "Guten Tag,", "-", "Vielen Dank und freundliche",
        "Anna Maria Öztürk-Vogel", "Anna Maria", "Anna", "Öztürk-Vogel", "Vogel", "Öztürk", "Maria",
        "anna@example.net", "anna", "(at)", "example.net", "@example.net", "anna (at)", "at)",
        "Tel. 0171 392 00 25", "0171 392", "00 25", "+49", "(0)171", "0351 4711", "220",
        "Nr. MK-7788-ZX", "MK-", "7788", "-ZX", "Nr. …8-ZX", "QX-90210", "90210", "X Y Abend", "X",
        "Y",
        "X", "Y", "Abend", "Abend",
        "%61nna@example.net", "YW5uYUBleGFtcGxlLm5ldA==", "&Ouml;zt&uuml;rk-Vogel", "16. März",
        "2021", "um 9:10 Uhr", "<b>Anna</b> <i>Maria</i> Vogel", "<!-- Vogel --> Anna",
        "a\u{200B}nna",
    ]

    private static func values() throws -> CampaignValues {
        var values = CampaignValues()
        for (row, person) in people.enumerated() {
            values.add(
                Contact(
                    name: PersonName(first: person.0, last: person.1),
                    address: try EmailAddress(parsing: person.2),
                    phone: person.3,
                    site: "Haus B",
                    reference: person.4
                ),
                row: row + 2
            )
        }
        return values
    }

    /// Each message by a guard that has read all before it, and by one that has read none.
    ///
    /// - Returns: How many messages had findings.
    private func compare(_ seed: UInt64, messages: Int) throws -> Int {
        var generator = SplitMix(seed: seed)
        let messageGuard = MessageGuard(
            letter: try sampleLetter(text: "Ihr Termin am Abend\nfindet nicht statt."),
            values: try Self.values()
        )
        var remembering = RememberingGuard(messageGuard)
        var held = 0
        for number in 1...messages {
            let text = (0..<10).compactMap { _ in Self.lines.randomElement(using: &generator) }
                .joined(separator: Bool.random(using: &generator) ? "\n" : "\n\n")
            let person = Self.people[Int.random(in: 0...2, using: &generator)]
            let recipient = try sampleRecipient(
                person.2,
                first: person.0,
                last: person.1,
                site: "Haus B",
                reference: person.4
            )
            let message = try Messages.render(
                recipient,
                on: sampleLetter(
                    text: "{{name}}\n" + text,
                    html: "<p>{{name}}</p>\n" + text,
                    subject: "Absage " + (Self.lines.randomElement(using: &generator) ?? "")
                ),
                id: Messages.id(number)
            )
            let expected = messageGuard.findings(in: message, for: recipient)
            #expect(remembering.findings(in: message, for: recipient) == expected)
            if !expected.isEmpty { held += 1 }
        }
        return held
    }

    @Test(arguments: LongRun.all(of: Array(1...200), sample: [12, 13, 51]))
    func `finds in every message what a guard finds that has read nothing before`(
        seed: UInt64
    ) throws {
        let held = try compare(seed, messages: 120)
        // Some with and some without, or nothing was compared.
        #expect((20...119).contains(held))
    }
}
