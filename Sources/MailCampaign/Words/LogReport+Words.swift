package import MailCore
import MailJournal

extension LogReport: JSONPresentable {
    /// What is still unknown waits for a person.
    package var conclusion: Conclusion { .done(status.deliveries[.unknown] > 0) }

    /// What was found, before somebody is asked.
    package var finding: Printable {
        guard !entries.isEmpty else {
            return "Of \(status.campaign.id) no delivery is unknown; there is nothing to look for."
        }
        let begun =
            "\(entries.count.with("delivery", "deliveries")) of \(status.campaign.id) "
            + "\(entries.count == 1 ? "is" : "are") unknown; read \(lines.with("line")) of the relay's log:"
        return ([Printable(begun)] + entries.map(\.words)).joined(separator: "\n")
    }

    package var text: Printable { [outcome, status.text].joined(separator: "\n\n") }

    private var outcome: Printable {
        if isRecorded {
            return "Recorded as accepted: \(accepted.count.with("delivery", "deliveries"))."
        }
        return accepted.isEmpty
            ? "Nothing was recorded: the log settles nothing. Look into the log of another day or host (einzelpost resolve "
                + "--help)."
            : "Nothing was recorded. To record what the log shows, say --accepted as well."
    }

    package var json: JSON {
        [
            "recorded": .bool(isRecorded), "lines": .number(lines),
            "unknown": .list(entries.map(\.json)), "status": status.json,
        ]
    }
}

extension LogReport.Entry {
    fileprivate var words: Printable {
        let told: Printable =
            switch finding {
            case .accepted(let queue): "accepted, as \(queue)"
            case .begun(let queue):
                "begun as \(queue), and not taken as far as the log says; settles nothing"
            case nil: "not in the log, which proves nothing"
            }
        return "    row \(row), \(message): " + told
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
    package var resolvingPrompt: Printable {
        switch self {
        case .messages:
            "\nTo record that the relay has taken those it accepted, type their number (Ctrl-C stops): "
        case .lastDay: approvalPrompt
        }
    }
}
