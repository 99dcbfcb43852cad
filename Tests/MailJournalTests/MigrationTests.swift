import Foundation
import Glibc
import MailCore
import MailJournal
import TestSupport
import Testing

/// What becomes of a journal that an earlier program wrote.
struct MigrationTests {
    private let folder: TemporaryFolder
    private var state: String { folder.path + "/state" }
    private var file: String { state + "/journal.sqlite" }
    private var backup: String { state + "/journal-version-4.sqlite" }

    init() throws {
        folder = try TemporaryFolder()
        try OldJournal.copyState(to: folder.path + "/state")
    }

    private func open() throws -> Journal { try Journal(in: StateDirectory(at: state)) }

    private var stateFiles: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: state).sorted() }
    }

    private func ask(_ file: String, _ sql: String) async throws -> String {
        try await Program.run("sqlite3", ["-readonly", file, sql])
    }

    @Test func `everything of version 4 is there afterwards, and holds`() throws {
        let journal = try open()
        #expect(journal.migration?.version == 4)
        #expect(journal.migration?.backup == nil)
        let campaigns = try journal.campaigns()
        #expect(campaigns.map(\.id) == [OldJournal.finished, OldJournal.interrupted])
        for campaign in campaigns {
            #expect(try journal.evidence(of: campaign).failures == [])
            #expect(try journal.changes(of: campaign) == [])
            #expect(try journal.approval(of: campaign)?.name == "Berta")
        }
        #expect(try journal.integrity() == [])
        let counts = try journal.deliveryCounts(of: OldJournal.interrupted)
        #expect(
            counts.byState.filter { $0.value > 0 } == [
                .accepted: 14, .refused: 2, .deferred: 1, .unknown: 1, .withdrawn: 1, .sending: 4,
                .planned: 6,
            ]
        )
        #expect(counts.total == 29 && counts.live == 28)
        try journal.close()
    }

    @Test func `who it was stands in columns of its own`() throws {
        let journal = try open()
        let campaign = try journal.campaign(OldJournal.interrupted)
        let anna = Official(
            text: "anna (1001) as einzelpost (990)",
            identity: Identity(realm: "login", id: "1001")
        )
        let berta = Official(
            text: "berta (1002) as einzelpost (990)",
            identity: Identity(realm: "login", id: "1002")
        )
        #expect(campaign.planner == anna)
        #expect(try journal.approval(of: campaign)?.official == berta)
        #expect(try journal.officialsThatDecidedToSend(of: campaign.id) == [anna])
        try journal.close()
    }

    @Test(arguments: [
        ("UPDATE approval SET id = '1001'", "the approval of event"),
        ("UPDATE ruling SET id = '1003'", "has been changed"),
        ("UPDATE campaign SET planner_id = '1002'", "who planned it is not as planned"),
    ])
    func `an identity that was changed since is seen`(sql: String, finding: String) async throws {
        try open().close()
        try await Outside.change(file, sql)
        let journal = try open()
        let campaign = try journal.campaign(OldJournal.interrupted)
        let failures = try journal.evidence(of: campaign).failures
        #expect(failures.contains { $0.contains(finding) }, "\(failures)")
        try journal.close()
    }

    private static let contacts = """
        SELECT campaign, row, {first_name}, {last_name}, {full_name}, {address}, {phone}, {site},
        {reference}, {planned_address} FROM contact ORDER BY campaign, row
        """

    /// The same question to a journal before its migration and after it.
    private static func contacts(sealed: Bool) -> String {
        contacts.replacing(/\{(\w+)\}/) { field in
            sealed ? "contact(campaign, row, sealed, '\(field.1)')" : "\(field.1)"
        }
    }

    @Test func `what is personal is sealed, and is what it was`() async throws {
        let before = try await Outside.ask(file, Self.contacts(sealed: false))
        let events = try await Outside.ask(file, "SELECT * FROM event")
        let digests = try await Outside.ask(file, "SELECT digest FROM message ORDER BY number")
        try open().close()
        #expect(before.split(separator: "\n").count > 40)
        #expect(try await Outside.ask(file, Self.contacts(sealed: true)) == before)
        #expect(try await Outside.ask(file, "SELECT * FROM event") == events)
        let opened = "SELECT message(campaign, id, opening, 'digest') FROM message ORDER BY number"
        #expect(try await Outside.ask(file, opened) == digests)
        #expect(try await ask(file, "PRAGMA user_version; PRAGMA integrity_check") == "9\nok\n")
    }

    @Test func `no octet of the folder shows anybody afterwards`() async throws {
        let people = try await Outside.ask(file, Self.contacts(sealed: false))
            .split(separator: "\n").flatMap { $0.split(separator: "|").dropFirst(2) }
        let values = Set(people.map(String.init)).filter { $0.utf8.count > 5 && $0 != "None" }
        #expect(values.count > 50)
        #expect(try !shown(values).isEmpty)
        try open().close()
        #expect(try shown(values) == [])
        #expect(try stateFiles.filter { $0.hasPrefix("journal-") } == [])
    }

    /// Those of the values that stand in any file of the folder.
    private func shown(_ values: Set<String>) throws -> [String] {
        let files = try stateFiles.map { try Data(contentsOf: URL(filePath: "\(state)/\($0)")) }
        return values.filter { value in
            files.contains { $0.firstRange(of: Data(value.utf8)) != nil }
        }.sorted()
    }

    @Test func `the keys lie in a file of their own, for its owner alone`() async throws {
        try open().close()
        var info = stat()
        #expect(lstat(state + "/keys", &info) == 0 && info.st_mode & 0o7777 == 0o600)
        let kept = "SELECT count(*) FROM secret WHERE name = 'notice' OR name LIKE 'recipients %'"
        #expect(try await ask(file, kept) == "0\n")
    }

    @Test func `it happens once`() throws {
        try open().close()
        let files = try stateFiles
        let again = try open()
        #expect(again.migration == nil)
        try again.close()
        #expect(try stateFiles == files)
    }

    /// Whatever interrupts it, the file is the old one, and the next start goes on.
    @Test func `a migration that fails leaves the journal as it was`() async throws {
        try await Outside.change(file, "UPDATE event SET kind = 'made-up' WHERE sequence = 3")
        let before = try await ask(file, "SELECT * FROM event; SELECT * FROM campaign")
        for _ in 1...2 {
            let error = #expect(throws: JournalError.self) { try open() }
            #expect(error?.description.contains("holds what no journal holds") == true)
        }
        #expect(try await ask(file, "PRAGMA user_version; PRAGMA integrity_check") == "4\nok\n")
        #expect(try await ask(file, "SELECT * FROM event; SELECT * FROM campaign") == before)
        // The second attempt has found the copy that the first one made.
        #expect(try stateFiles.filter { $0.hasPrefix("journal-") } == ["journal-version-4.sqlite"])
        try await Outside.change(file, "UPDATE event SET kind = 'attempt' WHERE sequence = 3")
        try open().close()
        #expect(try await ask(file, "PRAGMA user_version") == "9\n")
    }

    @Test func `a copy of other events is not written over and stays`() async throws {
        try await Outside.change(file, "VACUUM INTO '\(backup)'")
        chmod(backup, 0o600)
        try await Outside.change(backup, "UPDATE event SET hash = 'x' WHERE sequence > 20")
        let before = try Data(contentsOf: URL(filePath: backup))
        let journal = try open()
        #expect(journal.migration?.backup == nil)
        try journal.close()
        #expect(try Data(contentsOf: URL(filePath: backup)) == before)
        #expect(try stateFiles.filter { $0.hasPrefix("journal-") } == ["journal-version-4.sqlite"])
    }

    /// Killed between the migration and the end of its copy.
    @Test func `a copy that was left behind goes at the next start`() async throws {
        try await Outside.change(file, "VACUUM INTO '\(backup)'")
        chmod(backup, 0o600)
        let left = try Data(contentsOf: URL(filePath: backup))
        try open().close()
        try left.write(to: URL(filePath: backup))
        chmod(backup, 0o600)
        try open().close()
        #expect(try stateFiles.filter { $0.hasPrefix("journal-") } == [])
    }

    @Test func `a backup that others could read is refused`() async throws {
        try FileManager.default.copyItem(atPath: file, toPath: backup)
        chmod(backup, 0o640)
        #expect(throws: StateDirectoryError.self) { try open() }
    }

    @Test func `a trigger does not come along`() async throws {
        try await Outside.change(
            file,
            "CREATE TRIGGER quiet AFTER UPDATE ON delivery BEGIN DELETE FROM contact; END"
        )
        let error = #expect(throws: JournalError.self) { try open() }
        #expect(error?.description.contains("other tables than version 4 has") == true)
        #expect(try await ask(file, "PRAGMA user_version") == "4\n")
    }

    /// A newer program was killed, and its change of the version stands in the log alone.
    @Test func `a newer version is refused and not one byte is changed, its log included`()
        async throws
    {
        let program = """
            import os, sqlite3, sys
            journal = sqlite3.connect(sys.argv[1], isolation_level=None)
            journal.execute("PRAGMA journal_mode = WAL")
            journal.execute("PRAGMA user_version = 10")
            os._exit(0)
            """
        try await Program.run("python3", ["-c", program, file])
        try FileManager.default.removeItem(atPath: file + "-shm")
        let files = try stateFiles
        let before = try [file, file + "-wal"].map { try Data(contentsOf: URL(filePath: $0)) }
        #expect(before[1].count > 0)
        let error = #expect(throws: JournalError.self) { try open() }
        #expect(error?.description.contains("has version 10") == true)
        let after = try [file, file + "-wal"].map { try Data(contentsOf: URL(filePath: $0)) }
        #expect(after == before)
        #expect(try Set(stateFiles).subtracting(["lock"]) == Set(files))
    }
}
