package import MailCore
import MailJournal

extension EarlierCampaign {
    /// That it is there, and how far it is; for a page, whose buttons say what to do.
    package var pageNote: Sentence {
        let deliveries = status.deliveries
        return switch self {
        case .interrupted:
            Sentence(
                en: "\(id), for the same days, was interrupted: \(deliveries[.accepted]) of "
                    + "\(deliveries.live, "message", "messages") accepted, \(deliveries.open) still have to go.",
                de:
                    "\(id), für dieselben Tage, wurde unterbrochen: Von \(deliveries.live, "Nachricht", "Nachrichten") sind "
                    + "\(count: deliveries[.accepted]) angenommen, \(count: deliveries.open) noch zu senden."
            )
        case .planned:
            Sentence(
                en:
                    "This very file was planned already as \(id), and nothing of that has been sent.",
                de:
                    "Genau diese Datei ist schon als \(id) geplant, und davon ist nichts gesendet."
            )
        }
    }
}
