import Foundation
import MailCampaign
import MailCore
import MailJournal
import Synchronization

/// Shows how far sending has come: a bar on a terminal, plain lines otherwise; and writes the
/// sums to a small file, so that `status` in another process can tell.
final class SendingProgress: Sendable {
    private struct State {
        var counts: DeliveryCounts
        var verdicts = 0
        var began = Date.distantPast
        var shown = Date.distantPast
        var written = Date.distantPast
        var lastTenth = 0
    }

    private let start: SendingStart
    private let total: Int
    private let state: Mutex<State>

    init(_ start: SendingStart) {
        self.start = start
        let counts = start.counts
        total = counts.live
        state = Mutex(State(counts: counts))
    }

    func begin() {
        state.withLock { state in
            state.began = Live.now()
            if !Terminal.errorIsTerminal { state.shown = state.began }
            write(&state, at: state.began)
            Terminal.complain(
                "Sending \(start.campaign.id): \(open(state)) of \(total) messages still have to go."
            )
        }
    }

    /// Takes a recorded verdict.
    func note(_ verdict: Verdict) {
        let now = Live.now()
        state.withLock { state in
            state.verdicts += 1
            state.counts[.planned] -= 1
            state.counts[Self.state(after: verdict)] += 1
            if now.timeIntervalSince(state.written) >= 1 { write(&state, at: now) }
            show(&state, at: now)
        }
    }

    func end() {
        state.withLock { state in
            if Terminal.errorIsTerminal { Terminal.complain(line(state, at: Live.now())) }
        }
        try? FileManager.default.removeItem(atPath: start.file)
    }

    /// A put-off one counts as planned here: it still has to go.
    private static func state(after verdict: Verdict) -> DeliveryState {
        switch verdict {
        case .accepted: .accepted
        case .refused: .refused
        case .deferred: .planned
        case .unknown: .unknown
        }
    }

    private func open(_ state: State) -> Int { state.counts.underWay }

    private func show(_ state: inout State, at now: Date) {
        if Terminal.errorIsTerminal {
            guard now.timeIntervalSince(state.shown) >= 0.1 else { return }
            state.shown = now
            Terminal.prompt("\r\u{1B}[K" + line(state, at: now))
        } else {
            let tenth = (total - open(state)) * 10 / max(total, 1)
            guard tenth > state.lastTenth || now.timeIntervalSince(state.shown) >= 30 else {
                return
            }
            state.lastTenth = tenth
            state.shown = now
            Terminal.complain(line(state, at: now))
        }
    }

    private func line(_ state: State, at now: Date) -> String {
        let done = total - open(state)
        let seconds = max(now.timeIntervalSince(state.began), 0.001)
        let rate = Double(state.verdicts) / seconds
        var parts = ["\(done)/\(total)"]
        for kind in [DeliveryState.accepted, .refused, .unknown] {
            let count = state.counts[kind]
            if count > 0 { parts.append("\(count) \(kind.rawValue)") }
        }
        parts.append(String(format: "%.1f/s", rate))
        if open(state) > 0, rate > 0 {
            let end = now.addingTimeInterval(Double(open(state)) / rate)
            parts.append("ends about \(end.clock(in: start.zone))")
        }
        return (Terminal.errorIsTerminal ? bar(done) + " " : "") + parts.joined(separator: ", ")
    }

    private func bar(_ done: Int) -> String {
        let width = 24
        let full = total == 0 ? width : done * width / total
        return "[" + String(repeating: "#", count: full)
            + String(repeating: ".", count: width - full) + "]"
    }

    private func write(_ state: inout State, at now: Date) {
        state.written = now
        let report = StatusReport(sending: start, counts: state.counts, since: state.began)
        // Only a convenience: a failure here must not stop the sending.
        try? Data(report.json.formatted.utf8).write(to: URL(filePath: start.file), options: .atomic)
    }
}
