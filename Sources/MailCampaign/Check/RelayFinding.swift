package import MailCore

/// What was seen of the relay, as far as one can go without sending anything.
package struct RelayFinding: Sendable {
    package let session: RelaySession
    /// What it was greeted with; nil for whatever the host calls itself.
    package let clientName: ClientName?
    /// Whole days until the relay's certificate ends, if they are few.
    package let daysLeft: Int?
    /// Whether nobody logged in because the password could not be had: then the sender says nothing.
    package let isLoginMissing: Bool

    /// - Throws: `RelayError`, or `SenderNotTaken`.
    init(
        of relay: Relay,
        for sender: EmailAddress,
        isLoginMissing: Bool,
        in surroundings: Surroundings
    ) async throws {
        let probe = try await surroundings.probe(relay, sender)
        if !isLoginMissing {
            guard let answer = probe.answer, answer.flaw == nil else {
                throw SenderNotTaken(relay: relay, answer: probe.answer)
            }
        }
        clientName = relay.clientName
        session = probe.session
        self.isLoginMissing = isLoginMissing
        daysLeft = probe.session.tls?.validUntil.flatMap {
            CertificateTerm.fewDaysLeft(until: $0, at: surroundings.now())
        }
    }
}
