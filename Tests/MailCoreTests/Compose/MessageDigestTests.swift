import Foundation
import MailCore
import TestSupport
import Testing

struct MessageDigestTests {
    private static func digest(
        _ address: String = "a@example.org",
        last: String = "Müller",
        day: Int = 16,
        site: String = "Haus A",
        letter: Letter? = nil,
        id: Int = 1
    ) throws -> Digest {
        let recipient = try sampleRecipient(address, last: last, day: day, site: site)
        let own = try sampleLetter(text: "{{name}} {{#termine}}{{datum}} {{ort}}{{/termine}}")
        return try Messages.render(recipient, on: letter ?? own, id: Messages.id(id)).digest
    }

    @Test func `the same message on two days has one digest`() throws {
        let recipient = try sampleRecipient("a@example.org")
        let letter = try sampleLetter()
        let first = try Messages.render(recipient, on: letter)
        let second = try Messages.render(recipient, on: letter, date: Date())
        #expect(first.digest == second.digest)
        #expect(first.bytes != second.bytes)
        let elsewhere = try OutgoingMessage.render(
            for: recipient,
            on: letter,
            id: Messages.id(),
            date: Messages.date,
            in: .gmt
        )
        #expect(first.digest == elsewhere.digest)
    }

    @Test func `any other change is another digest`() throws {
        let digests = [
            try Self.digest(), try Self.digest("b@example.org"), try Self.digest("A@example.org"),
            try Self.digest(last: "Mueller"), try Self.digest(day: 17),
            try Self.digest(site: "Haus B"), try Self.digest(id: 2),
            try Self.digest(letter: sampleLetter()),
            try Self.digest(letter: sampleLetter(subject: "Absage: Ihr Termin am {{tag}}")),
            try Self.digest(letter: sampleLetter(html: "<p>x</p>")),
            try Self.digest(letter: sampleLetter(html: "<p>y</p>")),
            try Self.digest(letter: sampleLetter(from: "Musterkreis <termine@kreis.example>")),
            try Self.digest(letter: sampleLetter(from: "Musterkreis <amt@kreis.example>")),
        ]
        #expect(Set(digests).count == digests.count)
    }
}
