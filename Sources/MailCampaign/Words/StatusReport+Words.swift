import Foundation
import MailCore
import MailJournal

extension StatusReport {
    package var text: String {
        var lines = ["\(campaign.id): \(state.rawValue), \(messages.with("message"))"]
        for kind in DeliveryState.allCases where deliveries[kind] > 0 {
            let count = String(deliveries[kind])
            lines.append(count.leftPadded(to: 8) + "  " + kind.explanation)
        }
        if let stoppedBecause { lines.append("Stopped: \(stoppedBecause)") }
        lines += next.map { "Next: \($0)" }
        return lines.joined(separator: "\n")
    }

    private var next: [String] {
        let asOf = campaign.asOf.map { " --as-of \($0.iso8601(in: zone).prefix(16))" } ?? ""
        var steps: [String] = []
        switch state {
        case .planned: steps.append("einzelpost approve \(campaign.id) (shows it first)")
        case .approved: steps.append("einzelpost send \(campaign.id)\(asOf)")
        case .paused where deliveries.open > 0:
            steps.append("einzelpost resume \(campaign.id)\(asOf)")
        case .paused, .sending, .finished, .erased: break
        }
        if deliveries[.unknown] > 0 {
            steps.append("einzelpost rows \(campaign.id) --delivery unknown, then resolve --help")
        }
        if deliveries.failed > 0 {
            steps.append(
                "reach the others another way: einzelpost lists \(campaign.id) --output FILE"
            )
        }
        return steps
    }
}

extension DeliveryState {
    /// For people; “accepted” is never called delivered.
    package var explanation: String {
        switch self {
        case .planned: "planned: not begun"
        case .sending: "sending: in flight"
        case .deferred: "deferred: to be tried again"
        case .unknown: "unknown: the relay may have it; a person must rule"
        case .accepted: "accepted by the relay"
        case .refused: "refused: must be reached another way"
        case .expired: "expired: no time was left; must be reached another way"
        case .withdrawn: "withdrawn"
        }
    }
}

extension String {
    package func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
