import Foundation
import Glibc
import MailCore
import MailJournal
import TestSupport
import Testing

/// The file with the keys of what is sealed.
struct KeyStoreTests {
    private let scene: JournalScene

    init() throws { scene = try JournalScene() }

    private var file: String { scene.path + "/keys" }

    private func text() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

    private func failure() throws -> String {
        try scene.close()
        let error = #expect(throws: JournalError.self) { try scene.journal }
        return error?.description ?? ""
    }

    @Test func `it is made with the first campaign, and each has a key of its own`() throws {
        _ = try scene.journal
        #expect(!FileManager.default.fileExists(atPath: file))
        let first = try scene.plan(SampleCampaign(people: 1))
        let second = try scene.plan(SampleCampaign(people: 1, seed: 2))
        let content = try JSONSerialization.jsonObject(with: Data(text().utf8)) as? [String: Any]
        let keys = try #require(content?["keys"] as? [String: String])
        #expect(keys.keys.sorted() == ["campaign \(first.id)", "campaign \(second.id)", "notice"])
        #expect(Set(keys.values).count == 3 && keys.values.allSatisfy { $0.count == 64 })
        let journal = try scene.journal
        #expect(journal.hasKey(of: first.id) && !journal.hasKey(of: "2021-01-01-1"))
    }

    @Test(arguments: [
        ("", "is no key store"), ("{}", "is no key store"),
        (#"{"einzelpost_keys": 2, "keys": {}}"#, "is no key store"),
        (#"{"einzelpost_keys": 1, "keys": {"notice": "ab"}}"#, "a key is damaged"),
        (#"{"einzelpost_keys": 1, "keys": {}, "sealed_under": "00"}"#, "office_key_file"),
    ])
    func `a damaged one is refused and stays as it is`(text: String, word: String) throws {
        _ = try scene.plan(SampleCampaign(people: 1))
        try Data(text.utf8).write(to: URL(filePath: file))
        chmod(file, 0o600)
        #expect(try failure().contains(word))
        #expect(try self.text() == text)
    }

    @Test func `one that others can read is refused, and one behind a link`() throws {
        _ = try scene.plan(SampleCampaign(people: 1))
        try scene.close()
        chmod(file, 0o640)
        #expect(throws: (any Error).self) { try scene.journal }
        chmod(file, 0o600)
        try FileManager.default.moveItem(atPath: file, toPath: file + "-away")
        symlink(file + "-away", file)
        #expect(throws: (any Error).self) { try scene.journal }
    }

    /// Otherwise the next program would make another key, and everybody be told twice.
    @Test func `a plan that fails does not leave a key that only memory knows`() async throws {
        struct Failure: Error {}
        let journal = try scene.journal
        let start = try #require(AppointmentTime(iso8601: "2021-03-16T09:00:00+00:00"))
        #expect(throws: Failure.self) {
            try journal.plan(
                relay: Digest(of: []),
                asOf: nil,
                by: .login("planner", 1),
                at: scene.now,
                timeZone: .gmt,
                randomness: scene.randomness
            ) { draft in
                _ = try draft.notice(of: SampleCampaign.person(7), start)
                throw Failure()
            }
        }
        _ = try scene.plan(SampleCampaign(people: 1))
        try scene.close()
        let kept = "SELECT count(*) FROM secret WHERE name = 'notice check'"
        #expect(try await Outside.ask(scene.file, kept) == "1")
    }

    /// The keys of another journal open nothing, and nothing is guessed.
    @Test func `the store of another journal is told from its own`() throws {
        let campaign = try scene.plan(SampleCampaign(people: 2))
        try scene.close()
        let other = try JournalScene()
        _ = try other.plan(SampleCampaign(people: 2))
        try other.close()
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.copyItem(atPath: other.path + "/keys", toPath: file)
        let error = #expect(throws: JournalError.self) {
            try scene.journal.forEachMessage(of: campaign.id) { _ in }
        }
        #expect(error?.description.contains("belongs to another journal") == true)
        #expect(throws: JournalError.self) { try scene.plan(SampleCampaign(people: 1, seed: 5)) }
    }

    @Test func `an office's key is 64 hexadecimal digits`() {
        #expect(OfficeKey(String(repeating: "0f", count: 32) + "\n") != nil)
        for text in ["", "0f", String(repeating: "0g", count: 32)] {
            #expect(OfficeKey(text) == nil)
        }
    }
}
