import Foundation
package import MailCore

extension Readiness {
    /// What is in order of a subject; nil for nothing.
    func finding(_ subject: Subject) -> Printable? {
        switch subject {
        case .configuration: configuration.map { "\($0.path) is complete" }
        case .password, .token, .certificates, .clientCertificate: nil
        case .templates:
            templates.flatMap { facts in
                facts.names.isEmpty
                    ? nil
                    : "\(facts.names.joined(separator: ", ")), in \(facts.folder.path) "
                        + "(\(facts.folder.origin.words))"
            }
        case .stateDirectory: state.map { "\($0.directory) is safe, and the journal opens" }
        case .signingKey:
            key.map { "\($0.publicKey)\(isKeyNew ? " (made now; keep a copy of the file)" : "")" }
        case .relay: relay.map(\.sentence)
        }
    }

    /// Where the keys are, which must not be found by chance.
    var keyStoreFinding: Printable? {
        state.map {
            "\($0.keyStore): leave it, and the witness, out of every backup (docs/erasure.md)"
        }
    }

    /// What will be a problem soon, or needs a look.
    package var warnings: [Printable] {
        [
            caution.flatMap { caution in configuration.map { caution.words(of: $0.path) } },
            templates?.folder.note, relay?.warning, relay?.nameWarning,
        ].compactMap(\.self) + (templates?.unfit.map(\.refusal) ?? []) + (links?.warnings ?? [])
    }

    /// Nil if nothing is wrong.
    package var closing: Printable? {
        guard !faults.isEmpty else { return nil }
        let subjects = Subject.allCases.filter { subject in
            faults.contains { $0.subject == subject }
        }
        .map { $0.rawValue.replacing("_", with: " ") }
        return "\(faults.flatMap(\.lines).count.with("fault")), in: "
            + "\(subjects.joined(separator: ", ")); nothing was sent"
    }
}

extension Readiness.Fault {
    /// Each fault by itself.
    package var lines: [Printable] {
        switch error {
        case let error as SettingsError where !error.problems.isEmpty:
            error.problems.map { SettingsError(file: error.file, problems: [$0]).words }
        case let error as any PrintableError: [error.words]
        default: [ErrorReport(error).map(\.message) ?? ErrorReport.fault(error).message]
        }
    }
}

extension LintReport {
    /// That no campaign can be planned with it.
    fileprivate var refusal: Printable {
        let errors = findings.count { $0.severity == .error }
        return
            "the template \(template) would be refused by plan: \(errors.with("error")) in its words or links; "
            + "see: einzelpost lint \(template)"
    }
}

extension ConfigurationCaution {
    func words(of path: String) -> Printable {
        switch self {
        case .everybodyWrites: "everybody could write to \(path); run: chmod go-w '\(path)'"
        case .groupWrites:
            "the group of \(path) could write to it, and so lead the mail elsewhere; run: chmod g-w '\(path)'"
        case .foreignOwner(let owner):
            "\(path) belongs to another account (\(owner)), which could lead the mail elsewhere; it should be "
                + "root's, or that of whoever runs the program"
        }
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
            isLoginMissing
                ? "not asked about our sender without a login" : "takes our sender",
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
