import Foundation
package import MailCore
import MailJournal

extension StatusReport: JSONPresentable {
    package var conclusion: Conclusion { .done(unread > 0) }

    package var json: JSON {
        [
            "campaign": .text(campaign.id),
            "state": .text(state.rawValue),
            "messages": .number(messages),
            "deliveries": .object(
                Dictionary(
                    uniqueKeysWithValues: deliveries.byState.map {
                        ($0.key.rawValue, .number($0.value))
                    }
                )
            ),
            "started_at": .text(startedAt?.iso8601(in: zone)),
            "finished_at": .text(campaign.finishedAt?.iso8601(in: zone)),
            "stopped_because": .text(stoppedBecause?.english),
            "stopped_code": .text(stoppedBecause?.code),
            "approved_by": .text(approval?.name),
            "approved_at": .text(approval?.at.iso8601(in: zone)),
            "begins_at": .text(begins),
            "hindrance": .text(hindrance?.rawValue),
            "incident_since": .text(incident?.awareAt.iso8601(in: zone)),
            "unread_rows": .number(unread),
            "unreached_rows": .number(unreached),
            "last_deferral": .null, "per_minute": .null, "relay_away_until": .null,
            "expected_end": .null,
        ]
    }
}
