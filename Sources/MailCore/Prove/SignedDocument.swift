import Crypto
import Foundation

/// A JSON document with the authority's Ed25519 signature (RFC 8032): one line of canonical JSON with
/// the keys `proof`, `public_key` and `signature`.
package struct SignedDocument: Sendable {
    /// What is signed.
    package let proof: JSON
    /// 64 hexadecimal digits.
    package let publicKey: String
    /// 128 hexadecimal digits.
    package let signature: String

    /// Signs a document.
    package init(_ proof: JSON, with key: AuthorityKey) throws {
        self.proof = proof
        publicKey = key.publicKey
        signature = try key.signature(of: proof.canonicalOctets)
    }

    /// Reads a document.
    ///
    /// Whether its signature holds is for `isSigned`.
    ///
    /// - Throws: `NotCanonical` with the first octet that does not fit.
    package init(parsing octets: [UInt8]) throws(NotCanonical) {
        guard octets.last == UInt8(ascii: "\n") else {
            throw NotCanonical(octet: octets.count, reason: "a line end is expected")
        }
        let document = try JSON(parsingCanonical: octets.dropLast())
        guard case .object(let values) = document, values.count == 3, let proof = values["proof"],
            case .text(let publicKey)? = values["public_key"],
            case .text(let signature)? = values["signature"]
        else {
            throw NotCanonical(
                octet: 0,
                reason: "“proof”, “public_key” and “signature” are expected"
            )
        }
        self.proof = proof
        self.publicKey = publicKey
        self.signature = signature
    }

    /// The file's contents.
    package var octets: [UInt8] {
        let document = JSON.object([
            "proof": proof, "public_key": .text(publicKey), "signature": .text(signature),
        ])
        return document.canonicalOctets + [UInt8(ascii: "\n")]
    }

    /// Whether the signature is the key's own over exactly this content.
    package var isSigned: Bool {
        guard let key = Hexadecimal.octets(publicKey, count: 32),
            let signature = Hexadecimal.octets(signature, count: 64),
            let verifier = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
        else { return false }
        return verifier.isValidSignature(Data(signature), for: Data(proof.canonicalOctets))
    }
}

/// The authority's key for signing proofs (Ed25519).
///
/// Its secret half is never told.
package struct AuthorityKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameter seed: 32 random bytes (RFC 8032 section 5.1.5).
    /// - Throws: if there are more or fewer.
    package init(seed: [UInt8]) throws {
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    }

    /// What the authority publishes: 64 hexadecimal digits.
    package var publicKey: String { Hexadecimal.text(of: key.publicKey.rawRepresentation) }

    func signature(of octets: [UInt8]) throws -> String {
        Hexadecimal.text(of: try key.signature(for: Data(octets)))
    }
}

extension AuthorityKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "[key \(publicKey)]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
