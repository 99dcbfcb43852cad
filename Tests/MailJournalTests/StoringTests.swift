import Foundation
import Glibc
import MailCore
import MailJournal
import Testing
import TestSupport

struct StoringTests {
    @Test func `a plan that cannot be stored whole is not stored at all`() throws {
        let scene = try JournalScene()
        let twice = try SampleCampaign.row(4, .noEmail, contact: nil)
        let sample = try SampleCampaign(people: 20, others: [twice])
        #expect(throws: JournalError.self) { _ = try scene.plan(sample) }
        #expect(try scene.journal.campaigns().isEmpty)
        try scene.close()
        #expect(try scene.journal.campaigns().isEmpty)
        // Nothing of it is in the way of the next one, its message names included.
        let campaign = try scene.plan(SampleCampaign(people: 20))
        #expect(campaign.id.hasSuffix("-1"))
        #expect(try scene.journal.evidence(of: campaign).failures == [])
    }

    @Test(.enabled("only root can mount") { geteuid() == 0 })
    func `a full disk leaves no part of a plan`() async throws {
        let folder = try TemporaryFolder()
        try await Program.run(
            "mount",
            ["-t", "tmpfs", "-o", "size=1000k,mode=0700", "tmpfs", folder.path]
        )
        do {
            let journal = try Journal(in: StateDirectory(at: folder.path + "/state"))
            let sample = try SampleCampaign(people: 1_500)
            let scene = try JournalScene()
            let facts = try scene.plan(SampleCampaign(people: 1)).facts
            let error = #expect(throws: JournalError.self) {
                _ = try journal.plan(
                    relay: Digest(of: []),
                    asOf: nil,
                    by: .login("planner", 1),
                    at: scene.now,
                    timeZone: .gmt,
                    randomness: scene.randomness
                ) { _ in
                    Journal.PlannedCampaign(
                        plan: sample.plan,
                        facts: facts,
                        letter: sample.letter,
                        parts: []
                    )
                }
            }
            #expect(error?.description.contains("the disk is full") == true)
            #expect(try journal.campaigns().isEmpty)
            try journal.close()
        }
        try await Program.run("umount", [folder.path])
    }

    @Test(arguments: [1, 31, 32, 33, 64, 70])
    func `every row is stored with its person, however many there are`(people: Int) throws {
        let scene = try JournalScene()
        let others = try (1_000..<1_000 + people / 2).map {
            try SampleCampaign.row($0, .noEmail, contact: nil)
        }
        let sample = try SampleCampaign(people: people, others: others)
        let campaign = try scene.plan(sample)
        let stored = try scene.journal.rows(of: campaign.id)
        let planned = sample.plan.rows.sorted { $0.row < $1.row }
        #expect(stored.map(\.row) == planned.map(\.row))
        #expect(stored.map(\.rowClass) == planned.map(\.rowClass))
        // Holds each row's hash against the row and its person as they are stored.
        #expect(try scene.journal.evidence(of: campaign).failures == [])
    }

    @Test func `campaigns are named by their day and a running number`() throws {
        let scene = try JournalScene()
        let evening = Date(timeIntervalSince1970: 1_615_850_000)
        var ids: [String] = []
        for seed in 1...3 {
            ids.append(try scene.plan(SampleCampaign(people: 1, seed: UInt64(seed))).id)
        }
        // 23:13 in London is tomorrow in Berlin.
        let london = try scene.plan(SampleCampaign(people: 1, seed: 4), at: evening)
        let berlin = try scene.plan(
            SampleCampaign(people: 1, seed: 5),
            zone: "Europe/Berlin",
            at: evening
        )
        #expect(ids == ["2021-03-15-1", "2021-03-15-2", "2021-03-15-3"])
        #expect([london.id, berlin.id] == ["2021-03-15-4", "2021-03-16-1"])
        #expect(try scene.journal.campaigns().map(\.id) == ids + [london.id, berlin.id])
    }

    @Test func `one message name is never used twice`() throws {
        let scene = try JournalScene()
        _ = try scene.plan(SampleCampaign(people: 1, seed: 7))
        #expect(throws: JournalError.self) {
            _ = try scene.plan(SampleCampaign(people: 1, seed: 7))
        }
        #expect(try scene.journal.campaigns().count == 1)
    }

    @Test func `rows that nobody has to reach keep no contact data`() async throws {
        let scene = try JournalScene()
        let others = try [
            SampleCampaign.row(100, .past, contact: SampleCampaign.person(100)),
            SampleCampaign.row(101, .noEmail, contact: SampleCampaign.person(101)),
        ]
        _ = try scene.plan(SampleCampaign(people: 1, others: others))
        try scene.close()
        let rows = try await Program.run("sqlite3", [scene.file, "SELECT row FROM contact"])
        #expect(rows == "2\n101\n")
    }
}
