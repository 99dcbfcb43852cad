import MailCore
import MailJournal

extension Rehearsal.Result {
    package var text: String {
        var lines = [
            "Rehearsal of \(status.campaign.id): nothing has left this machine.",
            "\(transactions) transactions, at most \(maxRecipients) recipient in each",
            status.text.split(separator: "\n").dropFirst().filter { $0.hasPrefix(" ") }
                .joined(separator: "\n"),
        ]
        if let keptIn { lines.append("The messages are in \(keptIn)") }
        return lines.joined(separator: "\n")
    }
}
