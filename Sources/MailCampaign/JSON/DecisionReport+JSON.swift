package import MailCore
import MailJournal

extension DecisionReport: JSONPresentable {
    package var conclusion: Conclusion { .done(undecided + status.unread > 0) }

    package var json: JSON {
        status.json.with([
            "digest": .text(digest.hex), "undecided": .number(undecided),
            "decided": .list(
                outcome.changed.map { row in
                    [
                        "row": .number(row.row), "class": .text(row.rowClass.rawValue),
                        "answer": .text(row.answer?.rawValue), "message": .text(row.message),
                        "start": .text(row.start?.iso8601),
                    ]
                }
            ),
        ])
    }
}
