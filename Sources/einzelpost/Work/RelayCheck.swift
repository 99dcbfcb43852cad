import Foundation
import MailCore
import MailTransport

/// Goes as far with the relay as possible without sending anything.
struct RelayCheck {
    let workspace: Workspace

    /// What was seen of the relay.
    struct Result {
        /// In one line.
        let sentence: String
        let tls: TLSFacts?
        /// The certificate in one line, if it is known.
        let certificate: String?
        /// What will be a problem soon; nil if nothing.
        let warning: String?
    }

    /// - Returns: What the relay said of itself.
    /// - Throws: `RelayError`, or `Failure` (69) if the sender is refused.
    func run() async throws -> Result {
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
            return Result(of: session, at: Live.now())
        } catch {
            await connection.close()
            throw error
        }
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

extension TLSFacts {
    /// For `check --format json`.
    var json: JSON {
        [
            "version": .text(version), "cipher": .text(cipher),
            "certificate": .text(certificate.hex),
            "certificate_until": .text(validUntil?.ISO8601Format()),
        ]
    }
}

extension Date {
    /// `2021-03-16`, in UTC as certificates have it.
    fileprivate var day: String { ISO8601Format(.iso8601.year().month().day()) }
}
