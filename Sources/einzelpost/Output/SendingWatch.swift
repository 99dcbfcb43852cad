import MailCampaign
import MailCore

/// Sends with progress on standard error, and stops cleanly on a signal.
enum SendingWatch {
    /// Sends while it is watched; the first signal stops it.
    static func over<Result>(
        _ send: (StopRequest, @escaping @Sendable (SendingEvent) -> Void) async throws -> Result
    ) async throws -> Result {
        let (stop, progress) = (StopRequest(), SendingProgress())
        let signals = Live.onStopSignal {
            Terminal.complain(StopPresses.note)
            await stop.ask()
        }
        let result = try await send(stop, progress.note)
        withExtendedLifetime(signals) {}
        return result
    }
}

extension StayAwake {
    /// What to say before sending begins; nil where somebody sees to it, or it does not matter.
    static func needed(_ command: Printable, in workspace: Workspace) -> Sentence? {
        Live.isKeptAwake ? nil : StayAwake(command, in: workspace)?.note
    }
}
