import Foundation
import MailCore
import MailJournal
import TestSupport
import Testing

/// What stands for an address in the events.
struct RecipientKeyTests {
    private let scene: JournalScene
    private let campaign: CampaignRecord

    init() throws {
        scene = try JournalScene()
        campaign = try scene.plan(SampleCampaign(people: 2), approved: true)
    }

    private func hash(_ address: String, _ campaign: CampaignRecord) throws -> String {
        try scene.journal.recipientHash(
            of: EmailAddress(parsing: address),
            campaign: campaign.id
        )
    }

    /// What a query tells, as Python reads it.
    private func query(_ sql: String) async throws -> String {
        try scene.close()
        let script = """
            import sqlite3, sys
            journal = sqlite3.connect(sys.argv[1])
            print(*["|".join(map(str, row)) for row in journal.execute(sys.argv[2])], sep="\\n")
            journal.commit()
            """
        return try await Program.run("python3", ["-c", script, scene.file, sql])
            .trimmingCharacters(in: .newlines)
    }

    @Test func `one mailbox has one hash, also after a restart`() throws {
        let first = try hash("Ada@Example.org", campaign)
        #expect(first.wholeMatch(of: /[0-9a-f]{64}/) != nil)
        #expect(try hash("ada@example.org", campaign) == first)
        #expect(try hash("ada2@example.org", campaign) != first)
        try scene.close()
        #expect(try hash("ada@example.org", campaign) == first)
    }

    @Test func `two campaigns hash one address differently`() throws {
        let other = try scene.plan(SampleCampaign(people: 1, seed: 2))
        #expect(try hash("ada@example.org", campaign) != hash("ada@example.org", other))
    }

    @Test func `the hash is HMAC-SHA256 with the campaign's own secret`() async throws {
        let ours = try hash("ada@example.org", campaign)
        let key = try await query(
            "SELECT hex(value) FROM secret WHERE name = 'recipients \(campaign.id)'"
        )
        let script = """
            import hashlib, hmac, sys
            key = bytes.fromhex(sys.argv[1])
            assert len(key) == 32
            print(hmac.new(key, sys.argv[2].encode(), hashlib.sha256).hexdigest(), end="")
            """
        #expect(try await Program.run("python3", ["-c", script, key, "ada@example.org"]) == ours)
    }

    @Test func `an unknown or erased campaign gets no key`() async throws {
        #expect(throws: JournalError.self) {
            try scene.journal.recipientHash(
                of: EmailAddress(parsing: "ada@example.org"),
                campaign: "2021-03-15-9"
            )
        }
        // What an erasure does.
        _ = try await query("UPDATE campaign SET erased_at = 1")
        _ = try await query("DELETE FROM secret WHERE name LIKE 'recipients %'")
        #expect(throws: JournalError.self) { try hash("ada@example.org", campaign) }
        let left = "SELECT count(*) FROM secret WHERE name LIKE 'recipients %'"
        #expect(try await query(left) == "0")
    }

    @Test func `a verdict tells the wire in hashes and times, and no address`() async throws {
        let delivery = try await scene.claim(0, of: campaign)
        let recipient = delivery.message.recipient.address
        var receipt = WireReceipt()
        receipt.note(recipients: [recipient])
        receipt.note(message: Array("Date: x\r\n\r\ntext\r\n".utf8)[...])
        let tls = TLSFacts(
            version: "TLSv1.3",
            cipher: "TLS_AES_256_GCM_SHA384",
            certificate: Digest(of: [1]),
            validUntil: Date(timeIntervalSince1970: 1_700_000_000)
        )
        let step = DeliveryStep(
            outcome: DeliveryStep.Outcome(
                delivery: delivery,
                submission: Submission(verdict: JournalScene.accepted, receipt: receipt),
                fate: .settled,
                circumstances: circumstances(tls)
            ),
            claim: nil,
            claimAheadOf: nil
        )
        _ = try await scene.journal.steps([step], campaign: campaign.id, at: scene.now)
        let expected = [
            "verdict": "accepted", "code": "250", "enhanced": "2.0.0", "recipients": "1",
            "recipient": try hash(recipient.text, campaign), "octets": "17",
            "data": Digest(of: Array("Date: x\r\n\r\ntext\r\n".utf8)).hex,
            "digest": Digest(of: Array("\r\ntext\r\n".utf8)).hex,
            "relay": "mail.kreis.example:587", "tls": "TLSv1.3",
            "cipher": "TLS_AES_256_GCM_SHA384", "certificate": Digest(of: [1]).hex,
            "certificate_until": "2023-11-14T22:13:20Z",
            "began_at": "2021-03-15T08:00:00.250Z", "replied_at": "2021-03-15T08:00:01.500Z",
        ]
        let detail = try await query("SELECT detail FROM event WHERE kind = 'verdict'")
        #expect(
            try JSONDecoder().decode([String: String].self, from: Data(detail.utf8)) == expected
        )
    }

    @Test func `what is not known is left out`() async throws {
        let delivery = try await scene.claim(0, of: campaign)
        let step = DeliveryStep(
            outcome: DeliveryStep.Outcome(
                delivery: delivery,
                submission: Submission(
                    verdict: .unknown(.connectionLost),
                    receipt: WireReceipt(recipients: 2)
                ),
                fate: .settled,
                circumstances: circumstances(nil)
            ),
            claim: nil,
            claimAheadOf: nil
        )
        _ = try await scene.journal.steps([step], campaign: campaign.id, at: scene.now)
        let detail = try await query("SELECT detail FROM event WHERE kind = 'verdict'")
        let facts = try JSONDecoder().decode([String: String].self, from: Data(detail.utf8))
        #expect(
            Set(facts.keys)
                == ["verdict", "reason", "recipients", "octets", "relay", "began_at"]
        )
    }

    private func circumstances(_ tls: TLSFacts?) -> DeliveryStep.Circumstances {
        let session = RelaySession(
            relay: "mail.kreis.example:587",
            pipelining: true,
            smtpUTF8: false,
            sizeLimit: nil,
            encrypted: tls != nil,
            loggedIn: false,
            tls: tls
        )
        // 15 March 2021, 8:00 UTC.
        let began = Date(timeIntervalSince1970: 1_615_795_200.25)
        return .init(session: session, began: began, ended: began.addingTimeInterval(1.25))
    }
}
