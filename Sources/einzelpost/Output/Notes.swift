import MailCampaign
import MailCore
import MailJournal

extension CampaignView {
    /// Says what has changed since planning.
    func noteChange() {
        if let change { Terminal.complain("Note: \(change.description)") }
    }
}

extension MessagePreview {
    /// Says what has changed since planning.
    func noteChange() {
        if let change { Terminal.complain("Note: \(change.description)") }
    }
}

extension SignedProof {
    /// The proof; says that a key was made, if one was.
    var noted: SignedDocument {
        if let newKey {
            Terminal.complain(
                "A key for signing was made: the file signing-key in the state directory. Keep a "
                    + "copy of it, and publish its public key: \(newKey.publicKey)"
            )
        }
        return document
    }
}

extension Recovery {
    var sentence: String {
        let parts = [
            (released, "not begun"), (accepted, "accepted"), (refused, "refused"),
            (deferred, "put off"), (unknown, "unknown"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return "The last run ended in the middle. Its open messages: "
            + parts.joined(separator: ", ") + ". Nothing is lost: resume sends what has not begun."
    }
}
