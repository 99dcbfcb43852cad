package import MailCore

extension ProofVerification {
    package var text: Printable {
        let head: Printable = check.isOK ? "\(name): everything in it holds" : "\(name): FAILED"
        let failures = check.failures.map { "failed: \($0)" as Printable }
        return ([head] + (check.isOK ? story + signature : failures)).joined(separator: "\n")
    }

    private var story: [Printable] {
        switch check.subject {
        case .campaign(let proof, let audit): Self.story(proof, audit)
        case .message(let proof): Self.story(proof)
        case .unreadable: []
        }
    }

    private static func story(_ proof: CampaignProof, _ audit: CampaignAudit) -> [Printable] {
        let (tally, statement) = (audit.tally, proof.statement)
        return [
            "Campaign \(short(proof.campaign)) of \(short(proof.authority)): \(audit.history.state)",
            number(proof.rows.count) + "rows, each in one class",
            number(proof.messages.count) + "messages, each with one recipient, frozen at planning",
            number(tally.transactions) + "SMTP transactions accepted by the relay",
            number(tally.maxRecipients) + "recipient per transaction, at most",
            number(tally.sameRecipients)
                + "of them whose RCPT, as written, was compared with the plan",
            number(tally.sameDigests)
                + "of them whose octets, as written, were compared with the plan",
            number(proof.links.count) + "events in an unbroken chain",
            "The authority states: \(statement.renderedMessages) messages were written again on "
                + "\(short(statement.at)), and \(statement.foreignValues) foreign values found",
        ]
            + tally.relays.map { use -> Printable in
                "Relay \(short(use.relay)): \(use.transactions) messages, "
                    + encryption(use.tls, use.cipher, use.certificate)
            }
    }

    private static func story(_ proof: MessageProof) -> [Printable] {
        let path = proof.path
        let rows = proof.message.rows.map(String.init).joined(separator: ", ")
        let place: Printable =
            "Message \(proof.message.id) of campaign \(short(proof.campaign)), "
            + short(proof.authority)
        return [
            place,
            "It was planned for one recipient, row \(rows), as leaf \(path.index) of "
                + "\(path.size); \(path.hashes.count) hashes lead to the root of the plan",
            "Its state: \(proof.message.state)",
            proof.transaction.map(told) ?? "It was never handed to a relay",
        ] + opening(proof)
    }

    private static func opening(_ proof: MessageProof) -> [Printable] {
        switch (proof.form, proof.opening) {
        case (.unsalted, _): []
        case (.salted, let opening?):
            [
                "SHA-256 of the mail as it was planned, without its Date line: \(opening.digest)",
                "It holds the salt that leads from the hashes to this one mail: it is for the "
                    + "person who got it, and not for publication",
            ]
        case (.salted, nil):
            ["The personal data has been erased: nothing leads to the mail any more"]
        }
    }

    private static func told(_ transaction: Transaction) -> Printable {
        let recipients: Printable =
            transaction.recipients.map { "\($0) recipient" } ?? "recipients not counted"
        return
            "Handed over until \(transaction.at): \(short(transaction.verdict)), \(recipients), "
            + (transaction.relay.map { "relay \(short($0)), " } ?? "")
            + encryption(transaction.tls, transaction.cipher, transaction.certificate)
            + (transaction.queueID.map { ", there called \(short($0))" } ?? "")
    }

    private static func encryption(
        _ tls: String?,
        _ cipher: String?,
        _ certificate: String?
    ) -> Printable {
        guard let tls else { return "no encryption noted" }
        return [tls, cipher, certificate.map { "certificate \($0)" }].compactMap(\.self)
            .map(short).joined(separator: ", ")
    }

    private var signature: [Printable] {
        let key: Printable = "Signed with the public key \(check.publicKey)"
        guard !isKeyKnown else { return [key] }
        return [
            key,
            "Compare it with the one the authority publishes, or give that one with --key: anybody "
                + "can sign with a key of their own.",
        ]
    }

    private static func number(_ value: Int) -> Printable {
        Printable(value).leftPadded(to: 8) + "  "
    }

    /// A proof comes from outside, and may hold much.
    private static func short(_ text: String) -> Printable { Printable(text.prefix(200)) }
}
