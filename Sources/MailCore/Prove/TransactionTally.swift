/// Counts what the verdicts of a campaign say about the wire.
package struct TransactionTally: Sendable {
    /// Events that ended in `accepted`: SMTP transactions the relay took.
    package private(set) var transactions = 0
    /// The most `RCPT` commands that were written in one transaction.
    package private(set) var maxRecipients = 0
    /// Accepted transactions whose octets were compared with the plan.
    package private(set) var sameDigests = 0
    /// Accepted transactions whose `RCPT` was compared with the plan.
    package private(set) var sameRecipients = 0
    /// Every relay that took something, and how it was reached; in the order of first use.
    package private(set) var relays: [RelayUse] = []

    /// - Parameters:
    ///   - facts: The detail of a verdict.
    ///   - session: What tells of its connection: the detail of that one's event, in the first form
    ///     the verdict's own.
    mutating func read(_ facts: [String: String], over session: [String: String]) {
        let wire = WireFacts(facts)
        maxRecipients = max(maxRecipients, wire.recipients ?? 0)
        guard wire.isAccepted else { return }
        transactions += 1
        if wire.digest != nil { sameDigests += 1 }
        if wire.recipient != nil { sameRecipients += 1 }
        count(session)
    }

    private mutating func count(_ facts: [String: String]) {
        guard let relay = facts["relay"] else { return }
        let use = RelayUse(
            relay: relay,
            tls: facts["tls"],
            cipher: facts["cipher"],
            certificate: facts["certificate"],
            transactions: 1
        )
        if let place = relays.firstIndex(where: { $0.isSame(as: use) }) {
            relays[place].transactions += 1
        } else {
            relays.append(use)
        }
    }
}

/// A relay that took messages, and the encryption it was reached with.
package struct RelayUse: Sendable {
    /// Host and port.
    package let relay: String
    /// For example `TLSv1.3`; nil without encryption.
    package let tls: String?
    package let cipher: String?
    /// SHA-256 of the relay's certificate.
    package let certificate: String?
    /// How many messages it took so.
    package fileprivate(set) var transactions: Int

    fileprivate func isSame(as other: RelayUse) -> Bool {
        relay == other.relay && tls == other.tls && cipher == other.cipher
            && certificate == other.certificate
    }

    var json: JSON {
        .object([
            "certificate": .text(certificate), "cipher": .text(cipher), "relay": .text(relay),
            "tls": .text(tls), "transactions": .number(transactions),
        ])
    }
}
