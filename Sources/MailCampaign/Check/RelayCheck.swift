import Foundation
package import MailCore

/// Goes as far with the relay as possible without sending anything.
package struct RelayCheck {
    package let workspace: Workspace

    package init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// What was seen of the relay.
    package struct Result {
        /// In one line.
        package let sentence: String
        package let tls: TLSFacts?
        /// The certificate in one line, if it is known.
        package let certificate: String?
        /// What will be a problem soon; nil if nothing.
        package let warning: String?
    }

    /// - Returns: What the relay said of itself.
    /// - Throws: `RelayError`, or `Failure` (69) if the sender is refused.
    package func run() async throws -> Result {
        let probe = try await workspace.surroundings.probe(
            try workspace.file.relay(),
            workspace.settings.office.sender.envelopeFrom
        )
        guard let reply = probe.reply, reply.code / 100 == 2 else {
            throw Failure(
                .relay,
                "the relay \(probe.session.relay) does not take sender.envelope_from"
                    + (probe.reply.map { " (\($0.code))" } ?? "")
                    + "; ask its operator whether this account may use that address"
            )
        }
        return Result(of: probe.session, at: workspace.surroundings.now())
    }
}

extension RelayCheck.Result {
    /// - Parameters:
    ///   - session: What the relay said of itself.
    ///   - now: For how long the certificate will still do.
    fileprivate init(of session: RelaySession, at now: Date) {
        sentence = Self.sentence(session)
        tls = session.tls
        let end = session.tls?.validUntil
        certificate = session.tls.map { tls in
            "SHA-256 \(tls.certificate)" + (end.map { ", valid until \($0.day)" } ?? "")
        }
        // Renewals go wrong unnoticed; thirty days leave time to ask whoever runs the relay.
        warning = end.flatMap { end in
            let days = Int((end.timeIntervalSince(now) / 86_400).rounded(.down))
            return days >= 30
                ? nil
                : "the certificate of \(session.relay) ends on \(end.day), in \(days) days; "
                    + "ask the relay's operator to renew it"
        }
    }

    private static func sentence(_ session: RelaySession) -> String {
        let tls = session.tls.map { " with \($0.version) \($0.cipher)" } ?? ""
        return [
            session.relay,
            session.encrypted ? "encrypted\(tls)" : "NOT encrypted (loopback)",
            session.loggedIn ? "logged in" : "no login",
            session.pipelining ? "PIPELINING" : "no PIPELINING (slower)",
            session.sizeLimit.map { "messages up to \($0 / 1_000_000) MB" },
            session.smtpUTF8 ? "SMTPUTF8" : "no SMTPUTF8",
            "takes our sender",
        ].compactMap(\.self).joined(separator: ", ")
    }
}

extension Date {
    /// `2021-03-16`, in UTC as certificates have it.
    fileprivate var day: String { ISO8601Format(.iso8601.year().month().day()) }
}
