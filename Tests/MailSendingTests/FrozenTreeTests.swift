import Foundation
import MailCore
import MailJournal
import MailSending
import Testing
import TestSupport

/// Something changes the journal between the last check and the claim.
struct FrozenTreeTests {
    private let scene: SendingScene

    init() throws { scene = try SendingScene(people: 4) }

    /// What a message of the campaign is when it is read again after the change.
    private func changed(_ sql: String, message place: Int) async throws -> (
        FrozenTree, StoredMessage
    ) {
        let tree = try scene.journal.frozenTree(of: scene.campaign.id)
        let number = try scene.journal.messageNumbers(of: scene.campaign.id)[place].number
        #expect(tree.holds(try scene.journal.message(number)))
        try scene.journal.close()
        try await Outside.change(scene.path + "/journal.sqlite", sql)
        let copy = scene.path + "-changed"
        try FileManager.default.copyItem(atPath: scene.path, toPath: copy)
        let journal = try Journal(in: StateDirectory(at: copy))
        return (tree, try journal.message(number))
    }

    @Test(arguments: [
        // An address that nobody approved.
        Outside.setting("address", ofRow: 2, to: "'jemand.anders@post.example'"),
        Outside.setting("digest", ofMessage: 1, to: Outside.digest(ofMessage: 2)),
        Outside.setting("salt", ofMessage: 1, to: "hex(randomblob(32))"),
        "UPDATE message SET proof_id = 'x' || substr(proof_id, 2) WHERE number = 1",
        "UPDATE row SET message = 1 WHERE row = 3",
    ])
    func `a message that was changed is not the one of its leaf`(sql: String) async throws {
        let (tree, message) = try await changed(sql, message: 0)
        #expect(!tree.holds(message))
    }

    @Test func `what is no part of a message changes nothing`() async throws {
        let (tree, message) = try await changed(
            Outside.setting("phone", ofRow: 2, to: "'030 4711'"),
            message: 0
        )
        #expect(tree.holds(message))
    }

    @Test(arguments: [
        "UPDATE message SET digest_hash = 'x' || substr(digest_hash, 2) WHERE number = 1",
        "UPDATE message SET recipient = 'x' || substr(recipient, 2) WHERE number = 1",
    ])
    func `a tree that is not the approved one is not used`(sql: String) async throws {
        try scene.journal.close()
        try await Outside.change(scene.path + "/journal.sqlite", sql)
        let copy = scene.path + "-changed"
        try FileManager.default.copyItem(atPath: scene.path, toPath: copy)
        let journal = try Journal(in: StateDirectory(at: copy))
        #expect(throws: JournalError.self) { try journal.frozenTree(of: scene.campaign.id) }
    }
}
