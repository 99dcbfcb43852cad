import MailCampaign
import MailCore

/// A proof for the person who asks: in JSON it is itself what is printed.
struct HandedProof: Report {
    let proof: SignedProof
    let verification: ProofVerification

    var text: Printable { verification.text }

    /// To the octet as it is signed.
    var jsonText: Printable {
        Printable(json: String(decoding: proof.document.octets.dropLast(), as: UTF8.self))
    }
}
