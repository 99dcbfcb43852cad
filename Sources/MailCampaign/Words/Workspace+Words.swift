package import MailCore
import MailJournal

extension Workspace {
    /// What opening has found: templates that are not used, an earlier version's journal, one that is not the newest, and what a run
    /// that died left behind.
    ///
    /// - Parameter claim: What somebody has said of where the journal comes from; then they need not be told of it.
    /// - Returns: Each as a sentence.
    package func notes(claim: StateClaim? = nil) -> [Sentence] {
        [
            templates.note, migration?.note, claim == nil ? journal.standing.note : nil,
            recovery.note,
        ].compactMap(\.self)
    }
}

extension JournalMigration {
    package var note: Sentence {
        let upgraded = Sentence(
            en:
                "The journal was of version \(version) and has been upgraded; what is personal in it is sealed "
                + "now, under keys in a file of their own (einzelpost keys says where). ",
            de:
                "Das Journal hatte die Fassung \(version) und ist jetzt auf dem neuen Stand; was darin personenbezogen ist, "
                + "ist nun versiegelt, unter Schlüsseln in einer eigenen Datei (wo, sagt einzelpost keys). "
        )
        let copy =
            backup.map {
                Sentence(
                    en: "A copy of it as it was lies in \($0).",
                    de: "Eine Kopie, wie es war, liegt in \($0)."
                )
            }
            ?? Sentence(
                en: "The copy of it as it was is gone, since it showed people in clear.",
                de: "Die Kopie, wie es war, ist entfernt, weil darin Personen lesbar waren."
            )
        return upgraded + copy
    }
}

extension Recovery {
    /// What a run that died has left behind; nil for nothing.
    package var note: Sentence? {
        guard !isEmpty else { return nil }
        let parts = [
            (released, Sentence(en: "not begun", de: "nicht begonnen")),
            (accepted, DeliveryState.accepted.name), (refused, DeliveryState.refused.name),
            (deferred, DeliveryState.deferred.name), (unknown, DeliveryState.unknown.name),
        ].filter { $0.0 > 0 }.map { Sentence(same: "\(count: $0.0) \($0.1)") }.commas
        let rulings =
            unknown > 0
            ? Sentence(
                en: " What is unknown waits for a person: einzelpost resolve.",
                de: " Was ungewiss ist, muss jemand feststellen: einzelpost resolve."
            ) : .empty
        return Sentence(
            en: "The last run ended in the middle. Its open messages: \(parts)"
                + ". Nothing is lost: resume sends what has not begun.\(rulings)",
            de:
                "Der letzte Lauf ist mittendrin abgebrochen. Was von seinen Nachrichten unterwegs war: \(parts)"
                + ". Verloren ist nichts: einzelpost resume sendet, was noch nicht begonnen hat. Bitte nicht mit einem "
                + "anderen Mailprogramm weitermachen.\(rulings)"
        )
    }
}

extension AuthorityKey {
    /// That it was made just now.
    package var note: Sentence {
        Sentence(
            en:
                "A key for signing was made: the file signing-key in the state directory. Keep a copy of it, "
                + "and publish its public key: \(publicKey)",
            de:
                "Ein Schlüssel zum Unterschreiben wurde angelegt: die Datei signing-key im Zustandsverzeichnis. Bewahren "
                + "Sie eine Kopie auf, und veröffentlichen Sie den öffentlichen Schlüssel: \(publicKey)"
        )
    }
}

extension Digest {
    /// That a campaign is another one now.
    var note: Sentence {
        Sentence(en: "Its digest is now \(hex)", de: "Ihre Prüfsumme ist jetzt \(hex)")
    }
}
