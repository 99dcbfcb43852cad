package import Foundation
package import MailCore
import MailJournal
import MailSending

extension SendingSums {
    /// That sending begins.
    package var beginning: Printable {
        "Sending \(campaign.id): \(open) of \(total) messages still have to go."
    }

    /// How far it has come, in one line: `12/60, 11 accepted, 1 refused, 2.0/s, ends about 20:14`.
    package func progress(at now: Date) -> Printable {
        var parts: [Printable] = ["\(gone)/\(total)"]
        for state in DeliveryState.allCases where state.isLive && !state.isUnderWay {
            if counts[state] > 0 { parts.append("\(counts[state]) \(state.rawValue)") }
        }
        parts.append("\(String(format: "%.1f/s", rate(at: now)))")
        if let end = expectedEnd(at: now) { parts.append("ends about \(end.clock(in: zone))") }
        return parts.joined(separator: ", ")
    }
}

extension Sending.Result {
    package var notes: [Printable] {
        if case .stopped(let reason) = outcome { return ["Stopped: \(reason.text)"] }
        return hadWork ? [] : ["Nothing is left to send."]
    }
}
