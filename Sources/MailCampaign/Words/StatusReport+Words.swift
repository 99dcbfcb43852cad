import Foundation
package import MailCore
import MailJournal

extension StatusReport {
    package var text: Printable {
        var lines: [Printable] = [
            "\(campaign.id): \(state.rawValue), \(messages.with("message"))"
        ]
        lines += [approvalWords, beginning, incidentWords].compactMap(\.self)
        lines += sums
        if state != .erased, let sentence = UnreadRows.sentence(unread, of: campaign.id) {
            lines.append(sentence)
        }
        if let stoppedBecause { lines.append("Stopped: \(stoppedBecause)") }
        lines += next.map { "Next: \($0)" as Printable }
        return lines.joined(separator: "\n")
    }

    /// Why nothing goes on by itself.
    static func unknownWaits(_ count: Int) -> String {
        let verbs = count == 1 ? "is unknown and waits" : "are unknown and wait"
        return "\(count.with("delivery", "deliveries")) \(verbs) for a person: einzelpost resolve"
    }

    /// Who has approved it; nil if nobody has.
    var approvalWords: Printable? {
        guard let approval else { return nil }
        let at = approval.at.iso8601(in: zone).prefix(16).replacing("T", with: " ")
        return "Approved by \(approval.name) (account \(approval.official.text)) on \(at)."
    }

    private var beginning: Printable? {
        begins.map {
            "A process waits to send it at \($0.prefix(16).replacing("T", with: " ")); to stop that: einzelpost stop "
                + "\(campaign.id)"
        }
    }

    private var incidentWords: Printable? {
        incident.map {
            "Frozen by an incident since \($0.awareAt.iso8601(in: zone).prefix(16)); see: einzelpost incident "
                + "\(campaign.id)"
        }
    }

    /// How many messages are in each state, a line for each.
    var sums: [Printable] {
        DeliveryState.allCases.filter { deliveries[$0] > 0 }.map { kind in
            Printable(deliveries[kind]).leftPadded(to: 8) + "  " + kind.explanation
        }
    }

    private var next: [Printable] {
        guard state != .erased else { return [] }
        let asOf: Printable =
            campaign.asOf.map { " --as-of \($0.iso8601(in: zone).prefix(16))" } ?? ""
        var steps: [Printable] = []
        switch state {
        case _ where incident != nil: break
        case .planned: steps.append("einzelpost show \(campaign.id)")
        case .approved: steps.append("einzelpost send \(campaign.id)\(asOf)")
        case .paused where deliveries.open > 0:
            steps.append("einzelpost resume \(campaign.id)\(asOf)")
        case .paused, .sending, .finished, .erased: break
        }
        if deliveries[.unknown] > 0 {
            steps.append(
                "einzelpost rows \(campaign.id) --delivery unknown, then resolve --from-log FILE, or resolve --help"
            )
        }
        if unreached > 0 && state != .planned {
            steps.append(
                "no e-mail tells of \(unreached.with("appointment")), so reach these people another way: "
                    + "einzelpost lists \(campaign.id) --output FILE"
            )
        }
        return steps
    }
}

extension DeliveryState {
    /// For people; “accepted” is never called delivered.
    package var explanation: Printable {
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
