import Foundation
import Glibc
import MailCore
import MailJournal
import Testing
import TestSupport

struct JournalFileTests {
    @Test func `it is a WAL database of ours, for its owner alone`() async throws {
        let scene = try JournalScene()
        _ = try scene.plan(SampleCampaign(people: 2))
        for name in ["journal.sqlite", "journal.sqlite-wal", "lock"] {
            var info = stat()
            #expect(lstat("\(scene.path)/\(name)", &info) == 0)
            #expect(info.st_mode & 0o7777 == 0o600)
        }
        // Exclusive locking needs no shared memory, so nobody else can join in.
        #expect(!FileManager.default.fileExists(atPath: scene.file + "-shm"))
        try scene.close()
        let found = try await Program.run(
            "sqlite3",
            [
                scene.file, "PRAGMA application_id", "PRAGMA user_version",
                "PRAGMA journal_mode", "PRAGMA integrity_check",
            ]
        )
        #expect(found == "1162892116\n9\nwal\nok\n")
    }

    @Test func `while it is open, no other program can read or write it`() async throws {
        let scene = try JournalScene()
        _ = try scene.plan(SampleCampaign(people: 1))
        for sql in ["SELECT count(*) FROM campaign", "DELETE FROM contact"] {
            await #expect(throws: Program.Failure.self) {
                try await Program.run("sqlite3", [scene.file, sql])
            }
        }
    }

    @Test func `what was planned is there after it was opened again`() throws {
        let scene = try JournalScene()
        let sample = try SampleCampaign(people: 3)
        let campaign = try scene.plan(sample)
        try scene.close()
        let again = try scene.journal.campaign(campaign.id)
        #expect(again.digest == campaign.digest && again.plannedAt == scene.now)
        #expect(try again.letter.letter().digest == sample.letter.digest)
        var recipients: [Recipient] = []
        try scene.journal.forEachMessage(of: campaign.id) { recipients.append($0.recipient) }
        #expect(recipients == sample.plan.messages.map(\.recipient))
    }

    @Test func `a journal of a later version is refused and left alone`() async throws {
        try await refuse("PRAGMA user_version = 10", saying: "has version 10")
    }

    @Test func `a journal of an earlier version is refused and left alone`() async throws {
        try await refuse("PRAGMA user_version = 3", saying: "version 3")
    }

    @Test func `a journal from before there were proofs is refused and left alone`() async throws {
        try await refuse("PRAGMA user_version = 1", saying: "Finish its campaigns with")
    }

    @Test func `a database of another program is refused and left alone`() async throws {
        let sql = """
            PRAGMA journal_mode = DELETE; PRAGMA application_id = 0;
            CREATE TABLE theirs (text TEXT)
            """
        try await refuse(sql, saying: "not a journal of Einzelpost")
    }

    @Test(arguments: [
        "UPDATE row SET class = 'made-up'", "UPDATE delivery SET state = 'lost'",
        "UPDATE event SET kind = 'burnt'",
    ])
    func `a word that is not in its closed list is refused and left alone`(sql: String) async throws
    {
        try await refuse(sql, saying: "damaged")
    }

    @Test(arguments: [
        "CREATE TRIGGER quiet AFTER UPDATE ON delivery BEGIN DELETE FROM contact; END",
        "CREATE VIEW everybody AS SELECT * FROM contact", "DROP INDEX delivery_state",
        "ALTER TABLE contact ADD COLUMN birthday TEXT",
        "ALTER TABLE delivery RENAME COLUMN reason TO why",
    ])
    func `other tables than those of its version are refused and left alone`(sql: String)
        async throws
    {
        try await refuse(sql, saying: "has other tables than version 9 has")
    }

    private func refuse(_ sql: String, saying text: String) async throws {
        let scene = try JournalScene()
        _ = try scene.plan(SampleCampaign(people: 2))
        try scene.close()
        try await Outside.change(scene.file, sql)
        let before = try Data(contentsOf: URL(filePath: scene.file))
        let error = #expect(throws: JournalError.self) { try scene.journal }
        #expect(error?.description.contains(text) == true)
        #expect(try Data(contentsOf: URL(filePath: scene.file)) == before)
    }

    @Test func `a text file in its place is refused and left alone`() throws {
        let scene = try JournalScene()
        _ = try StateDirectory(at: scene.path)
        let text = Data(String(repeating: "Das ist keine Datenbank.\n", count: 99).utf8)
        try text.write(to: URL(filePath: scene.file))
        chmod(scene.file, 0o600)
        let error = #expect(throws: JournalError.self) { try scene.journal }
        #expect(error?.description.contains("damaged") == true)
        #expect(try Data(contentsOf: URL(filePath: scene.file)) == text)
    }

    @Test(arguments: 0..<6)
    func `a journal with an overwritten page is refused`(part: Int) throws {
        let scene = try JournalScene()
        _ = try scene.plan(SampleCampaign(people: 200))
        try scene.close()
        let file = try FileHandle(forUpdating: URL(filePath: scene.file))
        let pages = try file.seekToEnd() / 4_096
        let page = part == 0 ? 1 : pages * UInt64(part) / 6
        try file.seek(toOffset: page * 4_096)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 4_096))
        try file.close()
        let error = #expect(throws: JournalError.self) { try scene.journal }
        #expect(error?.description.contains("damaged") == true)
    }

    @Test(arguments: [1, 2, 5])
    func `a journal that was cut short is refused`(pages: Int) throws {
        let scene = try JournalScene()
        _ = try scene.plan(SampleCampaign(people: 200))
        try scene.close()
        let file = try FileHandle(forUpdating: URL(filePath: scene.file))
        try file.truncate(atOffset: file.seekToEnd() - UInt64(pages) * 4_096)
        try file.close()
        let error = #expect(throws: JournalError.self) { try scene.journal }
        #expect(error?.description.contains("damaged") == true)
    }
}
