import Foundation
import MailCampaign
import MailCore
import Synchronization

/// Shows how far sending has come: a bar on a terminal, plain lines otherwise.
final class SendingProgress: Sendable {
    private let pace = Mutex<ProgressPace?>(nil)

    func note(_ event: SendingEvent) {
        switch event {
        case .began(let sums):
            let display: ProgressPace.Display = Terminal.errorIsTerminal ? .bar : .lines
            pace.withLock { $0 = ProgressPace(display, began: sums.began) }
            Terminal.complain(sums.beginning)
        case .concluded(_, let sums), .waits(let sums):
            let now = Live.now()
            guard pace.withLock({ $0?.isDue(sums, at: now) }) == true else { return }
            let line = line(sums, at: now)
            if Terminal.errorIsTerminal { Terminal.showBar(line) } else { Terminal.complain(line) }
        case .ended(let sums):
            if Terminal.errorIsTerminal { Terminal.complain(line(sums, at: Live.now())) }
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
