import Crypto
import Foundation
import MailCore

/// The office's own key, under which the keys of a key store are sealed: 32 octets, from a file that the
/// office keeps elsewhere, or from its service manager.
package struct OfficeKey: Sendable {
    private let key: SymmetricKey

    /// What sealing adds to a key: nonce and tag (NIST SP 800-38D).
    static let overhead = 28

    /// - Parameter text: 64 hexadecimal digits; white space around them does not count.
    package init?(_ text: String) {
        let digits = text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        guard let octets = Hexadecimal.octets(digits, count: 32) else { return nil }
        key = SymmetricKey(data: octets)
    }

    /// Tells keys apart, and nothing else of them.
    var fingerprint: String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("einzelpost office key".utf8),
            using: key
        )
        return Hexadecimal.text(of: code.prefix(8))
    }

    func seal(_ octets: [UInt8], _ name: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(octets, using: key, authenticating: Data(name.utf8))
        return Array(box.combined ?? Data())
    }

    /// Nil if it was sealed under another key or another name, or changed since.
    func open(_ sealed: [UInt8], _ name: String) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
        return (try? AES.GCM.open(box, using: key, authenticating: Data(name.utf8))).map(Array.init)
    }
}
