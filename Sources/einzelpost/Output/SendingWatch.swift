import MailCampaign
import MailJournal
import MailSending
import Synchronization

/// Shows a sending while it goes on.
final class SendingWatch: Sendable {
    private let progress = Mutex<SendingProgress?>(nil)
    let stop = StopRequest()

    /// Lets the first signal stop the sending, as long as the result lives.
    func stopOnSignal() -> StopSignals {
        let stop = stop
        return Live.onStopSignal {
            Terminal.complain(
                "\nStopping: what is in flight ends, nothing new begins. (Again in two seconds or "
                    + "later ends at once; what is in flight then becomes unknown.)"
            )
            await stop.ask()
        }
    }

    @Sendable func note(_ event: SendingEvent) {
        switch event {
        case .began(let start):
            let progress = SendingProgress(
                counts: start.counts,
                campaign: start.campaign,
                zone: start.zone,
                file: start.file
            )
            self.progress.withLock { $0 = progress }
            progress.begin()
        case .verdict(let verdict): shown?.note(verdict)
        case .ended: shown?.end()
        }
    }

    private var shown: SendingProgress? { progress.withLock { $0 } }
}

extension Sending {
    /// Sends, and prints how it went.
    ///
    /// - Returns: How the program shall end.
    func show(as format: OutputFormat) async throws -> ExitStatus {
        let watch = SendingWatch()
        let signals = watch.stopOnSignal()
        let result = try await run(stop: watch.stop, onEvent: watch.note)
        withExtendedLifetime(signals) {}
        result.show(as: format)
        return ExitStatus(result.outcome)
    }
}

extension Sending.Result {
    func show(as format: OutputFormat) {
        if case .stopped(let reason) = outcome { Terminal.complain("Stopped: \(reason.text)") }
        if !hadWork { Terminal.complain("Nothing is left to send.") }
        Terminal.show(format == .json ? status.json.formatted : status.text)
    }
}
