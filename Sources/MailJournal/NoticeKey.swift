import Crypto
import Foundation
import GRDB
import MailCore
import Synchronization

/// The key of the hashes by which a later campaign recognises who was told already.
///
/// It outlives every campaign, and lies in the key store: with it anybody could try out addresses. A journal
/// that has such hashes and has lost the key must not make another: then nobody would be recognised, and
/// everybody told twice.
final class NoticeKey: Sendable {
    private let known = Mutex<FieldCode?>(nil)

    /// In the table `secret`: what tells whether the key is the journal's own.
    static let checkName = "notice check"

    static func check(of key: [UInt8]) -> [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(
                for: Data("einzelpost notice check".utf8),
                using: SymmetricKey(data: key)
            )
        )
    }

    /// The hashes under the key, which is made when the first campaign is planned.
    ///
    /// Must run inside a transaction that writes; the first one, which makes it, must do nothing else.
    ///
    /// - Throws: `JournalError` if the journal's own key is not in the store.
    func code(in db: Database, _ keys: KeyStore) throws -> FieldCode {
        try known.withLock { known in
            if let known { return known }
            let key = try Self.stored(in: db, keys) ?? Self.make(in: db, keys)
            let code = FieldCode(key: SymmetricKey(data: key))
            known = code
            return code
        }
    }

    /// Nil before the first campaign.
    private static func stored(in db: Database, _ keys: KeyStore) throws -> [UInt8]? {
        guard try Secret.stored(checkName, in: db) != nil else { return nil }
        guard try isThere(in: db, keys), let key = keys.key(KeyStore.noticeName) else {
            throw JournalError(
                "the key store \(keys.path) is not the one of this journal, so nobody can tell who was told "
                    + "before. Put it back; if it is lost for good, say so: einzelpost keys --lost"
            )
        }
        return key
    }

    /// Whether the journal's own key is in the store, or none was needed yet.
    static func isThere(in db: Database, _ keys: KeyStore) throws -> Bool {
        guard let check = try Secret.stored(checkName, in: db) else { return true }
        return keys.key(KeyStore.noticeName).map(Self.check) == check
    }

    static func make(in db: Database, _ keys: KeyStore) throws -> [UInt8] {
        let key = try Secret.unforeseeable(in: db)
        try keys.add([KeyStore.noticeName: key])
        try db.execute(sql: "DELETE FROM secret WHERE name = ?", arguments: [checkName])
        try SecretRow(name: checkName, value: check(of: key)).insert(in: db)
        return key
    }
}
