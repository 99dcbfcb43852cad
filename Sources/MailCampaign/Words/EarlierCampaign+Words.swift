package import MailCore
import MailJournal

extension EarlierCampaign {
    /// That it is there, and how far it is.
    package var note: Printable {
        let id = status.campaign.id
        switch self {
        case .interrupted:
            let accepted = status.deliveries[.accepted]
            return "\(id), for the same days, was interrupted: \(accepted) of "
                + "\(status.deliveries.live.with("message")) accepted, \(status.deliveries.open) still have to go. "
                + "To go on with it: einzelpost resume \(id)"
        case .planned:
            return
                "This very file was planned already as \(id), and nothing of that has been sent. To go on with "
                + "it: einzelpost cancel \(id)"
        }
    }

    /// Asked where somebody can answer.
    package var question: Printable {
        switch self {
        case .interrupted: "Go on with \(status.campaign.id) now? [Y/n] "
        case .planned: "Go on with \(status.campaign.id), with all answers that were given? [Y/n] "
        }
    }
}

extension Cancellation {
    /// Said where somebody breaks off at a question.
    package var brokenOff: Printable {
        "\nNothing has been sent, and every answer is kept. To go on: einzelpost cancel \(view.campaign.id)"
    }

    /// What somebody may type instead of an answer.
    package static var lookHint: Printable { "To read everything, with sample messages, type v." }

    /// Whether somebody wants to read everything.
    package static func wantsToLook(_ typed: String) -> Bool { typed.folded == "v" }
}
