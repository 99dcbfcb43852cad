import Foundation
import MailCore
import MailJournal
import Testing
import TestSupport

struct EventChainTests {
    /// A closed journal with every kind of event that matters.
    private func lived() async throws -> (scene: JournalScene, campaign: CampaignRecord) {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 5), approved: true)
        let journal = try scene.journal
        try journal.start(campaign.id, at: scene.now)
        let reply = Reply(code: 550, enhancedCode: "5.1.1")
        let verdicts: [(Verdict, FailurePolicy.Fate?)] = [
            (JournalScene.accepted, nil), (.refused(reply), nil), (.unknown(.timeout), nil),
            (.deferred(.reply(Reply(code: 450))), .expired(because: .noTimeLeft)),
        ]
        for (index, (verdict, fate)) in verdicts.enumerated() {
            let delivery = try await scene.claim(index, of: campaign)
            try await scene.record(verdict, on: delivery, fate: fate, of: campaign)
        }
        let last = try await scene.claim(4, of: campaign)
        try journal.release(last, campaign: campaign.id, at: scene.now)
        try journal.pause(campaign.id, because: .asked, at: scene.now)
        return (scene, campaign)
    }

    @Test func `the head stays when the journal is opened again`() async throws {
        let (scene, campaign) = try await lived()
        let evidence = try scene.journal.evidence(of: campaign)
        #expect(evidence.failures == [])
        #expect(evidence.transactions == 1 && evidence.maxRecipients == 1)
        try scene.close()
        #expect(try scene.journal.evidence(of: campaign).chainHead == evidence.chainHead)
        try scene.journal.start(campaign.id, at: scene.now)
        #expect(try scene.journal.evidence(of: campaign).chainHead != evidence.chainHead)
    }

    /// Copies of the journal, changed by a program that knows nothing of ours: one for every
    /// field of every event, and for every event taken out or put in.
    private static let forger = """
        import shutil, sqlite3, sys, os
        state = sys.argv[1]
        original = sqlite3.connect(state + "/journal.sqlite")
        events = original.execute("SELECT * FROM event ORDER BY sequence").fetchall()
        original.close()
        def forge(name, sql, values):
            shutil.copytree(state, f"{state}-{name}")
            copy = sqlite3.connect(f"{state}-{name}/journal.sqlite")
            copy.execute("PRAGMA ignore_check_constraints = ON")
            copy.execute(sql, values)
            copy.commit()
            copy.close()
            print(name)
        columns = ["sequence", "at", "kind", "campaign", "message", "detail", "hash"]
        for event in events:
            number = event[0]
            for index, column in enumerate(columns):
                old = event[index]
                values = [old + 1000, old - 2000] if isinstance(old, int) else ["", (old or "") + "x"]
                if old and isinstance(old, str):
                    values.append(chr(ord(old[0]) ^ 1) + old[1:])
                    values.append(old[:-1] + chr(ord(old[-1]) ^ 1))
                for place, value in enumerate(values):
                    if value == old:
                        continue
                    sql = f"UPDATE event SET {column} = ? WHERE sequence = ?"
                    forge(f"{number}-{column}-{place}", sql, (value, number))
            forge(f"{number}-gone", "DELETE FROM event WHERE sequence = ?", (number,))
        last = len(events) + 1
        forge(f"{last}-new", "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)",
              (last,) + events[-1][1:])
        columns = "at, kind, campaign, message, detail, hash"
        for one, two in zip(events, events[1:]):
            forge(f"{one[0]}-swapped", f"UPDATE event SET ({columns}) = (SELECT {columns} FROM event "
                  "AS o WHERE o.sequence = ? + ? - event.sequence) WHERE sequence IN (?, ?)",
                  (one[0], two[0], one[0], two[0]))
        """

    @Test func `whatever is changed in an event is seen, and where`() async throws {
        let (scene, campaign) = try await lived()
        try scene.close()
        let names = try await Program.run("python3", ["-c", Self.forger, scene.path])
            .split(separator: "\n")
        #expect(names.count > 15 * 20)
        for name in names {
            let directory = try StateDirectory(at: "\(scene.path)-\(name)")
            let parts = name.split(separator: "-")
            if parts[1] == "kind" {
                // No word of the closed list is so near to another one.
                #expect(throws: JournalError.self) { try Journal(in: directory) }
                continue
            }
            let journal = try Journal(in: directory)
            let failures = try journal.evidence(of: campaign).failures
            #expect(isSeen(failures, at: parts), "\(name): \(failures)")
            try journal.close()
        }
    }

    private func isSeen(_ failures: [String], at parts: [Substring]) -> Bool {
        switch parts[1] {
        // The last event taken away leaves a chain that holds; then the tables tell.
        case "gone" where parts[0] == "15", "sequence" where parts[0] == "15": !failures.isEmpty
        case "gone", "sequence": failures.contains("event \(parts[0]) is missing")
        default: failures.contains("event \(parts[0]) of the chain has been changed")
        }
    }

    @Test func `a state that its events do not lead to is seen`() async throws {
        let changes = [
            "UPDATE delivery SET state = 'planned' WHERE state = 'refused'",
            "UPDATE delivery SET state = 'accepted' WHERE state = 'unknown'",
            "UPDATE delivery SET state = 'unknown' WHERE state = 'accepted'",
            "UPDATE delivery SET state = 'withdrawn' WHERE state = 'planned'",
        ]
        for change in changes {
            let (scene, campaign) = try await lived()
            try scene.close()
            try await Outside.change(scene.file, change)
            let failures = try scene.journal.evidence(of: campaign).failures
            #expect(
                failures.contains { $0.wholeMatch(of: /message [0-9a-f]{32} is not .*/) != nil }
            )
        }
    }

    @Test func `rows and messages taken out or put in are seen`() async throws {
        let changes = [
            "PRAGMA foreign_keys = OFF; DELETE FROM row WHERE row = 3",
            "PRAGMA foreign_keys = OFF; DELETE FROM delivery WHERE message = 5",
            "UPDATE row SET class = 'past' WHERE row = 4",
            "UPDATE row SET message = NULL WHERE row = 4",
            "INSERT INTO row SELECT campaign, 99, 99, 'past', '', NULL, NULL, NULL, 0, 0, 0, NULL, "
                + "0, NULL, salt, hash FROM row "
                + "WHERE row = 2",
        ]
        for change in changes {
            let (scene, campaign) = try await lived()
            try scene.close()
            try await Outside.change(scene.file, change)
            #expect(try !scene.journal.evidence(of: campaign).failures.isEmpty)
        }
    }
}
