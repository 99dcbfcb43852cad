package import MailCore
import MailJournal

/// A proof, and the key it was signed with if that was made for it.
package struct SignedProof: Sendable {
    package let document: SignedDocument
    /// The operator must be told once.
    package let newKey: AuthorityKey?

    /// Writes it as a new file.
    package func write(to path: String) throws {
        try NewFile.write(document.octets, to: path)
    }

    /// What it proves, read again from its octets.
    ///
    /// - Parameter name: How it is called when it is spoken of.
    /// - Returns: The result of every check.
    /// - Throws: `NotAProof`.
    package func verification(name: String) throws -> ProofVerification {
        ProofVerification(
            check: try ProofCheck(of: document.octets, expecting: document.publicKey),
            name: name,
            isKeyKnown: true
        )
    }

    /// The proof itself, for the person who asks.
    package func handed(_ verification: ProofVerification) -> HandedProof {
        HandedProof(proof: self, verification: verification)
    }
}

extension Workspace {
    /// The authority's key, made on first use.
    func signingKey() throws -> (key: AuthorityKey, isNew: Bool) {
        var generator = surroundings.randomness
        return try SigningKey.open(in: journal.directory, using: &generator)
    }
}
