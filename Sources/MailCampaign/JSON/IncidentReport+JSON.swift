package import MailCore
import MailJournal

extension IncidentReport: JSONPresentable {
    package var json: JSON {
        [
            "campaign": .text(campaign.id),
            "aware_at": .text(incident.awareAt.iso8601(in: zone)),
            "frozen_at": .text(incident.openedAt.iso8601(in: zone)),
            "deadline": .text(deadline.iso8601(in: zone)), "seconds_left": .number(secondsLeft),
            "was_sending": .bool(wasSending), "people": .number(people),
            "unclear": .number(unclear), "unsent": .number(unsent), "rows": .number(toldRows),
            "fields": .list(fields.map { .text($0.rawValue) }),
            "foreign_values": .number(verification.foreignValues),
            "verified": .bool(verification.isOK),
            "follow_ups": .list(followUps.map { .text($0.campaign.id) }),
            "blocks": .list(
                IncidentBlocks(self).all.map { ["title": .text($0.title), "text": .text($0.text)] }
            ),
        ]
    }
}
