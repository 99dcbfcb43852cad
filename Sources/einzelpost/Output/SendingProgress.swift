import Foundation
import MailCampaign
import MailCore
import Synchronization

/// Shows how far sending has come: a bar on a terminal, plain lines otherwise.
final class SendingProgress: Sendable {
    private struct State {
        var shown = Date.distantPast
        var lastTenth = 0
    }

    private let state = Mutex(State())

    func note(_ event: SendingEvent) {
        switch event {
        case .began(let sums):
            // The first line of many is not the bar's.
            if !Terminal.errorIsTerminal { state.withLock { $0.shown = sums.began } }
            Terminal.complain(sums.beginning)
        case .concluded(_, let sums): show(sums, at: Live.now())
        case .ended(let sums):
            if Terminal.errorIsTerminal { Terminal.complain(line(sums, at: Live.now())) }
        }
    }

    private func show(_ sums: SendingSums, at now: Date) {
        state.withLock { state in
            if Terminal.errorIsTerminal {
                guard now.timeIntervalSince(state.shown) >= 0.1 else { return }
                state.shown = now
                Terminal.showBar(line(sums, at: now))
            } else {
                let tenth = sums.gone * 10 / max(sums.total, 1)
                guard tenth > state.lastTenth || now.timeIntervalSince(state.shown) >= 30 else {
                    return
                }
                state.lastTenth = tenth
                state.shown = now
                Terminal.complain(line(sums, at: now))
            }
        }
    }

    private func line(_ sums: SendingSums, at now: Date) -> Printable {
        (Terminal.errorIsTerminal ? bar(sums.gone, of: sums.total) + " " : "")
            + sums.progress(at: now)
    }

    private func bar(_ done: Int, of total: Int) -> Printable {
        let width = 24
        let full = total == 0 ? width : done * width / total
        let (sent, open) = (
            String(repeating: "#", count: full), String(repeating: ".", count: width - full)
        )
        return "[\(sent)\(open)]"
    }
}
