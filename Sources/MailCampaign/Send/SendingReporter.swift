import Foundation
import MailCore
import MailSending
import Synchronization

/// Adds up what happens while a campaign is sent, and tells it: to whoever watches, and about once
/// a second to a small file, from which `status` in another process reads.
final class SendingReporter: Sendable {
    private struct State {
        var sums: SendingSums
        var written: Date
        /// Whether all that is known stands in the file.
        var isWritten = false
    }

    private let state: Mutex<State>
    private let file: String
    private let process: Int32?
    private let now: @Sendable () -> Date
    private let onEvent: @Sendable (SendingEvent) -> Void

    /// - Parameters:
    ///   - sums: Where the campaign stands when it begins.
    ///   - file: The small file.
    ///   - process: Whoever is to be asked to stop.
    ///   - now: The clock.
    ///   - onEvent: Called one after the other; must not wait for the sending.
    init(
        _ sums: SendingSums,
        file: String,
        process: Int32?,
        now: @escaping @Sendable () -> Date,
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) {
        state = Mutex(State(sums: sums, written: sums.began))
        self.file = file
        self.process = process
        self.now = now
        self.onEvent = onEvent
    }

    func begin() {
        state.withLock { state in
            state.isWritten = true
            write(state.sums)
            onEvent(.began(state.sums))
        }
    }

    func note(_ news: SendingNews) {
        switch news {
        case .concluded(let state, let course): note(state, course)
        case .waits(let course): wait(course)
        }
    }

    private func note(_ conclusion: DeliveryState, _ course: SendingCourse) {
        let now = now()
        state.withLock { state in
            state.sums.note(conclusion, course)
            state.isWritten = false
            if now.timeIntervalSince(state.written) >= 1 {
                state.written = now
                state.isWritten = true
                write(state.sums)
            }
            onEvent(.concluded(conclusion, state.sums))
        }
    }

    /// Nothing is sent for a while, by pace, caution or a relay that defers: nobody must read
    /// what was true before the last verdicts.
    ///
    /// - Parameter course: What is known anew of why; nil for nothing.
    func wait(_ course: SendingCourse? = nil) {
        state.withLock { state in
            if let course {
                state.sums.note(course)
                state.isWritten = false
            }
            if !state.isWritten {
                state.isWritten = true
                write(state.sums)
            }
            onEvent(.waits(state.sums))
        }
    }

    func end() {
        state.withLock { onEvent(.ended($0.sums)) }
        try? FileManager.default.removeItem(atPath: file)
    }

    /// Only a convenience: a failure here must not stop the sending.
    private func write(_ sums: SendingSums) {
        try? RunningReport(sums, at: now(), process: process).octets.write(
            to: URL(filePath: file),
            options: .atomic
        )
    }
}
