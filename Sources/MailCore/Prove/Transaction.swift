/// One transaction with the relay, as its verdict tells it.
package struct Transaction: Sendable {
    /// When its verdict was recorded, UTC.
    package let at: String
    package let verdict: String
    /// How many `RCPT` were written; nil if the program died and nobody counted.
    package let recipients: Int?
    package let relay: String?
    /// The relay's own name for the message; nil also where only its hash is known.
    package let queueID: String?
    package let tls: String?
    package let cipher: String?
    package let certificate: String?

    /// - Parameters:
    ///   - event: The verdict.
    ///   - session: What tells of its connection.
    ///   - receipt: What tells what the relay called the message.
    init?(
        _ event: ChainEvent,
        over session: [String: String],
        receipt: [String: String]
    ) {
        guard let facts = event.facts, let verdict = facts["verdict"] else { return nil }
        at = Timestamp.text(event.at)
        self.verdict = verdict
        recipients = facts["recipients"].flatMap { Int($0) }
        relay = session["relay"]
        queueID = receipt["queue_id"]
        tls = session["tls"]
        cipher = session["cipher"]
        certificate = session["certificate"]
    }
}
