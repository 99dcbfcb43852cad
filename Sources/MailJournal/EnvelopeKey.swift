import Crypto
import Foundation
package import MailCore

/// Names messages for reports of failure.
///
/// The key follows from the campaign's: whoever has a report and not the key store cannot tell which message it speaks of,
/// nor make one up that fits.
package struct EnvelopeKey: Sendable {
    private let key: SymmetricKey

    init(_ recipients: RecipientKey) {
        key = recipients.envelopeKey
    }

    /// The same on every attempt.
    package func name(of message: MessageID) -> EnvelopeID {
        EnvelopeID(
            code: HMAC<SHA256>.authenticationCode(for: Data(message.text.utf8), using: key)
        )
    }
}

extension Journal {
    /// - Throws: `JournalError` if the campaign's key is not in the key store.
    package func envelopeKey(of campaign: String) throws -> EnvelopeKey {
        try read { EnvelopeKey(try RecipientKey(of: campaign, in: $0)) }
    }
}
