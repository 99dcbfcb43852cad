package import MailCore

/// Checks a signed proof from its file alone.
package struct ProofVerification: Sendable {
    package let check: ProofCheck
    /// How the proof is called when it is spoken of: its file.
    package let name: String
    /// Whether the reader has said which key it must be.
    package let isKeyKnown: Bool

    /// - Parameters:
    ///   - path: The proof.
    ///   - key: The public key it must be signed with, if the reader knows it.
    /// - Throws: `FileError`, `NotAProof`.
    package init(of path: String, expecting key: String?) throws {
        check = try ProofCheck(of: ProofFile.read(path), expecting: key)
        name = path
        isKeyKnown = key != nil
    }

    init(check: ProofCheck, name: String, isKeyKnown: Bool) {
        self.check = check
        self.name = name
        self.isKeyKnown = isKeyKnown
    }
}
