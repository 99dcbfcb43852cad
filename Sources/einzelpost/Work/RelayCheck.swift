import MailCore
import MailTransport

/// Goes as far with the relay as possible without sending anything.
struct RelayCheck {
    let workspace: Workspace

    /// - Returns: What the relay said of itself.
    /// - Throws: `RelayError`, or `Failure` (69) if the sender is refused.
    func run() async throws -> String {
        let connection = RelayConnection(to: try workspace.file.relay())
        do {
            let session = try await connection.open()
            let sender = workspace.settings.office.sender.envelopeFrom
            let reply = await connection.probe(sender: sender)
            await connection.close()
            guard let reply, reply.code / 100 == 2 else {
                throw Failure(
                    .relay,
                    "the relay \(session.relay) does not take sender.envelope_from"
                        + (reply.map { " (\($0.code))" } ?? "")
                        + "; ask its operator whether this account may use that address"
                )
            }
            return Self.sentence(session)
        } catch {
            await connection.close()
            throw error
        }
    }

    private static func sentence(_ session: RelaySession) -> String {
        [
            session.relay,
            session.encrypted ? "encrypted" : "NOT encrypted (loopback)",
            session.loggedIn ? "logged in" : "no login",
            session.pipelining ? "PIPELINING" : "no PIPELINING (slower)",
            session.sizeLimit.map { "messages up to \($0 / 1_000_000) MB" },
            session.smtpUTF8 ? "SMTPUTF8" : "no SMTPUTF8",
            "takes our sender",
        ].compactMap(\.self).joined(separator: ", ")
    }
}
