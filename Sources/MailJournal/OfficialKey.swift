import struct Crypto.HMAC
import struct Crypto.SHA256
import struct Crypto.SymmetricKey
import Foundation
import GRDB
import MailCore

/// Names the people of the office in events and proofs by a keyed hash.
///
/// Who they are stands in the journal's tables and nowhere else; the key is never erased, so that
/// `verify` can still compare.
struct OfficialKey {
    private let key: SymmetricKey

    init(in db: Database) throws {
        key = SymmetricKey(data: try Secret.named("officials", in: db))
    }

    /// HMAC-SHA256 over the fields, hexadecimal.
    func hash(_ fields: String...) -> String {
        var code = HMAC<SHA256>(key: key)
        for field in fields { code.update(data: Data("\(field.utf8.count):\(field)".utf8)) }
        return Digest.hex(of: code.finalize())
    }
}
