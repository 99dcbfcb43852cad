import struct Crypto.HMAC
import struct Crypto.SHA256
import struct Crypto.SymmetricKey
import Foundation
import GRDB
import MailCore

/// The secret of a campaign under which approvals bind what its tables hold, and under which the first
/// form hashes recipients' addresses in events.
///
/// Each campaign has a secret of its own, 32 random bytes in the table `secret` under
/// `recipients <campaign>`. With it anybody could try addresses until one fits; erasing a campaign
/// must destroy it, and the hashes then lead back to nobody.
struct RecipientKey {
    private let key: SymmetricKey

    /// Reads the campaign's key, and makes it when it is needed for the first time.
    ///
    /// Must run inside a transaction that writes.
    ///
    /// - Throws: `JournalError` if there is none and none may be made: there is no such campaign, or
    ///   it has been erased.
    init(of campaign: String, in db: Database) throws {
        let name = "recipients \(campaign)"
        if let key = try Secret.stored(name, in: db) {
            self.key = SymmetricKey(data: key)
            return
        }
        let mayMake = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM campaign WHERE id = ? AND erased_at IS NULL)",
            arguments: [campaign]
        )
        guard mayMake == true else {
            throw JournalError("the campaign's recipients cannot be recognised any more")
        }
        key = SymmetricKey(data: try Secret.make(name, in: db))
    }

    /// The campaign's key; nil if it has none, or none any more.
    init?(stored campaign: String, in db: Database) throws {
        guard let key = try Secret.stored("recipients \(campaign)", in: db) else { return nil }
        self.key = SymmetricKey(data: key)
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

    /// For the digests an approval binds; it tells nothing of the key itself.
    var bindingKey: [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data("einzelpost binding".utf8), using: key))
    }
}
