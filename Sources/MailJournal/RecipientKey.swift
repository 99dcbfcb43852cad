import struct Crypto.HMAC
import struct Crypto.SHA256
import struct Crypto.SymmetricKey
import Foundation
import GRDB
import MailCore

/// The key of a campaign under which approvals bind what its tables hold, and under which the first form
/// hashes recipients' addresses in events.
///
/// It follows from the campaign's key; campaigns of versions before 7 have one of their own in the key store.
/// With it anybody could try addresses until one fits; erasing a campaign destroys it, and the hashes then
/// lead back to nobody.
struct RecipientKey {
    private let key: SymmetricKey

    /// - Throws: `JournalError` if there is none: there is no such campaign, it has been erased, or the key
    ///   store is lost.
    init(of campaign: String, in db: Database) throws {
        guard let stored = try RecipientKey(stored: campaign, in: db) else {
            throw JournalError(
                "campaign \(campaign): its recipients cannot be recognised any more, since its key is not "
                    + "in the key store; if it was not erased, put the key store back"
            )
        }
        self = stored
    }

    /// The campaign's key; nil if it has none, or none any more.
    init?(stored campaign: String, in db: Database) throws {
        if let own = try KeyStore.key(KeyStore.recipientsName(of: campaign), in: db) {
            key = own
        } else if let key = try KeyStore.key(KeyStore.name(of: campaign), in: db) {
            self.key = CampaignSeal.derived("recipients", from: key)
        } else {
            return nil
        }
    }

    /// HMAC-SHA256 (RFC 2104) over the address's comparison key, as 64 lower-case hexadecimal digits.
    func hash(of address: EmailAddress) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(address.comparisonKey.utf8),
            using: key
        )
        return Hexadecimal.text(of: code)
    }

    /// What stands for a relay's name for a message, in the first form.
    func hash(ofQueueID text: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("einzelpost queue id \(text)".utf8),
            using: key
        )
        return Hexadecimal.text(of: code)
    }

    /// For the names of messages in reports of failure.
    var envelopeKey: SymmetricKey { CampaignSeal.derived("envelopes", from: key) }

    /// For the digests an approval binds; it tells nothing of the key itself.
    var bindingKey: [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data("einzelpost binding".utf8), using: key))
    }
}
