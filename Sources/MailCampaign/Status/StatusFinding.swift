package import MailCore

/// Where campaigns stand.
package struct StatusFinding: JSONPresentable {
    /// What was found.
    package enum Finding: Sendable {
        /// Every campaign that was asked for.
        case campaigns([StatusReport])
        /// What the process that is sending last said of itself.
        case running(RunningReport)
    }

    package let finding: Finding
    package let notes: [Sentence]
    /// Whether one campaign was asked for; otherwise there is a list.
    private let isOne: Bool

    init(_ finding: Finding, isOne: Bool, notes: [Sentence] = []) {
        self.finding = finding
        self.isOne = isOne
        self.notes = notes
    }

    /// Whether another process is sending.
    package var isRunning: Bool {
        switch finding {
        case .campaigns: false
        case .running: true
        }
    }

    /// While another process is sending, only its sums are known.
    package var conclusion: Conclusion {
        switch finding {
        case .campaigns(let reports): .done(reports.contains { $0.unread > 0 })
        case .running: .done
        }
    }

    package var text: Sentence {
        switch finding {
        case .campaigns(let reports):
            reports.isEmpty
                ? Sentence(en: "There is no campaign yet.", de: "Es gibt noch keine Aktion.")
                : reports.map(\.text).joined(separator: Sentence(same: "\n\n"))
        case .running(let report): report.text
        }
    }

    package var json: JSON {
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
    package var json: JSON {
        [
            "campaign": .text(campaign), "state": .text(state), "messages": .number(messages),
            "deliveries": .object(deliveries.mapValues { .number($0) }),
            "started_at": .text(startedAt), "finished_at": .null, "stopped_because": .null,
            "unread_rows": .null, "unreached_rows": .null, "approved_by": .null,
            "approved_at": .null, "incident_since": .null, "begins_at": .null,
            "hindrance": .null,
            "last_deferral": .text(lastDeferral),
            "per_minute": perMinute.map { .number($0) } ?? .null,
            "relay_away_until": .text(relayAwayUntil), "expected_end": .text(expectedEnd),
        ]
    }
}
