import GRDB
package import MailCore

/// Why the journal cannot be used or written.
///
/// Never personal data.
package struct JournalError: PrintableError, Hashable, Sendable {
    package let words: Sentence

    package init(_ words: Sentence) {
        self.words = words
    }

    package init(en: Wording<English>, de: Wording<German>) {
        words = Sentence(en: en, de: de)
    }

    /// What goes wrong so seldom that its place is all there is to say.
    package init(_ text: String) {
        words = Sentence(
            en: "\(text)",
            de:
                "Das Journal ist nicht verwendbar. Lassen Sie alles, wie es ist, und fragen Sie die "
                + "Systembetreuung (Meldung: \(text))"
        )
    }

    /// SQLite's code and message, without the statement's arguments.
    init(_ error: DatabaseError, _ path: String) {
        let advice = Self.advice(error.resultCode)
        words = Sentence(
            en: "journal \(path): SQLite \(error.extendedResultCode.rawValue): \(advice)",
            de: "Journal \(path): SQLite \(error.extendedResultCode.rawValue): \(advice)"
        )
    }

    private static func advice(_ code: ResultCode) -> Sentence {
        switch code {
        case .SQLITE_FULL:
            Sentence(
                en: "the disk is full; free space, then go on with: einzelpost resume",
                de:
                    "Der Datenträger ist voll. Schaffen Sie Platz, dann geht es weiter mit: einzelpost resume"
            )
        case .SQLITE_IOERR:
            Sentence(
                en: "the disk is full or does not work; free space or repair it, then go on with: "
                    + "einzelpost resume",
                de:
                    "Der Datenträger ist voll oder defekt. Schaffen Sie Platz, oder lassen Sie ihn reparieren; dann "
                    + "geht es weiter mit: einzelpost resume"
            )
        case .SQLITE_BUSY:
            Sentence(
                en: "another program has it open; close that program",
                de: "Ein anderes Programm hat es geöffnet; schließen Sie dieses Programm"
            )
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            Sentence(
                en: "it is damaged; restore a backup",
                de: "Es ist beschädigt; spielen Sie eine Sicherung zurück"
            )
        case .SQLITE_CONSTRAINT:
            Sentence(
                en: "it holds what no journal holds; keep it as it is and restore a backup",
                de:
                    "Es enthält, was kein Journal enthält; heben Sie es auf, wie es ist, und spielen Sie eine "
                    + "Sicherung zurück"
            )
        default:
            Sentence(
                en: "check the disk, then try again",
                de: "Prüfen Sie den Datenträger, und versuchen Sie es dann noch einmal"
            )
        }
    }
}
