import struct Crypto.HMAC
import struct Crypto.SHA256
import struct Crypto.SymmetricKey
import Foundation
import GRDB
package import MailCore

/// Hashes recipients' addresses, so that events can show who was written to without naming anybody.
///
/// Each campaign has a secret of its own, 32 octets in the table `secret` under
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
        if let key = try Self.stored(name, in: db) {
            self.key = key
            return
        }
        // SQLite's randomblob is a ChaCha20 generator seeded by the operating system.
        try db.execute(
            sql: """
                INSERT INTO secret SELECT ?, randomblob(32) FROM campaign
                WHERE id = ? AND erased_at IS NULL
                """,
            arguments: [name, campaign]
        )
        guard let key = try Self.stored(name, in: db) else {
            throw JournalError("the campaign's recipients cannot be recognised any more")
        }
        self.key = key
    }

    /// HMAC-SHA256 (RFC 2104) over the address's comparison key, as 64 lower-case hexadecimal digits.
    func hash(of address: EmailAddress) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(address.comparisonKey.utf8),
            using: key
        )
        return Digest.hex(of: code)
    }

    /// For the digests an approval binds; it tells nothing of the key itself.
    var bindingKey: [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data("einzelpost binding".utf8), using: key))
    }

    private static func stored(_ name: String, in db: Database) throws -> SymmetricKey? {
        try Data.fetchOne(
            db.cachedStatement(sql: "SELECT value FROM secret WHERE name = ?"),
            arguments: [name]
        ).map(SymmetricKey.init(data:))
    }
}

extension Journal {
    /// What stands for an address in the events of a campaign.
    ///
    /// - Throws: `JournalError` if there is no such campaign, or if it has been erased.
    package func recipientHash(of address: EmailAddress, campaign: String) throws -> String {
        try write { try RecipientKey(of: campaign, in: $0).hash(of: address) }
    }
}
