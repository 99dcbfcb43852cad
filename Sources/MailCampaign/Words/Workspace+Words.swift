package import MailCore
import MailJournal

extension Workspace {
    /// What opening has found: templates that are not used, an earlier version's journal, one that is not the newest, and what a run
    /// that died left behind.
    package var notes: [Printable] {
        [templates.note, migration?.note, journal.standing.note, recovery.note].compactMap(\.self)
    }
}

extension JournalMigration {
    package var note: Printable {
        let upgraded: Printable =
            "The journal was of version \(version) and has been upgraded; what is personal in it is sealed "
            + "now, under keys in a file of their own (einzelpost keys says where). "
        return backup.map { upgraded + "A copy of it as it was lies in \($0)." }
            ?? upgraded + "The copy of it as it was is gone, since it showed people in clear."
    }
}

extension Recovery {
    /// What a run that died has left behind; nil for nothing.
    package var note: Printable? {
        guard !isEmpty else { return nil }
        let parts: [Printable] = [
            (released, "not begun"), (accepted, "accepted"), (refused, "refused"),
            (deferred, "deferred"), (unknown, "unknown"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let rulings: Printable =
            unknown > 0 ? " What is unknown waits for a person: einzelpost resolve." : ""
        return "The last run ended in the middle. Its open messages: "
            + parts.joined(separator: ", ")
            + ". Nothing is lost: resume sends what has not begun.\(rulings)"
    }
}

extension AuthorityKey {
    /// That it was made just now.
    package var note: Printable {
        "A key for signing was made: the file signing-key in the state directory. Keep a copy of it, "
            + "and publish its public key: \(publicKey)"
    }
}

extension Digest {
    /// That a campaign is another one now.
    var note: Printable { "Its digest is now \(hex)" }
}
