import MailCore

/// What stands for a message in events and proofs.
struct MessageHashes {
    /// Its name there; nobody who has the mail can find it by its `Message-ID`.
    let proofID: String
    /// Nil in the first form, and once its person is erased.
    let salt: Salt?
    /// Of the message's digest.
    let digest: String
    /// Of its recipient's address.
    let recipient: String

    init(proofID: String, salt: Salt?, digest: String, recipient: String) {
        self.proofID = proofID
        self.salt = salt
        self.digest = digest
        self.recipient = recipient
    }

    /// Of a new message; nobody may be able to foretell the generator.
    init(of message: PlannedMessage, using generator: inout some RandomNumberGenerator) {
        let salt = Salt(using: &generator)
        proofID = MessageID(using: &generator).text
        digest = salt.hash(ofDigest: message.digest.hex)
        recipient = salt.hash(of: message.recipient.address)
        self.salt = salt
    }

    /// Of a new message in a campaign of the first form.
    init(of message: PlannedMessage, unsaltedWith key: RecipientKey) {
        proofID = message.id.text
        salt = nil
        digest = message.digest.hex
        recipient = key.hash(of: message.recipient.address)
    }

    /// The hash of another digest, for the same message.
    func hash(ofDigest digest: Digest) -> String {
        salt?.hash(ofDigest: digest.hex) ?? digest.hex
    }
}
