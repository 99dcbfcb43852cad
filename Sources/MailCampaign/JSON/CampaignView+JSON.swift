import Foundation
package import MailCore
import MailJournal

extension CampaignView {
    /// The same as the text, for scripts and other screens.
    package var json: JSON {
        let facts = campaign.facts
        return [
            "digest": .text(campaign.digest.hex),
            "command": .text(command),
            "planned_at": .text(campaign.plannedAt.iso8601(in: report.zone)),
            "planned_by": .text(campaign.planner.text),
            "as_of": .text(campaign.asOf?.iso8601(in: report.zone)),
            "source": source, "follow_up": report.followUpJSON,
            "first_day": .text(facts.firstDay), "last_day": .text(facts.lastDay),
            "services": texts(facts.services), "sites": texts(facts.sites),
            "rows": .number(report.rowCount), "classes": report.classesJSON,
            "messages": .number(report.messages),
            "withdrawn": .number(report.deliveries.withdrawn),
            "shared_addresses": .number(sharedAddresses),
            "days": .list(
                report.days.map { ["day": .text("\($0)"), "appointments": .number($1)] }
            ),
            "first_appointment": .text(report.starts.first?.iso8601),
            "last_appointment": .text(report.starts.last?.iso8601),
            "forecast_seconds": .number(facts.forecastSeconds),
            "forecast_end": .text(end.iso8601(in: report.zone)),
            "relay": .text(facts.relay), "sender": sender, "letter": .text(template),
            "templates": [
                "folder": .text(templates.path), "origin": .text(templates.origin.rawValue),
            ],
            "hotline": .text("\(authority.hotlinePhone), \(authority.hotlineHours)"),
            "people": .number(facts.approvers),
            "columns": .list(
                facts.columns.map { ["field": .text($0.field), "header": .text($0.header)] }
            ),
            "discarded_columns": texts(facts.discardedColumns),
            "domains": .list(
                domains.named.map { ["domain": .text($0), "messages": .number($1)] }
            ),
            "messages_to_other_domains": .number(domains.others),
            "decided": report.decidedJSON(sharedWith: sharedWith), "parts": report.partsJSON,
            "problems": report.problemsJSON, "values": report.valuesJSON(cells: fineCells),
            "warnings": texts(warnings.map(\.description)),
            "warning_codes": .list(warnings.map { .text($0.code) }),
            "compared_with": .text(differences?.other),
            "differences": .list((differences?.lines ?? []).map { .text($0) }),
            "masked": .bool(isMasked), "examples": .list(examples.map(\.json)),
        ]
    }

    private var source: JSON {
        let facts = campaign.facts
        let changed = facts.sourceChangedAt.map { Date(timeIntervalSince1970: Double($0)) }
        return [
            "name": .text(facts.source), "sha256": .text(facts.sourceDigest.hex),
            "form": .text(facts.sourceForm), "uncounted": .text(facts.uncounted),
            "changed_at": .text(changed?.iso8601(in: report.zone)),
        ]
    }

    private var sender: JSON {
        let sender = authority.sender
        return [
            "from": .text(sender.from.words), "reply_to": .text(sender.replyTo?.text),
            "envelope_from": .text(sender.envelopeFrom.text),
        ]
    }

    private func texts(_ values: [String]) -> JSON { .list(values.map { .text($0) }) }
}

extension CampaignExample {
    fileprivate var json: JSON {
        [
            "why": .text("\(why)"), "name": .text(name), "address": .text(address),
            "rows": .list(
                rows.map { row in
                    [
                        "row": .number(row.row), "line": row.line.map { .number($0) } ?? .null,
                        "start": .text(row.start.iso8601), "site": .text(row.site),
                        "reference": .text(row.reference),
                    ]
                }
            ),
            "before": .list(before.map { .text($0.english) }), "before_codes": before.codesJSON,
            "to": .text(to), "subject": .text(subject),
            "lines": .list(lines.map { .text($0) }),
            "text": .text(text), "html_text": .text(otherPart?.text),
            "difference": .text(otherPart?.difference.description),
        ]
    }
}
