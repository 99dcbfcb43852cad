package import struct Foundation.Date

/// How a connection is encrypted, and which certificate the relay showed.
package struct TLSFacts: Hashable, Sendable {
    /// For example `TLSv1.3`.
    package let version: String
    /// OpenSSL's name, for example `TLS_AES_256_GCM_SHA384`.
    package let cipher: String
    /// SHA-256 over the relay's own certificate in DER, as `openssl x509 -fingerprint -sha256` has it.
    package let certificate: Digest
    /// The certificate's `notAfter`; nil if it cannot be read.
    package let validUntil: Date?

    package init(version: String, cipher: String, certificate: Digest, validUntil: Date?) {
        self.version = version
        self.cipher = cipher
        self.certificate = certificate
        self.validUntil = validUntil
    }
}
