import MailCampaign
import MailCore

/// Where campaigns stand.
struct StatusFinding: ShapedReport {
    let finding: StatusLook.Finding
    /// Whether one campaign was asked for; otherwise there is a list.
    let isOne: Bool

    var text: Printable {
        switch finding {
        case .campaigns(let reports):
            reports.isEmpty
                ? "There is no campaign yet." : reports.map(\.text).joined(separator: "\n\n")
        case .running(let report): report.text
        }
    }

    var json: JSON {
        switch finding {
        case .campaigns(let reports):
            isOne && reports.count == 1
                ? reports[0].json : ["campaigns": .list(reports.map(\.json))]
        case .running(let report): isOne ? report.json : ["campaigns": [report.json]]
        }
    }
}

extension RunningReport {
    /// The same as a campaign's own.
    var json: JSON {
        [
            "campaign": .text(campaign), "state": .text(state), "messages": .number(messages),
            "deliveries": .object(deliveries.mapValues { .number($0) }),
            "started_at": .text(startedAt), "finished_at": .null, "stopped_because": .null,
        ]
    }

    var text: Printable {
        let sums = deliveries.filter { $0.value > 0 }.sorted { $0.key < $1.key }
            .map { "\($0.value) \($0.key)" as Printable }.joined(separator: ", ")
        return "\(campaign): another process is sending, \(messages.with("message")): \(sums)"
    }
}
