import Foundation
package import MailCore

extension RelayFinding {
    /// What the relay said of itself, in one line.
    var sentence: Sentence {
        let parts: [Sentence?] = [
            Sentence(same: "\(session.relay)"), encryption,
            session.loggedIn
                ? Sentence(en: "logged in", de: "angemeldet")
                : Sentence(en: "no login", de: "ohne Anmeldung"),
            session.pipelining
                ? Sentence(same: "PIPELINING")
                : Sentence(en: "no PIPELINING (slower)", de: "kein PIPELINING (langsamer)"),
            session.sizeLimit.map { limit in
                Sentence(
                    en: "messages up to \(limit / 1_000_000) MB",
                    de: "Nachrichten bis \(limit / 1_000_000) MB"
                )
            },
            session.smtpUTF8
                ? Sentence(same: "SMTPUTF8") : Sentence(en: "no SMTPUTF8", de: "kein SMTPUTF8"),
            isLoginMissing
                ? Sentence(
                    en: "not asked about our sender without a login",
                    de: "nach unserem Absender ohne Anmeldung nicht gefragt"
                ) : Sentence(en: "takes our sender", de: "nimmt unseren Absender an"),
        ]
        return parts.compactMap(\.self).commas
    }

    private var encryption: Sentence {
        guard session.encrypted else {
            return Sentence(
                en: "NOT encrypted (loopback)",
                de: "NICHT verschlüsselt (auf diesem Rechner)"
            )
        }
        let tls =
            session.tls.map {
                Sentence(
                    en: " with \($0.version) \($0.cipher)",
                    de: " mit \($0.version) \($0.cipher)"
                )
            } ?? .empty
        return Sentence(en: "encrypted\(tls)", de: "verschlüsselt\(tls)")
    }

    /// The certificate in one line, if it is known.
    package var certificate: Sentence? {
        session.tls.map { tls in
            let end =
                tls.validUntil.map {
                    Sentence(en: ", valid until \($0.day)", de: ", gültig bis \($0.day)")
                } ?? .empty
            return Sentence(same: "SHA-256 \(tls.certificate)\(end)")
        }
    }

    /// Nil if the relay is greeted with a name that none refuses.
    var nameWarning: Sentence? {
        guard let clientName else {
            return Sentence(
                en:
                    "this host knows no fully qualified name of its own, and relays may refuse what it is "
                    + "greeted with; set helo in [relay], for example helo = \"termine.kreis.example\"",
                de:
                    "Dieser Rechner kennt seinen eigenen vollständigen Namen nicht, und mancher Mailserver weist ihn deshalb ab. "
                    + "Tragen Sie helo in [relay] ein, zum Beispiel helo = \"termine.kreis.example\""
            )
        }
        guard clientName.isDoubtful else { return nil }
        return Sentence(
            en:
                "the relay is greeted as “\(clientName.text)”, which many relays refuse; set helo in "
                + "[relay], for example helo = \"termine.kreis.example\"",
            de:
                "Dieser Rechner meldet sich als „\(clientName.text)“, und viele Mailserver weisen das ab. Tragen Sie helo in "
                + "[relay] ein, zum Beispiel helo = \"termine.kreis.example\""
        )
    }

    /// Nil if the certificate will do for long enough.
    var warning: Sentence? {
        guard let daysLeft, let end = session.tls?.validUntil else { return nil }
        return Sentence(
            en: "the certificate of \(session.relay) ends on \(end.day), in \(daysLeft) days; "
                + "ask the relay's operator to renew it",
            de:
                "Das Zertifikat von \(session.relay) endet am \(end.day), in \(daysLeft, "Tag", "Tagen"). Bitten Sie den "
                + "Betreiber, es zu erneuern"
        )
    }
}

extension LinkReport {
    /// What somebody should look at, beyond the problems.
    var warnings: [Sentence] {
        let foreign = trusted.map { file in
            Sentence(
                en:
                    "certificates were compared with \(file) (SSL_CERT_FILE), not with the system's",
                de:
                    "Zertifikate wurden mit \(file) verglichen (SSL_CERT_FILE), nicht mit denen des Systems"
            )
        }
        return pages.flatMap(\.warnings) + [foreign].compactMap(\.self)
    }
}

extension Date {
    /// `2021-03-16`, in UTC as certificates have it.
    fileprivate var day: Sentence { Sentence(day: ISO8601Format(.iso8601.year().month().day())) }
}
