import MailCore
import MailJournal

/// A safety check said no to one message; the campaign stops (exit code 3).
struct SafetyError: Error {
    let text: String

    init(_ message: StoredMessage, _ reason: String) {
        text = "row \(message.recipient.appointments[0].row): the message was not sent: \(reason)"
    }

    /// - Parameters:
    ///   - message: One that has been written to the relay.
    ///   - fault: What the receipt shows.
    init(_ message: StoredMessage, written fault: String) {
        text =
            "row \(message.recipient.appointments[0].row): \(fault). Sending has stopped for good: "
            + "keep the state directory as it is and tell whoever is responsible for data protection"
    }
}
