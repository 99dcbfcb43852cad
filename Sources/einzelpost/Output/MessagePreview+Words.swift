import MailCampaign
import MailCore
import MailJournal

extension MessagePreview {
    func text(_ picks: [MessageChoice.Pick]) throws -> String {
        try picks.map { pick in
            let view = try view(of: pick.message)
            let rows = pick.message.recipient.appointments.map { "\($0.row)" }
            return """
                ──── \(pick.why) (row \(rows.joined(separator: ", "))) ────
                From: \(view.from)
                To: \(view.to)
                Subject: \(view.subject)
                Date: \(view.date)

                \(view.text)
                """
        }.joined(separator: "\n")
    }

    func json(_ picks: [MessageChoice.Pick]) throws -> JSON {
        [
            "campaign": .text(campaign.id),
            "messages": .list(
                try picks.map { pick in
                    let view = try view(of: pick.message)
                    return [
                        "message": .text(pick.message.id.text), "why": .text(pick.why),
                        "rows": .list(
                            pick.message.recipient.appointments.map { .number($0.row) }
                        ),
                        "from": .text(view.from), "to": .text(view.to),
                        "subject": .text(view.subject), "text": .text(view.text),
                    ]
                }
            ),
        ]
    }
}
