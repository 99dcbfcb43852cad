package import Foundation

/// When somebody who watches a sending is told how far it has come.
package struct ProgressPace: Sendable {
    /// How it is shown.
    package enum Display: Sendable {
        /// One line that is written again and again.
        case bar
        /// A new line each time, for somebody who reads along.
        case lines
        /// A new line where something has changed, for the system's journal.
        case log
    }

    private let display: Display
    private var shown: Date
    private var lastPart = 0

    /// - Parameters:
    ///   - display: How it is shown.
    ///   - began: When sending began.
    package init(_ display: Display, began: Date) {
        self.display = display
        switch display {
        case .bar: shown = .distantPast
        case .lines, .log: shown = began
        }
    }

    /// Whether it is time: a bar ten times a second at most; a line for every tenth of the messages,
    /// and twice a minute; for a log every twentieth, and every ten minutes.
    ///
    /// The clock is that of `began`.
    package mutating func isDue(_ sums: SendingSums, at now: Date) -> Bool {
        isDue(gone: sums.gone, of: sums.total, at: now)
    }

    package mutating func isDue(gone: Int, of total: Int, at now: Date) -> Bool {
        let waited = now.timeIntervalSince(shown)
        switch display {
        case .bar:
            guard waited >= 0.1 else { return false }
        case .lines:
            guard isNewPart(gone, of: total, parts: 10) || waited >= 30 else { return false }
        case .log:
            guard isNewPart(gone, of: total, parts: 20) || waited >= 600 else { return false }
        }
        shown = now
        return true
    }

    private mutating func isNewPart(_ gone: Int, of total: Int, parts: Int) -> Bool {
        let part = gone * parts / max(total, 1)
        defer { lastPart = max(lastPart, part) }
        return part > lastPart
    }
}
