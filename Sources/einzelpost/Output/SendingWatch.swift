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
            Terminal.complain(
                "\nStopping: what is in flight ends, nothing new begins. (Again in two seconds or "
                    + "later ends at once; what is in flight then becomes unknown.)"
            )
            await stop.ask()
        }
        let result = try await send(stop, progress.note)
        withExtendedLifetime(signals) {}
        return result
    }
}
