import Foundation
import MailCampaign
import MailCore
import Synchronization

/// Shows how far sending has come: a bar on a terminal, plain lines otherwise.
final class SendingProgress: Sendable {
    private let pace = Mutex<ProgressPace?>(nil)
    /// Whether it was said that a countdown runs.
    private let announced = Atomic(false)
    private let lastCountdown = Mutex<Sentence>(.empty)

    func note(_ event: SendingEvent) {
        switch event {
        case .countsDown(let countdown, let left): note(countdown, left)
        case .began(let sums):
            let display: ProgressPace.Display =
                Terminal.hasBar ? .bar : Live.errorsGoToJournal ? .log : .lines
            pace.withLock { $0 = ProgressPace(display, began: sums.began) }
            if Terminal.hasBar, announced.load(ordering: .relaxed) { Terminal.showBar(.empty) }
            Terminal.complain(sums.beginning)
        case .concluded(_, let sums), .waits(let sums):
            let now = Live.now()
            guard pace.withLock({ $0?.isDue(sums, at: now) }) == true else { return }
            if Terminal.hasBar {
                Terminal.showBar(line(sums, at: now))
            } else {
                Terminal.complain(sums.progress(at: now), as: .info)
            }
        case .ended(let sums):
            if Terminal.hasBar {
                Terminal.showBar(.empty)
                Terminal.complain(sums.progress(at: Live.now(), within: Terminal.columns - 1))
            } else if Live.errorsGoToJournal {
                Terminal.complain(sums.progress(at: Live.now()))
            }
        }
    }

    private func note(_ countdown: Countdown, _ left: Duration) {
        if announced.exchange(true, ordering: .relaxed) == false {
            Terminal.complain(Sentence(same: "\(countdown.announcement). \(countdown.advice)"))
        }
        guard Terminal.hasBar else { return }
        let line = countdown.words(left: left, within: Terminal.columns - 1)
        let isNew = lastCountdown.withLock { last in
            defer { last = line }
            return last != line
        }
        if isNew { Terminal.showBar(line) }
    }

    /// One line of the terminal: a longer one would wrap, and leave itself behind with each step.
    private func line(_ sums: SendingSums, at now: Date) -> Sentence {
        let width = Terminal.columns - 1
        let front: Printable = width < 70 ? "" : bar(sums.gone, of: sums.total) + " "
        return Sentence(
            same: "\(front)\(sums.progress(at: now, within: width - front.count))"
        )
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
