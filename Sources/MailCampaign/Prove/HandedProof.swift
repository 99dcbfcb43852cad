package import MailCore

/// A proof for the person who asks: in JSON it is itself what is printed.
package struct HandedProof: Presentable {
    package let proof: SignedProof
    package let verification: ProofVerification

    package var text: Sentence { verification.text }

    /// To the octet as it is signed.
    package var jsonText: Printable {
        Printable(json: String(decoding: proof.document.octets.dropLast(), as: UTF8.self))
    }
}
