package import MailCore
import MailJournal

extension Rehearsal.Result {
    package var text: Sentence {
        var lines = [
            Sentence(
                en: "Rehearsal of \(status.campaign.id): nothing has left this machine.",
                de: "Probelauf von \(status.campaign.id): Nichts hat diesen Rechner verlassen."
            ),
            Sentence(
                en: "\(transactions) transactions, at most \(maxRecipients) recipient in each",
                de: "\(transactions, "Nachricht", "Nachrichten") übergeben, jede an höchstens "
                    + "\(maxRecipients, "Empfänger", "Empfänger")"
            ),
            status.sums.lines,
        ]
        if let keptIn {
            lines.append(
                Sentence(
                    en: "The messages are in \(keptIn)",
                    de: "Die Nachrichten liegen in \(keptIn)"
                )
            )
        }
        return lines.lines
    }
}
