import MailCampaign
import MailCore
import MailJournal

extension Rehearsal.Result: ShapedReport {
    var text: String {
        var lines = [
            "Rehearsal of \(status.campaign.id): nothing has left this machine.",
            "\(transactions) transactions, at most \(maxRecipients) recipient in each",
            status.text.split(separator: "\n").dropFirst().filter { $0.hasPrefix(" ") }
                .joined(separator: "\n"),
        ]
        if let keptIn { lines.append("The messages are in \(keptIn)") }
        return lines.joined(separator: "\n")
    }

    var json: JSON {
        status.json.with([
            "rehearsal": [
                "transactions": .number(transactions),
                "max_recipients_per_transaction": .number(maxRecipients),
                "messages_in": .text(keptIn),
            ]
        ])
    }
}
