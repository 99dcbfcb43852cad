import Foundation
import MailCore
import MailJournal
import Testing
import TestSupport

/// Whatever is changed in the tables beside the events is seen, and where.
struct ChangedTablesTests {
    /// A closed journal: sent, with a ruling, a withdrawn message and a row that was left out.
    private func lived() async throws -> (scene: JournalScene, campaign: CampaignRecord) {
        let scene = try JournalScene()
        let others = try [
            SampleCampaign.row(100, .past, contact: nil),
            SampleCampaign.row(101, .needsDecision, contact: SampleCampaign.person(101)),
        ]
        let planned = try scene.plan(SampleCampaign(people: 4, others: others))
        let journal = try scene.journal
        _ = try journal.withdraw(rows: [101, 5], from: planned, at: scene.now)
        let campaign = try journal.campaign(planned.id)
        try journal.approve(campaign, as: "A. Muster", by: .login("approver", 2), at: scene.now)
        try journal.start(campaign.id, at: scene.now)
        let verdicts: [Verdict] = [
            JournalScene.accepted, .refused(Reply(code: 550)), .unknown(.timeout),
        ]
        for (index, verdict) in verdicts.enumerated() {
            let delivery = try await scene.claim(index, of: campaign)
            try await scene.record(verdict, on: delivery, of: campaign)
        }
        try journal.pause(campaign.id, because: .asked, at: scene.now)
        let unknown = try #require(
            try journal.messageNumbers(of: campaign.id).dropFirst(2).first?.id
        )
        try journal.resolve(
            [unknown],
            of: campaign,
            as: .ruledAccepted,
            by: .login("ruler", 3),
            at: scene.now
        )
        #expect(try journal.evidence(of: campaign).failures == [])
        #expect(try journal.evidence(of: campaign).history.state == "finished")
        try scene.close()
        return (scene, campaign)
    }

    private static let changes: [(sql: String, finding: String)] = [
        ("UPDATE row SET class = 'duplicate' WHERE row = 100", "a row's number, line, class"),
        ("UPDATE row SET class = 'past' WHERE row = 101", "row 101 has another class than it was"),
        ("UPDATE row SET line = 9 WHERE row = 3", "a row's number, line, class"),
        ("UPDATE row SET row = 102 WHERE row = 100", "a row's number, line, class"),
        ("UPDATE row SET message = NULL WHERE row = 3", "row 3 gets no message"),
        ("UPDATE row SET message = 1 WHERE row = 3", "its rows are others than were planned"),
        ("UPDATE row SET message = 99 WHERE row = 3", "row 3 names a message outside the plan"),
        ("UPDATE row SET reasons = 'x' WHERE row = 100", "row 100: what is kept of it is not as"),
        ("UPDATE row SET start = NULL WHERE row = 100", "row 100: what is kept of it is not as"),
        ("UPDATE row SET start = 'x' WHERE row = 100", "row 100: what is kept of it is not as"),
        ("UPDATE row SET half_known = 1 WHERE row = 100", "row 100: what is kept of it is not as"),
        ("UPDATE row SET collective = 1 WHERE row = 100", "row 100: what is kept of it is not as"),
        ("UPDATE row SET left_out = 1 WHERE row = 100", "row 100: what is kept of it is not as"),
        ("UPDATE row SET hash = printf('%064d', 1) WHERE row = 3", "a row's number, line, class"),
        ("UPDATE row SET salt = randomblob(32) WHERE row = 3", "row 3: what is kept of it is not"),
        (
            "UPDATE row SET salt = randomblob(32) WHERE row = 100",
            "row 100: what is kept of it is not"
        ),
        (
            "UPDATE row SET salt = NULL WHERE row = 100",
            "row 100: its salt is gone, and no event says"
        ),
        (Outside.setting("phone", ofRow: 3, to: "'1'"), "row 3: what is kept of it is not as"),
        (Outside.setting("full_name", ofRow: 3, to: "'x'"), "row 3: what is kept of it is not as"),
        (Outside.setting("last_name", ofRow: 101, to: "'x'"), "row 101: what is kept of it is"),
        (Outside.setting("site", ofRow: 3, to: "NULL"), "row 3: what is kept of it is not as"),
        (Outside.setting("reference", ofRow: 3, to: "''"), "row 3: what is kept of it is not as"),
        (
            Outside.setting("address", ofRow: 3, to: "'a@example.org'"),
            "the rows, or what was kept"
        ),
        (Outside.setting("planned_address", ofRow: 3, to: "NULL"), "row 3: what is kept of it is"),
        ("DELETE FROM contact WHERE row = 3", "row 3: its salt is gone, and no event says"),
        (
            "UPDATE contact SET sealed = (SELECT sealed FROM contact WHERE row = 2) WHERE row = 3",
            "row 3: what is kept of it is not what was sealed there"
        ),
        ("UPDATE contact SET sealed = zeroblob(60) WHERE row = 3", "is not what was sealed there"),
        ("UPDATE contact SET address_hash = NULL WHERE row = 3", "what it is found by is not that"),
        (
            "UPDATE contact SET planned_address_hash = randomblob(32) WHERE row = 3",
            "what it is found by is not that"
        ),
        ("UPDATE contact SET reference_hash = randomblob(32) WHERE row = 3", "found by is not"),
        ("UPDATE contact SET domain = 'x.example' WHERE row = 3", "what it is found by is not"),
        ("UPDATE row SET answer = 'phone' WHERE row = 101", "row 101: its answer is not what"),
        ("UPDATE row SET answer = NULL WHERE row = 101", "row 101: its answer is not what"),
        ("UPDATE row SET answer = 'leave-out' WHERE row = 100", "row 100: its answer is not"),
        ("UPDATE row SET start = NULL WHERE row = 2", "its first appointment is not its rows'"),
        ("UPDATE message SET digest_hash = recipient WHERE number = 2", "not those of the tree"),
        ("UPDATE message SET recipient = digest_hash WHERE number = 2", "not those of the tree"),
        (Outside.setting("digest", ofMessage: 2, to: "recipient"), "its digest is not what was"),
        (
            Outside.setting("salt", ofMessage: 2, to: "hex(randomblob(32))"),
            "its digest is not what was"
        ),
        (
            "UPDATE message SET opening = NULL WHERE number = 2",
            "its salt is gone, and no event says"
        ),
        ("UPDATE message SET proof_id = replace(proof_id, '1', 'x')", "outside the plan"),
        ("UPDATE message SET id = replace(id, substr(id, 1, 1), 'x')", "last bound: the messages"),
        ("UPDATE receipt SET sealed = zeroblob(99)", "its receipt is not what was recorded"),
        (
            "UPDATE message SET opening = zeroblob(92) WHERE number = 2",
            "is not what was sealed there"
        ),
        ("DELETE FROM receipt", "its receipt is not what was recorded"),
        ("INSERT INTO receipt VALUES (1, zeroblob(40))", "a receipt belongs to no verdict"),
        ("UPDATE campaign SET held_because = 'x'", "held_because is not what its events say"),
        ("UPDATE campaign SET form = 1", "planned with events of another form"),
        ("UPDATE message SET first_start = 1 WHERE number = 2", "its first appointment is not"),
        ("DELETE FROM message WHERE number = 2", "messages are missing or were added"),
        ("DELETE FROM delivery WHERE message = 2", "is not refused, as its events say"),
        ("UPDATE delivery SET state = 'planned' WHERE message = 2", "is not refused"),
        ("UPDATE delivery SET state = 'planned' WHERE message = 4", "is not withdrawn"),
        ("UPDATE delivery SET first_claimed = 1 WHERE message = 2", "first attempt is not when"),
        ("UPDATE delivery SET first_claimed = 1 WHERE message = 4", "first attempt is not when"),
        ("UPDATE approval SET name = 'B. Muster'", "the approval of event"),
        ("UPDATE approval SET account = 'root (0)'", "the approval of event"),
        ("UPDATE approval SET at = at + 1", "the approval of event"),
        ("UPDATE approval SET digest = 'x'", "the approval of event"),
        ("DELETE FROM approval", "0 approvals are kept, 1 events record one"),
        ("INSERT INTO approval SELECT * FROM approval", "2 approvals are kept"),
        ("UPDATE ruling SET account = 'root (0)'", "who ruled in event"),
        ("UPDATE approval SET id = '0'", "the approval of event"),
        ("UPDATE approval SET realm = NULL, id = NULL", "the approval of event"),
        ("UPDATE ruling SET realm = 'other'", "who ruled in event"),
        ("UPDATE campaign SET planner_id = '0'", "who planned it is not as planned"),
        ("DELETE FROM ruling", "who ruled in event"),
        ("UPDATE campaign SET digest = relay_digest", "digest is not what its events say"),
        ("UPDATE campaign SET relay_digest = digest", "the relay is not as planned"),
        ("UPDATE campaign SET planned_by = 'root (0)'", "who planned it is not as planned"),
        ("UPDATE campaign SET planned_at = planned_at + 1", "planned_at is not what"),
        ("UPDATE campaign SET as_of = 1", "the moment it was judged by is not as planned"),
        ("UPDATE campaign SET started_at = NULL", "started_at is not what its events say"),
        ("UPDATE campaign SET finished_at = finished_at + 1", "finished_at is not what"),
        ("UPDATE campaign SET erased_at = 1", "erased_at is not what its events say"),
        ("UPDATE campaign SET paused_because = 'x'", "paused_because is not what"),
        (
            "UPDATE campaign SET facts = replace(facts, 'sample.csv', 'simple.csv')",
            "what planning found out is not as planned"
        ),
        (
            "UPDATE campaign SET letter = replace(letter, 'Absage', 'Zusage')",
            "the letter is not as planned"
        ),
        ("UPDATE secret SET value = randomblob(32) WHERE name = 'officials'", "the approval of"),
    ]

    @Test func `whatever is changed in a table is seen, and where`() async throws {
        let (scene, campaign) = try await lived()
        for (number, (sql, finding)) in Self.changes.enumerated() {
            let copy = "\(scene.path)-\(number)"
            try FileManager.default.copyItem(atPath: scene.path, toPath: copy)
            try await Outside.change(copy + "/journal.sqlite", sql)
            let journal = try Journal(in: StateDirectory(at: copy))
            let failures = try journal.evidence(of: campaign).failures
            #expect(failures.contains { $0.contains(finding) }, "\(sql): \(failures)")
            try journal.close()
        }
    }

    @Test func `a campaign whose letter cannot be read is named and does not end the program`()
        async throws
    {
        let (scene, campaign) = try await lived()
        try await Outside.change(scene.file, "UPDATE campaign SET letter = '{'")
        #expect(throws: JournalError.self) { _ = try scene.journal.campaign(campaign.id) }
    }

    @Test func `an index that does not fit its table is seen`() async throws {
        let (scene, _) = try await lived()
        #expect(try scene.journal.integrity() == [])
        try scene.close()
        // Filled by another column than its text says.
        for column in ["reason", "state"] {
            try await Outside.change(
                scene.file,
                """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema
                SET sql = 'CREATE INDEX delivery_state ON delivery (\(column), message)'
                WHERE name = 'delivery_state';
                """
            )
            if column == "reason" {
                try await Outside.change(scene.file, "REINDEX delivery_state")
            }
        }
        #expect(try scene.journal.integrity().contains { $0.contains("delivery_state") })
    }

    @Test func `a reference that leads nowhere is seen`() async throws {
        let (scene, _) = try await lived()
        try await Outside.change(scene.file, "UPDATE ruling SET event = 99")
        #expect(
            try scene.journal.integrity()
                == ["journal.sqlite: a row of table ruling refers to nothing"]
        )
    }

    /// A program that knows the chain and nothing else of ours: it changes what one verdict says
    /// and hashes every event behind it anew.
    private static let rebuilder = """
        import hashlib, json, sqlite3, sys
        path, kind, changes = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
        journal = sqlite3.connect(path)
        previous = hashlib.sha256(b"einzelpost event chain 1").hexdigest()
        changed = False
        for event in journal.execute("SELECT * FROM event ORDER BY sequence").fetchall():
            sequence, at, name, campaign, message, detail, old = event
            if name == kind and not changed:
                detail = json.dumps(json.loads(detail) | changes, sort_keys=True, separators=(",", ":"))
                changed = True
            fields = ["einzelpost event 1", previous, str(sequence), str(at), name, campaign,
                      message or "", detail]
            octets = b"".join(len(f.encode()).to_bytes(8, "big") + f.encode() for f in fields)
            previous = hashlib.sha256(octets).hexdigest()
            journal.execute("UPDATE event SET detail = ?, hash = ? WHERE sequence = ?",
                            (detail, previous, sequence))
        journal.commit()
        """

    @Test(arguments: [
        ("verdict", ["enhanced": "2.0.0"], ""),
        ("verdict", ["recipients": "2"], "the transaction had 2 recipients"),
        ("verdict", ["recipient": "x"], "it went to another recipient than was planned"),
        ("verdict", ["digest": "x"], "what was sent is not what was planned"),
        ("verdict", ["code": "450"], "the relay's reply does not accept it"),
        ("planned", ["merkle_root": "x"], "the messages are not those of the tree"),
        ("planned", ["rows_digest": "x"], "a row's number, line, class or message"),
        ("approved", ["digest": "x"], "approves something other than what was planned"),
    ])
    func `a chain that was hashed anew does not hide what its events say`(
        kind: String,
        changes: [String: String],
        finding: String
    ) async throws {
        let (scene, campaign) = try await lived()
        let json = String(decoding: try JSONEncoder().encode(changes), as: UTF8.self)
        try await Program.run("python3", ["-c", Self.rebuilder, scene.file, kind, json])
        let failures = try scene.journal.evidence(of: campaign).failures
        #expect(!failures.contains { $0.contains("of the chain has been changed") })
        if finding.isEmpty { #expect(failures == []) }
        #expect(finding.isEmpty || failures.contains { $0.contains(finding) }, "\(failures)")
    }
}
