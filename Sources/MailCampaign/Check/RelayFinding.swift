package import MailCore

/// What was seen of the relay, as far as one can go without sending anything.
package struct RelayFinding: Sendable {
    package let session: RelaySession
    /// What it was greeted with; nil for whatever the host calls itself.
    package let clientName: ClientName?
    /// Whole days until the relay's certificate ends, if they are few.
    package let daysLeft: Int?

    /// - Throws: `RelayError`, or `SenderNotTaken`.
    init(in workspace: Workspace) async throws {
        let surroundings = workspace.surroundings
        let relay = try workspace.file.relay()
        clientName = relay.clientName
        let probe = try await surroundings.probe(
            relay,
            workspace.settings.authority.sender.envelopeFrom
        )
        guard let reply = probe.reply, reply.code / 100 == 2 else {
            throw SenderNotTaken(relay: probe.session.relay, code: probe.reply?.code)
        }
        session = probe.session
        daysLeft = probe.session.tls?.validUntil.flatMap {
            CertificateTerm.fewDaysLeft(until: $0, at: surroundings.now())
        }
    }
}
