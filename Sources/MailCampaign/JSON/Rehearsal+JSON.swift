package import MailCore
import MailJournal

extension Rehearsal.Result: JSONPresentable {
    package var conclusion: Conclusion { Conclusion(outcome) }

    package var json: JSON {
        status.json.with([
            "rehearsal": [
                "transactions": .number(transactions),
                "max_recipients_per_transaction": .number(maxRecipients),
                "messages_in": .text(keptIn),
            ]
        ])
    }
}
