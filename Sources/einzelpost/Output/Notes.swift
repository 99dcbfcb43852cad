import MailCampaign
import MailCore
import MailJournal

/// What a person should know besides the result.
extension Terminal {
    /// What opening has found: an earlier version's journal, and what a run that died left behind.
    static func note(_ workspace: Workspace) {
        note(workspace.migration)
        note(workspace.recovery)
    }

    /// That the journal was of an earlier version.
    static func note(_ migration: JournalMigration?) {
        guard let migration else { return }
        complain(
            "The journal was of version \(migration.version) and has been upgraded. A copy of it as "
                + "it was lies in \(migration.backup); delete it when you delete the data of its "
                + "campaigns."
        )
    }

    /// What a run that died has left behind.
    static func note(_ recovery: Recovery) {
        guard !recovery.isEmpty else { return }
        let parts: [Printable] = [
            (recovery.released, "not begun"), (recovery.accepted, "accepted"),
            (recovery.refused, "refused"), (recovery.deferred, "deferred"),
            (recovery.unknown, "unknown"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let rulings: Printable =
            recovery.unknown > 0 ? " What is unknown waits for a person: einzelpost resolve." : ""
        complain(
            "The last run ended in the middle. Its open messages: "
                + parts.joined(separator: ", ")
                + ". Nothing is lost: resume sends what has not begun.\(rulings)"
        )
    }

    /// What has changed since planning.
    static func note(_ change: AuthorityChange?) {
        if let change { complain("Note: \(change.words)") }
    }

    /// That the authority's key has been made.
    static func note(newKey: AuthorityKey?) {
        guard let newKey else { return }
        complain(
            "A key for signing was made: the file signing-key in the state directory. Keep a copy "
                + "of it, and publish its public key: \(newKey.publicKey)"
        )
    }

    /// That a campaign is another one now.
    static func note(newDigest digest: Digest, _ sentence: Printable) {
        complain(sentence)
        complain("Its digest is now \(digest.hex)")
    }
}
