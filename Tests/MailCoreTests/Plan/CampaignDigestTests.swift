import Foundation
import MailCore
import TestSupport
import Testing

struct CampaignDigestTests {
    private static func part(_ part: CampaignDigest.Part, _ records: [[String?]]) -> Digest {
        var reading = CampaignDigest.Reading(part, key: [1, 2, 3])
        for record in records { reading.add(record) }
        return reading.finalize()
    }

    @Test func `no two readings of a part are one, and every part has its own`() {
        let records: [[[String?]]] = [
            [], [[]], [["a"]], [["b"]], [["a", "b"]], [["b", "a"]], [["ab"]], [["a"], ["b"]],
            [["b"], ["a"]], [[nil]], [[""]], [["a", nil]], [["a", ""]], [[nil, "a"]], [["-"]],
            [["+"]], [["1"], ["a"]], [["1", "a"]],
        ]
        let digests = records.map { Self.part(.rows, $0) }
        #expect(Set(digests).count == digests.count)
        let parts = CampaignDigest.Part.allCases.map { Self.part($0, [["a"]]) }
        #expect(Set(parts).count == parts.count)
    }

    @Test func `whatever part changes, the whole is another and the part is named`() {
        let parts = Dictionary(
            uniqueKeysWithValues: CampaignDigest.Part.allCases.map { ($0, Self.part($0, [])) }
        )
        let approved = CampaignDigest(parts: parts)
        #expect(approved.changes(to: approved) == [])
        for part in CampaignDigest.Part.allCases {
            var changed = parts
            changed[part] = Self.part(part, [["x"]])
            let other = CampaignDigest(parts: changed)
            #expect(other.whole != approved.whole)
            #expect(approved.changes(to: other) == [part])
            changed[part] = nil
            #expect(CampaignDigest(parts: changed).whole != approved.whole)
        }
        // Two parts that change places are no less a change.
        var swapped = parts
        swapped[.rows] = parts[.messages]
        swapped[.messages] = parts[.rows]
        #expect(CampaignDigest(parts: swapped).whole != approved.whole)
    }

    @Test func `the letter's digest covers the template and every word of the office`() throws {
        let office = try sampleAuthority()
        func changed(_ field: Int) -> Authority {
            func text(_ number: Int, _ old: String) -> String { number == field ? old + "x" : old }
            return Authority(
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
        var digests = try (0...9).map {
            try Letter(template: template, authority: changed($0)).digest
        }
        digests += [
            try sampleLetter(text: "x").digest, try sampleLetter(subject: "x").digest,
            try sampleLetter(html: "x").digest, try sampleLetter(from: "a@kreis.example").digest,
            try sampleLetter(envelopeFrom: "a@kreis.example").digest,
        ]
        #expect(Set(digests).count == digests.count)
    }

    @Test func `whoever has not the key cannot try what was bound`() {
        func digest(_ key: [UInt8]) -> Digest {
            var reading = CampaignDigest.Reading(.rows, key: key)
            reading.add(["Erika"])
            return reading.finalize()
        }
        #expect(digest([1]) == digest([1]))
        #expect(digest([1]) != digest([2]))
    }
}
