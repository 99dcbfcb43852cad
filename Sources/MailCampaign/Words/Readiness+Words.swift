import Foundation
package import MailCore

extension Readiness {
    /// Everything that is in order, each with its subject; the relay comes last.
    package var findings: [(subject: String, finding: Printable)] {
        let made: Printable = isKeyNew ? " (made now; keep a copy of the file)" : ""
        return [
            ("configuration", "\(configuration) is complete"),
            (
                "templates",
                templates.isEmpty
                    ? "there are none" : "\(templates.joined(separator: ", "))"
            ),
            ("state_directory", "\(stateDirectory) is safe, and the journal opens"),
            (
                "key_store",
                "\(keyStore): leave it, and the witness, out of every backup (docs/erasure.md)"
            ),
            ("signing_key", "\(key.publicKey)\(made)"), ("relay", relay.sentence),
        ]
    }

    /// What will be a problem soon, or needs a look.
    package var warnings: [Printable] {
        [relay.warning, relay.nameWarning].compactMap(\.self) + (links?.warnings ?? [])
    }
}

extension RelayFinding {
    /// What the relay said of itself, in one line.
    var sentence: Printable {
        let tls: Printable = session.tls.map { " with \($0.version) \($0.cipher)" } ?? ""
        let parts: [Printable?] = [
            "\(session.relay)",
            session.encrypted ? "encrypted\(tls)" : "NOT encrypted (loopback)",
            session.loggedIn ? "logged in" : "no login",
            session.pipelining ? "PIPELINING" : "no PIPELINING (slower)",
            session.sizeLimit.map { "messages up to \($0 / 1_000_000) MB" },
            session.smtpUTF8 ? "SMTPUTF8" : "no SMTPUTF8",
            "takes our sender",
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// The certificate in one line, if it is known.
    package var certificate: Printable? {
        session.tls.map { tls in
            "SHA-256 \(tls.certificate)"
                + (tls.validUntil.map { ", valid until \($0.day)" } ?? "")
        }
    }

    /// Nil if the relay is greeted with a name that none refuses.
    var nameWarning: Printable? {
        guard let clientName else {
            return
                "this host knows no fully qualified name of its own, and relays may refuse what it is "
                + "greeted with; set helo in [relay], for example helo = \"termine.kreis.example\""
        }
        guard clientName.isDoubtful else { return nil }
        return
            "the relay is greeted as “\(clientName.text)”, which many relays refuse; set helo in "
            + "[relay], for example helo = \"termine.kreis.example\""
    }

    /// Nil if the certificate will do for long enough.
    var warning: Printable? {
        guard let daysLeft, let end = session.tls?.validUntil else { return nil }
        return "the certificate of \(session.relay) ends on \(end.day), in \(daysLeft) days; "
            + "ask the relay's operator to renew it"
    }
}

extension LinkReport {
    /// What somebody should look at, beyond the problems.
    var warnings: [Printable] {
        pages.flatMap(\.warnings).map { Printable($0) }
            + (trusted.map {
                ["certificates were compared with \($0) (SSL_CERT_FILE), not with the system's"]
            } ?? [])
    }
}

extension Date {
    /// `2021-03-16`, in UTC as certificates have it.
    fileprivate var day: String { ISO8601Format(.iso8601.year().month().day()) }
}
