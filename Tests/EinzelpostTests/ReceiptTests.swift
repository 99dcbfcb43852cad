import Foundation
import TestSupport
import Testing

/// What the events of a sent campaign tell of the wire, compared with the relay's own record.
struct ReceiptTests {
    private static let password = ["EINZELPOST_TEST_KENNWORT": "kanarienvogel"]

    /// One `verdict` event, as Python reads it from the journal.
    private struct Verdict: Decodable {
        let message: String
        let detail: [String: String]
        /// What is kept apart, under the hash in the detail.
        let receipt: [String: String]
        /// The connection's event.
        let session: [String: String]
        /// The digest of that message, as it was planned.
        let planned: String
        /// What must stand in the detail for each address of the schedule, for the digest and for
        /// the receipt, as Python computes it with the message's salt.
        let hashes: [String: String]
    }

    private static let reading = """
        import hashlib, hmac, json, sqlite3, sys
        sys.path.insert(0, sys.argv[2])
        import sealed
        journal = sqlite3.connect(sys.argv[1])
        sealed.register(journal, sys.argv[1])
        def salted(salt, name, text):
            texts = [f"einzelpost {name} 2", text]
            octets = b"".join(len(t.encode()).to_bytes(8, "big") + t.encode() for t in texts)
            return hmac.digest(salt, octets, "sha256").hex()
        addresses = [a for (a,) in journal.execute(
            "SELECT contact(campaign, row, sealed, 'address') FROM contact WHERE address_hash NOT NULL")]
        sessions = dict(journal.execute("SELECT sequence, detail FROM event WHERE kind = 'session'"))
        rows = journal.execute(
            "SELECT event.message, detail, message(event.campaign, id, opening, 'digest'),"
            " message(event.campaign, id, opening, 'salt'), receipt(event.campaign, sequence, sealed) FROM event"
            " JOIN message ON proof_id = event.message JOIN receipt ON receipt.event = sequence"
            " WHERE kind = 'verdict' ORDER BY sequence"
        ).fetchall()
        verdicts = []
        for message, detail, planned, salt, receipt in rows:
            salt = bytes.fromhex(salt)
            hashes = {address: salted(salt, "recipient", address.lower()) for address in addresses}
            hashes |= {"digest": salted(salt, "digest", planned)}
            hashes |= {"receipt": salted(salt, "receipt", receipt)}
            detail = json.loads(detail)
            verdicts.append({"message": message, "detail": detail, "planned": planned, "hashes": hashes,
                             "receipt": json.loads(receipt),
                             "session": json.loads(sessions[int(detail["session"])])})
        print(json.dumps(verdicts))
        """

    private func python(_ script: String, on office: Operator) async throws -> Data {
        let output = try await Program.run(
            "python3",
            ["-c", script, office.path("state/journal.sqlite"), Outside.oracles]
        )
        return Data(output.utf8)
    }

    @Test func `the events of a sent campaign prove what the relay has seen`() async throws {
        let relay = try await EncryptedRelay()
        let office = try Operator(relay.configuration(login: true))
        let plan = try await office.ready(SmallSchedule(people: 5))
        let before = Date.now
        try await office.run(["send", plan.campaign], environment: Self.password).exited(0)
        let after = Date.now
        let told = try await relay.finish().map { $0.split(separator: " ").map(String.init) }
        let taken = told.filter { $0[0] == "taken" }
        let session = try #require(told.first { $0[0] == "session" })

        let data = try await python(Self.reading, on: office)
        let verdicts = try JSONDecoder().decode([Verdict].self, from: data)
        try #require(verdicts.count == 5 && taken.count == 5)
        let fingerprint = try await relay.fingerprint
        for (verdict, seen) in zip(verdicts, taken) {
            let (facts, receipt) = (verdict.detail, verdict.receipt)
            #expect(facts["recipients"] == "1" && facts["body"] == "written")
            #expect(facts["recipient"] == verdict.hashes[seen[1]])
            #expect(facts["digest"] == verdict.hashes["digest"] && verdict.planned == seen[3])
            #expect(facts["receipt"] == verdict.hashes["receipt"])
            #expect([facts["code"], facts["enhanced"]] == ["250", "2.0.0"])
            #expect(receipt["data"] == seen[2] && receipt["queue_id"] == "4F2A00")
            let told = verdict.session
            #expect(told["relay"] == "127.0.0.1:\(relay.port)")
            #expect([told["tls"], told["cipher"]] == [session[1], session[2]])
            #expect(told["certificate"] == fingerprint)
            #expect(told["certificate_until"]?.hasSuffix("Z") == true)
            let times = try ["began_at", "replied_at"].map { key in
                try Date(
                    #require(receipt[key]),
                    strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)
                )
            }
            #expect(times[0] <= times[1])
            #expect(times[0] > before.addingTimeInterval(-1) && times[1] < after)
        }
        #expect(Set(verdicts.compactMap { $0.detail["recipient"] }).count == 5)
        #expect(try await office.verify(plan).ok)
    }

    @Test func `no event holds an address`() async throws {
        let relay = try ScriptedRelay(RelayScript(.at(.rcpt, number: 2, .answer("550 5.1.1 no"))))
        defer { relay.stop() }
        let configuration = Configuration(port: relay.port).with {
            $0.caution = "first = 0\nstop_at_refused_percent = 0"
        }
        let office = try Operator(configuration)
        let plan = try await office.ready(SmallSchedule(people: 4))
        try await office.send(plan).exited(1)
        let script = """
            import sqlite3, sys
            journal = sqlite3.connect(sys.argv[1])
            for event in journal.execute("SELECT * FROM event"): print(*event)
            """
        let text = String(decoding: try await python(script, on: office), as: UTF8.self)
        #expect(text.contains("\"recipient\":"))
        #expect(text.contains("\"verdict\":\"refused\""))
        #expect(!text.contains("@") && !text.contains("person.") && !text.contains("example.org"))
    }
}
