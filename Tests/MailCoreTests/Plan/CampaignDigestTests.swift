import Foundation
import MailCore
import TestSupport
import Testing

struct CampaignDigestTests {
    private static func hash(_ text: String) -> Digest { Digest(of: Array(text.utf8)) }

    private static func digest(
        letter: String = "letter",
        relay: String = "relay",
        asOf: Date? = nil,
        _ messages: [(Int, String)] = [(1, "one"), (2, "two")]
    ) throws -> Digest {
        var digest = CampaignDigest(letter: hash(letter), relay: hash(relay), asOf: asOf)
        for (id, text) in messages { digest.add(try Messages.id(id), hash(text)) }
        return digest.finalize()
    }

    @Test func `what was approved is what is sent, or the digest is another`() throws {
        let noon = Date(timeIntervalSince1970: 1_615_806_000)
        let digests = [
            try Self.digest(),
            try Self.digest(letter: "other"),
            try Self.digest(relay: "other"),
            try Self.digest(asOf: noon),
            try Self.digest(asOf: noon.addingTimeInterval(1)),
            try Self.digest([(1, "one")]),
            try Self.digest([]),
            try Self.digest([(2, "two"), (1, "one")]),
            try Self.digest([(1, "two"), (2, "one")]),
            try Self.digest([(1, "one"), (2, "two"), (3, "three")]),
            try Self.digest([(1, "one"), (2, "other")]),
            try Self.digest([(1, "one"), (3, "two")]),
            try Self.digest(letter: "relay", relay: "letter"),
        ]
        #expect(Set(digests).count == digests.count)
        #expect(try Self.digest() == Self.digest())
    }

    @Test func `the letter's digest covers the template and every word of the office`() throws {
        let office = try sampleOffice()
        func changed(_ field: Int) -> Office {
            func text(_ number: Int, _ old: String) -> String { number == field ? old + "x" : old }
            return Office(
                name: text(0, office.name),
                address: text(1, office.address),
                phone: text(2, office.phone),
                email: text(3, office.email),
                website: text(4, office.website),
                imprint: text(5, office.imprint),
                privacy: text(6, office.privacy),
                hotlinePhone: text(7, office.hotlinePhone),
                hotlineHours: text(8, office.hotlineHours),
                sender: office.sender
            )
        }
        let template = try sampleLetter().template
        var digests = try (0...9).map { try Letter(template: template, office: changed($0)).digest }
        digests += [
            try sampleLetter(text: "x").digest, try sampleLetter(subject: "x").digest,
            try sampleLetter(html: "x").digest, try sampleLetter(from: "a@kreis.example").digest,
            try sampleLetter(envelopeFrom: "a@kreis.example").digest,
        ]
        #expect(Set(digests).count == digests.count)
    }
}
