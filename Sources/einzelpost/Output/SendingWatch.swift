import MailCampaign
import MailJournal
import MailSending
import Synchronization
import MailCore

/// Shows a sending while it goes on.
final class SendingWatch: Sendable {
    private let progress = Mutex<SendingProgress?>(nil)
    private let stop = StopRequest()

    /// Sends while it is watched; the first signal stops it.
    static func over<Result>(
        _ send: (StopRequest, @escaping @Sendable (SendingEvent) -> Void) async throws -> Result
    ) async throws -> Result {
        let watch = SendingWatch()
        let signals = watch.stopOnSignal()
        let result = try await send(watch.stop, watch.note)
        withExtendedLifetime(signals) {}
        return result
    }

    /// Lets the first signal stop the sending, as long as the result lives.
    private func stopOnSignal() -> StopSignals {
        let stop = stop
        return Live.onStopSignal {
            Terminal.complain(
                "\nStopping: what is in flight ends, nothing new begins. (Again in two seconds or "
                    + "later ends at once; what is in flight then becomes unknown.)"
            )
            await stop.ask()
        }
    }

    @Sendable private func note(_ event: SendingEvent) {
        switch event {
        case .began(let start):
            let progress = SendingProgress(start)
            self.progress.withLock { $0 = progress }
            progress.begin()
        case .verdict(let verdict): shown?.note(verdict)
        case .ended: shown?.end()
        }
    }

    private var shown: SendingProgress? { progress.withLock { $0 } }
}

extension Sending.Result: ShapedReport {
    /// What people should know besides.
    var sentence: String? {
        if case .stopped(let reason) = outcome { return "Stopped: \(reason.text)" }
        return hadWork ? nil : "Nothing is left to send."
    }

    var text: String { status.text }

    var json: JSON { status.json }

    /// Prints how it ended, and ends the command so.
    func show(as format: OutputFormat) throws {
        if let sentence { Terminal.complain(sentence) }
        Output.show(self, as: format)
        try ExitStatus(outcome).end()
    }
}
