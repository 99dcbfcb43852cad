import MailCore
import MailJournal

extension JournalStanding {
    /// What somebody must know before anything is done with the journal; nil for the newest.
    var note: Sentence? {
        switch self {
        case .newest: nil
        case .unwitnessed, .behind, .replaced:
            Sentence(
                en: "\(words) Nothing can be sent from it as it is.",
                de: "\(words) So, wie es ist, kann daraus nichts gesendet werden."
            )
        }
    }

    /// What a check says of it; nil where the journal may be all there is.
    var failure: Sentence? {
        switch self {
        case .newest, .unwitnessed: nil
        case .behind, .replaced: words
        }
    }

    var words: Sentence {
        switch self {
        case .newest:
            Sentence(
                en: "This journal is the newest there is.",
                de: "Dieses Journal ist das neueste, das es gibt."
            )
        case .unwitnessed:
            Sentence(
                en: "This journal comes from another machine or account.",
                de: "Dieses Journal stammt von einem anderen Rechner oder Konto."
            )
        case .behind(let missing): missing.words
        case .replaced(let told):
            Sentence(
                en:
                    "Another journal lay in this state directory and is gone; \(told, "person has", "people have") "
                    + "been told from it, or may have been, and nothing is known of them here.",
                de:
                    "In diesem Zustandsverzeichnis lag ein anderes Journal, das jetzt fehlt; \(told, "Person wurde", "Personen wurden") "
                    + "daraus benachrichtigt, vielleicht auch nicht, und hier ist von ihnen nichts bekannt."
            )
        }
    }
}

extension JournalStanding.MissingPart {
    var words: Sentence {
        Sentence(
            en:
                "This journal is older than what was sent from it: it was restored from a backup, or another copy "
                + "of it was used. \(openWords)\(elsewhereWords)",
            de:
                "Dieses Journal ist älter als der Versand daraus: Es wurde aus einer Sicherung zurückgespielt, oder eine "
                + "andere Kopie wurde verwendet. \(openWords)\(elsewhereWords)"
        )
    }

    private var openWords: Sentence {
        let doubt =
            isExact
            ? .empty
            : Sentence(
                en: " (all of them, since the machine went down while they were sent)",
                de: " (alle, weil der Rechner während des Versands ausfiel)"
            )
        return Sentence(
            en:
                "\(open, "message", "messages") that it calls open may have been sent since\(doubt)",
            de:
                "\(open, "Nachricht, die darin offen ist, kann", "Nachrichten, die darin offen sind, können") "
                + "inzwischen gesendet sein\(doubt)"
        )
    }

    private var elsewhereWords: Sentence {
        elsewhere == 0
            ? Sentence(same: ".")
            : Sentence(
                en: ", and \(elsewhere, "message", "messages") of campaigns that it does not know.",
                de:
                    ", ebenso \(elsewhere, "Nachricht", "Nachrichten") aus Aktionen, die es nicht kennt."
            )
    }
}
