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
        /// The plan's digest of that message.
        let planned: String
        /// The hash of every address of the schedule, as Python computes it with the campaign's key.
        let addresses: [String: String]
    }

    private static let reading = """
        import hashlib, hmac, json, sqlite3, sys
        journal = sqlite3.connect(sys.argv[1])
        [key] = journal.execute("SELECT value FROM secret WHERE name LIKE 'recipients %'").fetchone()
        addresses = {
            address: hmac.new(key, address.lower().encode(), hashlib.sha256).hexdigest()
            for (address,) in journal.execute("SELECT address FROM contact WHERE address NOT NULL")
        }
        rows = journal.execute(
            "SELECT event.message, detail, digest FROM event JOIN message ON message.id = event.message"
            " WHERE kind = 'verdict' ORDER BY sequence"
        )
        print(json.dumps([
            {"message": message, "detail": json.loads(detail), "planned": planned,
             "addresses": addresses}
            for message, detail, planned in rows
        ]))
        """

    private func python(_ script: String, on office: Operator) async throws -> Data {
        let output = try await Program.run(
            "python3",
            ["-c", script, office.path("state/journal.sqlite")]
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
            let facts = verdict.detail
            #expect(facts["recipients"] == "1")
            #expect(facts["recipient"] == verdict.addresses[seen[1]])
            #expect(facts["data"] == seen[2])
            #expect(facts["digest"] == seen[3])
            #expect(facts["digest"] == verdict.planned)
            #expect(
                [facts["code"], facts["enhanced"], facts["queue_id"]] == ["250", "2.0.0", "T1"]
            )
            #expect(facts["relay"] == "127.0.0.1:\(relay.port)")
            #expect([facts["tls"], facts["cipher"]] == [session[1], session[2]])
            #expect(facts["certificate"] == fingerprint)
            #expect(facts["certificate_until"]?.hasSuffix("Z") == true)
            let times = try ["began_at", "replied_at"].map { key in
                try Date(
                    #require(facts[key]),
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
