import MailCore
import MailJournal

/// A safety check said no to one message; the campaign stops (exit code 3).
struct SafetyError: Error {
    let reason: PauseReason

    init(_ message: StoredMessage, _ fault: SafetyFault) {
        reason = .notSent(row: message.recipient.appointments[0].row, fault: fault)
    }

    /// - Parameters:
    ///   - message: One that has been written to the relay.
    ///   - fault: What the receipt shows.
    init(_ message: StoredMessage, written fault: ReceiptFault) {
        reason = .written(row: message.recipient.appointments[0].row, fault: fault)
    }
}
