package import MailCore
import MailJournal

extension LogReport: JSONPresentable {
    /// What is still unknown waits for a person.
    package var conclusion: Conclusion { .done(status.deliveries[.unknown] > 0) }

    /// What was found, before somebody is asked.
    package var finding: Sentence {
        let id = status.campaign.id
        guard !entries.isEmpty else {
            return Sentence(
                en: "Of \(id) no delivery is unknown; there is nothing to look for.",
                de: "Bei \(id) ist keine Zustellung ungewiss; es gibt nichts zu suchen."
            )
        }
        let begun = Sentence(
            en:
                "\(entries.count, "delivery", "deliveries") of \(id) \(entries.count == 1 ? "is" : "are") unknown; read "
                + "\(lines, "line", "lines") of the relay's log:",
            de:
                "Bei \(id) \(entries.count == 1 ? "ist" : "sind") \(entries.count, "Zustellung", "Zustellungen") "
                + "ungewiss; gelesen: \(lines, "Zeile", "Zeilen") aus dem Protokoll des Mailservers:"
        )
        return ([begun] + entries.map(\.words)).lines
    }

    package var text: Sentence { [outcome, status.text].joined(separator: Sentence(same: "\n\n")) }

    private var outcome: Sentence {
        if isRecorded {
            return Sentence(
                en: "Recorded as accepted: \(accepted.count, "delivery", "deliveries").",
                de: "Als angenommen vermerkt: \(accepted.count, "Zustellung", "Zustellungen")."
            )
        }
        return accepted.isEmpty
            ? Sentence(
                en:
                    "Nothing was recorded: the log settles nothing. Look into the log of another day or host (einzelpost resolve "
                    + "--help).",
                de:
                    "Es wurde nichts vermerkt: Dieses Protokoll klärt nichts. Suchen Sie im Protokoll eines anderen Tages oder "
                    + "Rechners (einzelpost resolve --help)."
            )
            : Sentence(
                en: "Nothing was recorded. To record what the log shows, say --accepted as well.",
                de:
                    "Es wurde nichts vermerkt. Um zu vermerken, was das Protokoll zeigt, geben Sie auch --accepted an."
            )
    }

    package var json: JSON {
        [
            "recorded": .bool(isRecorded), "lines": .number(lines),
            "unknown": .list(entries.map(\.json)), "status": status.json,
        ]
    }
}

extension LogReport.Entry {
    fileprivate var words: Sentence {
        let told =
            switch finding {
            case .accepted(let queue):
                Sentence(en: "accepted, as \(queue)", de: "angenommen, als \(queue)")
            case .begun(let queue):
                Sentence(
                    en: "begun as \(queue), and not taken as far as the log says; settles nothing",
                    de: "begonnen als \(queue), und laut Protokoll nicht angenommen; klärt nichts"
                )
            case nil:
                Sentence(
                    en: "not in the log, which proves nothing",
                    de: "steht nicht im Protokoll, was nichts beweist"
                )
            }
        return Sentence(
            en: "    row \(row), \(message): \(told)",
            de: "    Zeile \(row), \(message): \(told)"
        )
    }

    fileprivate var json: JSON {
        let (found, queue): (JSON, JSON) =
            switch finding {
            case .accepted(let queue): ("accepted", .text(queue))
            case .begun(let queue): ("begun", .text(queue))
            case nil: (.null, .null)
            }
        return [
            "row": .number(row), "message": .text(message), "found": found, "queue_id": queue,
        ]
    }
}

extension ConfirmationQuestion {
    /// What whoever settles by a log is asked.
    package var resolvingPrompt: Sentence {
        switch self {
        case .messages:
            Sentence(
                en:
                    "\nTo record that the relay has taken those it accepted, type their number (Ctrl-C stops): ",
                de:
                    "\nUm zu vermerken, dass der Mailserver die angenommenen hat, geben Sie ihre Anzahl ein (Strg-C bricht ab): "
            )
        case .lastDay: approvalPrompt
        }
    }
}
