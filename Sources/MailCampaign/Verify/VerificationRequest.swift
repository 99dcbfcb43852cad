import MailCore

/// What is to be checked.
package enum VerificationRequest: Hashable, Sendable {
    case campaign(String)
    /// A file, and the public key it must be signed with, if the reader knows it.
    case proof(String, key: String?)

    /// - Throws: `UnclearRequest` if it is neither or both, or the key is none.
    package init(campaign: String?, proof: String?, key: String?) throws(UnclearRequest) {
        switch (campaign, proof) {
        case (let campaign?, nil):
            guard key == nil else { throw .keyWithoutProof }
            self = .campaign(campaign)
        case (nil, let proof?):
            if let key, Digest(hex: key) == nil { throw .key }
            self = .proof(proof, key: key)
        case (nil, nil), (_?, _?): throw .whatToVerify
        }
    }
}
