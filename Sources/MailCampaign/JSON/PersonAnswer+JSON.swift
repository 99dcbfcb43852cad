import Foundation
package import MailCore
import MailJournal

extension PersonAnswer.Result: JSONPresentable {
    package var json: JSON {
        [
            "people": .number(people), "masked": .bool(isMasked), "erased": .bool(isErased),
            "rows": .list(traces.map(json)),
        ]
    }

    private func json(of trace: PersonTrace) -> JSON {
        let row = trace.row
        return [
            "campaign": .text(trace.campaign), "row": .number(row.row),
            "class": .text(row.rowClass.rawValue),
            "start": .text(row.start?.iso8601), "second_start": .text(row.second?.iso8601),
            "kept": .object(
                Dictionary(
                    uniqueKeysWithValues: cells(of: trace).map { ($0.name, .text($0.value)) }
                )
            ),
            "message": .text(row.message), "state": .text(row.state?.rawValue),
            "events": .list(
                trace.events.map {
                    [
                        "at": .text($0.at.iso8601(in: zone)), "kind": .text($0.kind),
                        "verdict": .text($0.verdict),
                    ]
                }
            ),
        ]
    }
}
