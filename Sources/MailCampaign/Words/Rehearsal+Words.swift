package import MailCore
import MailJournal

extension Rehearsal.Result {
    package var text: Printable {
        var lines: [Printable] = [
            "Rehearsal of \(status.campaign.id): nothing has left this machine.",
            "\(transactions) transactions, at most \(maxRecipients) recipient in each",
            status.sums.joined(separator: "\n"),
        ]
        if let keptIn { lines.append("The messages are in \(keptIn)") }
        return lines.joined(separator: "\n")
    }
}
