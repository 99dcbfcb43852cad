package import MailCore
import MailJournal

extension EarlierCampaign {
    /// That it is there, and how far it is.
    package var note: Sentence {
        let (id, deliveries) = (status.campaign.id, status.deliveries)
        switch self {
        case .interrupted:
            return Sentence(
                en: "\(id), for the same days, was interrupted: \(deliveries[.accepted]) of "
                    + "\(deliveries.live, "message", "messages") accepted, \(deliveries.open) still have to go. "
                    + "To go on with it: einzelpost resume \(id)",
                de:
                    "\(id), für dieselben Tage, wurde unterbrochen: Von \(deliveries.live, "Nachricht", "Nachrichten") sind "
                    + "\(count: deliveries[.accepted]) angenommen, \(count: deliveries.open) noch zu senden. "
                    + "Damit weitermachen: einzelpost resume \(id)"
            )
        case .planned:
            return Sentence(
                en:
                    "This very file was planned already as \(id), and nothing of that has been sent. To go on with "
                    + "it: einzelpost cancel \(id)",
                de:
                    "Genau diese Datei ist schon als \(id) geplant, und davon ist nichts gesendet. Damit weitermachen: "
                    + "einzelpost cancel \(id)"
            )
        }
    }

    /// Asked where somebody can answer.
    package var question: Sentence {
        let id = status.campaign.id
        return switch self {
        case .interrupted:
            Sentence(
                en: "Go on with \(id) now? [Y/n] ",
                de: "Jetzt mit \(id) weitermachen? [J/n] "
            )
        case .planned:
            Sentence(
                en: "Go on with \(id), with all answers that were given? [Y/n] ",
                de: "Mit \(id) weitermachen, mit allen bisherigen Antworten? [J/n] "
            )
        }
    }
}

extension Cancellation {
    /// Said where somebody breaks off at a question.
    package var brokenOff: Sentence {
        Sentence(
            en:
                "\nNothing has been sent, and every answer is kept. To go on: einzelpost cancel \(view.campaign.id)",
            de:
                "\nEs wurde nichts gesendet, und alle Antworten sind festgehalten. Weiter geht es mit: einzelpost cancel "
                + "\(view.campaign.id)"
        )
    }

    /// What somebody may type instead of an answer.
    package static var lookHint: Sentence {
        Sentence(
            en: "To read everything, with sample messages, type v.",
            de: "Um alles zu lesen, mit Beispielen der Nachrichten, tippen Sie v."
        )
    }

    /// Whether somebody wants to read everything.
    package static func wantsToLook(_ typed: String) -> Bool { typed.folded == "v" }
}
