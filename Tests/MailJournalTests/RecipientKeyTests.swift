import Foundation
import MailCore
import MailJournal
import TestSupport
import Testing

/// What stands in the events for an address, a mail, and what a relay said.
struct RecipientKeyTests {
    private let scene: JournalScene
    private let campaign: CampaignRecord

    init() throws {
        scene = try JournalScene()
        campaign = try scene.plan(SampleCampaign(people: 3), approved: true)
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
        return try await Outside.ask(scene.file, sql)
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

    @Test func `the hash is HMAC-SHA256 under a key that follows from the campaign's`() async throws
    {
        let ours = try hash("ada@example.org", campaign)
        try scene.close()
        let script = """
            import hashlib, hmac, json, sys
            keys = json.load(open(sys.argv[1]))["keys"]
            key = bytes.fromhex(keys["campaign " + sys.argv[2]])
            assert len(key) == 32
            own = hmac.digest(key, b"einzelpost recipients", hashlib.sha256)
            print(hmac.new(own, sys.argv[3].encode(), hashlib.sha256).hexdigest(), end="")
            """
        let arguments = [scene.path + "/keys", campaign.id, "ada@example.org"]
        #expect(try await Program.run("python3", ["-c", script] + arguments) == ours)
    }

    @Test func `an unknown campaign gets no key, nor one whose key is lost`() throws {
        #expect(throws: JournalError.self) {
            try scene.journal.recipientHash(
                of: EmailAddress(parsing: "ada@example.org"),
                campaign: "2021-03-15-9"
            )
        }
        try scene.close()
        try FileManager.default.removeItem(atPath: scene.path + "/keys")
        #expect(throws: JournalError.self) { try hash("ada@example.org", campaign) }
        try scene.close()
        #expect(!FileManager.default.fileExists(atPath: scene.path + "/keys"))
    }

    private static let receipt = """
        SELECT receipt(campaign, receipt.event, sealed) FROM receipt
        JOIN event ON sequence = receipt.event
        """

    /// A verdict on the first message, as the journal records it.
    private func record(
        _ verdict: Verdict,
        _ receipt: WireReceipt,
        over session: OpenedSession,
        _ index: Int = 0
    ) async throws -> StoredMessage {
        let delivery = try await scene.claim(index, of: campaign)
        let step = DeliveryStep(
            outcome: DeliveryStep.Outcome(
                delivery: delivery,
                submission: Submission(verdict: verdict, receipt: receipt),
                fate: .settled,
                circumstances: circumstances(session)
            ),
            claim: nil,
            claimAheadOf: nil
        )
        _ = try await scene.journal.steps([step], campaign: campaign.id, at: scene.now)
        return delivery.message
    }

    private func facts(_ sql: String) async throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(try await query(sql).utf8))
    }

    /// What must stand for a value, as Python computes it with the message's own salt.
    private func salted(_ name: String, _ text: String) async throws -> String {
        let salt = try await query(
            "SELECT message(campaign, id, opening, 'salt') FROM message ORDER BY number LIMIT 1"
        )
        let script = """
            import hmac, sys
            salt, texts = bytes.fromhex(sys.argv[1]), [f"einzelpost {sys.argv[2]} 2", sys.argv[3]]
            octets = b"".join(len(t.encode()).to_bytes(8, "big") + t.encode() for t in texts)
            print(hmac.digest(salt, octets, "sha256").hex(), end="")
            """
        return try await Program.run("python3", ["-c", script, salt, name, text])
    }

    @Test func `a verdict tells the wire in salted hashes, and its receipt is kept apart`()
        async throws
    {
        let address = try EmailAddress(parsing: "Erika.2@post.example")
        var receipt = WireReceipt()
        receipt.note(recipients: [address])
        receipt.note(message: Array("Date: x\r\n\r\ntext\r\n".utf8)[...])
        let tls = TLSFacts(
            version: "TLSv1.3",
            cipher: "TLS_AES_256_GCM_SHA384",
            certificate: Digest(of: [1]),
            validUntil: Date(timeIntervalSince1970: 1_700_000_000)
        )
        let reply = Reply(code: 250, enhancedCode: "2.0.0", queueID: "4F2A00C1")
        _ = try await record(.accepted(reply), receipt, over: session(tls))
        let kept = """
            {"began_at":"2021-03-15T08:00:00.250Z",\
            "data":"\(Digest(of: Array("Date: x\r\n\r\ntext\r\n".utf8)).hex)",\
            "octets":"17","queue_id":"4F2A00C1","replied_at":"2021-03-15T08:00:01.500Z"}
            """
        #expect(try await query(Self.receipt) == kept)
        let expected = [
            "verdict": "accepted", "code": "250", "enhanced": "2.0.0", "recipients": "1",
            "body": "written", "session": "4",
            "recipient": try await salted("recipient", "erika.2@post.example"),
            "digest": try await salted("digest", Digest(of: Array("\r\ntext\r\n".utf8)).hex),
            "receipt": try await salted("receipt", kept),
        ]
        #expect(try await facts("SELECT detail FROM event WHERE kind = 'verdict'") == expected)
        let session = [
            "relay": "mail.kreis.example:587", "tls": "TLSv1.3",
            "cipher": "TLS_AES_256_GCM_SHA384", "certificate": Digest(of: [1]).hex,
            "certificate_until": "2023-11-14T22:13:20Z",
        ]
        #expect(try await facts("SELECT detail FROM event WHERE kind = 'session'") == session)
    }

    @Test func `one connection has one event, and another one another`() async throws {
        let first = session(nil)
        for (index, session) in [first, first, session(nil)].enumerated() {
            _ = try await record(
                JournalScene.accepted,
                WireReceipt(recipients: 1, octets: 1),
                over: session,
                index
            )
        }
        let named = "SELECT json_extract(detail, '$.session') FROM event WHERE kind = 'verdict'"
        #expect(try await query(named) == "4\n4\n9")
        #expect(try await query("SELECT sequence FROM event WHERE kind = 'session'") == "4\n9")
    }

    @Test func `a name that a relay has made of a person is hashed`() async throws {
        let reply = Reply(code: 250, enhancedCode: nil, queueID: "anna.meier-X1")
        _ = try await record(.accepted(reply), WireReceipt(recipients: 1), over: session(nil))
        let receipt = try await facts(Self.receipt)
        #expect(receipt["queue_id"] == nil)
        #expect(receipt["queue_id_hash"] == (try await salted("queue id", "anna.meier-X1")))
        let everything = "SELECT group_concat(detail) FROM event"
        #expect(!(try await query(everything).contains("meier")))
    }

    @Test func `what is not known is left out`() async throws {
        _ = try await record(
            .unknown(.connectionLost),
            WireReceipt(recipients: 2),
            over: session(nil)
        )
        let facts = try await facts("SELECT detail FROM event WHERE kind = 'verdict'")
        #expect(Set(facts.keys) == ["verdict", "reason", "recipients", "session", "receipt"])
        let receipt = try await self.facts(Self.receipt)
        #expect(receipt.keys.sorted() == ["began_at", "octets"])
    }

    private func session(_ tls: TLSFacts?) -> OpenedSession {
        OpenedSession(
            RelaySession(
                relay: "mail.kreis.example:587",
                pipelining: true,
                smtpUTF8: false,
                sizeLimit: nil,
                encrypted: tls != nil,
                loggedIn: false,
                tls: tls
            )
        )
    }

    private func circumstances(_ session: OpenedSession) -> DeliveryStep.Circumstances {
        // 15 March 2021, 8:00 UTC.
        let began = Date(timeIntervalSince1970: 1_615_795_200.25)
        return .init(session: session, began: began, ended: began.addingTimeInterval(1.25))
    }
}
