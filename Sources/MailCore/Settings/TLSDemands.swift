import Foundation

/// What is demanded of TLS beyond a certificate that is trusted and names the relay.
package struct TLSDemands: Hashable, Sendable {
    /// Which versions, ciphers and keys are good enough.
    package enum Profile: String, Hashable, Sendable {
        /// 1.2 or newer, and whatever the system's OpenSSL takes for safe.
        case usual
        /// What BSI TR-02102-2 recommends; CCurl/shim.h has the lists.
        case bsi
    }

    /// Our own certificate, with which we show the relay who we are.
    package struct ClientCertificate: Hashable, Sendable {
        /// PEM: the certificate, and the ones that lead to its authority.
        package let path: String
        /// PEM, without a passphrase; may be the same file.
        package let key: String

        package init(path: String, key: String) {
            self.path = path
            self.key = key
        }
    }

    package let profile: Profile
    /// The only keys that the relay may show; nil for any that is certified.
    package let pinnedKey: PinnedKey?
    package let clientCertificate: ClientCertificate?

    package init(
        profile: Profile = .usual,
        pinnedKey: PinnedKey? = nil,
        clientCertificate: ClientCertificate? = nil
    ) {
        self.profile = profile
        self.pinnedKey = pinnedKey
        self.clientCertificate = clientCertificate
    }
}

/// SHA-256 over the public key that a relay must show, or over one of several.
package struct PinnedKey: Hashable, Sendable {
    /// `sha256//…=`, several with a semicolon between them (CURLOPT_PINNEDPUBLICKEY(3)).
    package let text: String

    private static let beginning = "sha256//"

    /// Nil unless each is the Base64 of 32 octets.
    package init?(_ text: String) {
        let keys = text.split(separator: ";", omittingEmptySubsequences: false)
        let isWhole = keys.allSatisfy { key in
            key.hasPrefix(Self.beginning)
                && Data(base64Encoded: String(key.dropFirst(Self.beginning.count)))?.count == 32
        }
        guard !keys.isEmpty, isWhole else { return nil }
        self.text = text
    }
}
