import Foundation
package import MailCore

extension TLSFacts {
    /// For `check --format json`.
    package var json: JSON {
        [
            "version": .text(version), "cipher": .text(cipher),
            "certificate": .text(certificate.hex),
            "certificate_until": .text(validUntil?.ISO8601Format()),
        ]
    }
}
