import Foundation
package import MailCore
import MailJournal

extension PlanReport: JSONPresentable {
    package var conclusion: Conclusion { .done(holdsOpenRows) }

    package var json: JSON {
        [
            "campaign": .text(campaign.id),
            "digest": .text(campaign.digest.hex),
            "rows": .number(rowCount),
            "classes": classesJSON,
            "messages": .number(messages),
            "shared_addresses": .number(campaign.facts.sharedAddresses),
            "first_appointment": .text(starts.first?.iso8601),
            "last_appointment": .text(starts.last?.iso8601),
            "forecast_seconds": .number(campaign.facts.forecastSeconds),
            "unread_rows": .number(unread), "parts": partsJSON, "problems": problemsJSON,
            "values": valuesJSON(),
            "warnings": .list(
                campaign.facts.warnings.map { .text($0.english) }
                    + forgotten.map { .text($0.words) }
            ),
            "warning_codes": .list(
                campaign.facts.warnings.map { .text($0.code) } + forgotten.map { .text($0.code) }
            ),
            "discarded_columns": .list(campaign.facts.discardedColumns.map { .text($0) }),
            "form": .text(campaign.facts.sourceForm),
            "uncounted": .text(campaign.facts.uncounted),
            "as_of": .text(campaign.asOf?.iso8601(in: zone)), "follow_up": followUpJSON,
        ]
    }

    /// Null for a campaign that was planned from a file.
    var followUpJSON: JSON {
        guard let followUp = campaign.facts.followUp else { return .null }
        return [
            "campaign": .text(followUp.campaign), "template": .text(followUp.earlierTemplate),
            "states": .list(followUp.states.map { .text($0.rawValue) }),
            "rows": .list(followUp.rows.map { .number($0) }),
            "deadline": .text(followUp.deadline.rawValue), "again": .bool(followUp.isRepeated),
            "before": .list(
                followUp.before.map {
                    ["state": .text($0.state.rawValue), "messages": .number($0.messages)]
                }
            ),
        ]
    }

    var classesJSON: JSON {
        .object(
            Dictionary(uniqueKeysWithValues: classes.map { ($0.key.rawValue, .number($0.value)) })
        )
    }

    var partsJSON: JSON {
        .list(
            cancelled.map { part in
                [
                    "day": .text(part.day), "site": .text(part.site),
                    "service": .text(part.service), "appointments": .number(part.appointments),
                ]
            }
        )
    }

    /// What is asked about once for all its rows.
    ///
    /// - Parameter cells: What stands in cells that were found fine, by the number of the value; nil
    ///   where no personal data is shown.
    /// - Returns: A list.
    func valuesJSON(cells: [Int: [String]]? = nil) -> JSON {
        .list(
            values.map { value in
                JSON.object([
                    "value": .number(value.number), "question": .text(value.question.words.english),
                    "question_code": .text(value.question.words.code),
                    "rows": .list(value.question.rows.map { .number($0) }),
                    "answer": .text(value.answer?.rawValue),
                ]).with(
                    cells.map { ["cells": .list(($0[value.number] ?? []).map { .text($0) })] }
                        ?? [:]
                )
            }
        )
    }

    var problemsJSON: JSON {
        .list(
            problemRows.map { row in
                [
                    "row": .number(row.row), "line": .number(row.line),
                    "column": .text(row.column),
                    "class": .text(row.rowClass.rawValue),
                    "message": .text(row.reasons.map(\.english).joined(separator: " ")),
                    "codes": row.reasons.codesJSON,
                ]
            }
        )
    }
}
