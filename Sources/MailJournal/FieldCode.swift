import struct Crypto.HMAC
import struct Crypto.SHA256
import struct Crypto.SymmetricKey
import Foundation
import MailCore

/// A keyed hash over fields, each behind its length, so that no two lists look the same.
enum FieldCode {
    /// HMAC-SHA256 (RFC 2104).
    static func over(_ fields: [String], key: SymmetricKey) -> [UInt8] {
        var code = HMAC<SHA256>(key: key)
        for field in fields { code.update(data: Data("\(field.utf8.count):\(field)".utf8)) }
        return Array(code.finalize())
    }
}
