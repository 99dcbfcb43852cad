import struct Crypto.HMAC
import struct Crypto.SHA256
import struct Crypto.SymmetricKey
import MailCore

/// A keyed hash over fields, each behind its length, so that no two lists look the same.
struct FieldCode {
    /// HMAC-SHA256 (RFC 2104), ready for the first field: to take in the key costs as much as the fields do.
    private let keyed: HMAC<SHA256>

    init(key: SymmetricKey) {
        keyed = HMAC(key: key)
    }

    func over(_ fields: [String]) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(128)
        for field in fields {
            octets += String(field.utf8.count).utf8
            octets.append(UInt8(ascii: ":"))
            octets += field.utf8
        }
        var code = keyed
        code.update(data: octets)
        return Array(code.finalize())
    }

    /// For one list.
    static func over(_ fields: [String], key: SymmetricKey) -> [UInt8] {
        FieldCode(key: key).over(fields)
    }
}
