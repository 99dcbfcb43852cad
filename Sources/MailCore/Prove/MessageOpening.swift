/// What leads from the hashes of one message to the mail that its person has: for this person alone.
package struct MessageOpening: Sendable {
    /// What was written to the relay and answered, as the journal keeps it of one verdict.
    package struct Receipt: Sendable {
        /// The number of the verdict's event.
        package let event: Int
        /// Canonical JSON, exactly as it was hashed.
        package let text: String

        package init(event: Int, text: String) {
            self.event = event
            self.text = text
        }
    }

    package let salt: Salt
    /// Of the message as planned, without its date.
    package let digest: String
    /// In the order of the events.
    package let receipts: [Receipt]

    package init(salt: Salt, digest: String, receipts: [Receipt]) {
        self.salt = salt
        self.digest = digest
        self.receipts = receipts
    }

    /// What is kept of a verdict; nil if there is nothing.
    func facts(ofEvent number: Int) -> [String: String]? {
        receipts.first { $0.event == number }.flatMap { ChainEvent.facts(in: $0.text) }
    }

    /// What does not fit, in plain words.
    func findings(against message: MessageRecord, _ events: [ChainEvent]) -> [String] {
        var findings: [String] = []
        if salt.hash(ofDigest: digest) != message.digest {
            findings.append("the digest that was opened is not the one that was planned")
        }
        var left = receipts
        for event in events {
            guard let hash = event.facts?["receipt"] else { continue }
            guard let place = left.firstIndex(where: { $0.event == event.sequence }) else {
                findings.append("event \(event.sequence): its receipt is missing")
                continue
            }
            let receipt = left.remove(at: place)
            if salt.hash(ofReceipt: receipt.text) != hash || facts(ofEvent: receipt.event) == nil {
                findings.append("event \(event.sequence): its receipt has been changed")
            }
        }
        if !left.isEmpty { findings.append("a receipt belongs to no event") }
        return findings
    }

    var json: JSON {
        .object([
            "salt": .text(salt.hex), "digest": .text(digest),
            "receipts": .list(
                receipts.map { .object(["event": .number($0.event), "text": .text($0.text)]) }
            ),
        ])
    }

    /// - Throws: `ProofFormatError` with the first place that is not as docs/proof.md says.
    init(reading field: ProofField) throws(ProofFormatError) {
        let members = try field.members("salt", "digest", "receipts")
        let octets = try members.field("salt").hex(Salt.length)
        guard let salt = Salt(hex: octets) else { throw field.failure("has no salt") }
        self.salt = salt
        digest = try members.field("digest").hex(32)
        var receipts: [Receipt] = []
        for entry in try members.field("receipts").list() {
            let receipt = try entry.members("event", "text")
            receipts.append(
                Receipt(
                    event: try receipt.field("event").integer(),
                    text: try receipt.field("text").text()
                )
            )
        }
        self.receipts = receipts
    }
}
