import Foundation
package import MailCore

extension Readiness: JSONPresentable {
    package var text: Sentence {
        (Subject.allCases.flatMap(lines)
            + (relay?.certificate.map { [Self.line("ok", Self.certificate, $0)] } ?? [])
            + (links?.pages.flatMap(Self.lines) ?? [])
            + warnings.map { Self.line("!!", Self.warning, $0) }).lines
    }

    package var notes: [Sentence] { state?.notes ?? [] }

    package var json: JSON {
        var values: [String: JSON] = [
            "configuration": .text(configuration?.path), "templates": templates?.json ?? .null,
            "state_directory": .text(state?.directory), "key_store": .text(state?.keyStore),
            "signing_key": .text(key?.publicKey), "signing_key_made": .bool(isKeyNew),
            "relay": relay?.json ?? .null, "tls": relay?.session.tls?.json ?? .null,
            "links": links?.json ?? .null, "warnings": .list(warnings.map { .text($0) }),
            "problems": .list(faults.flatMap(\.json)), "ok": .bool(isFine),
        ]
        if let closing { values["error"] = error(closing) }
        return .object(values)
    }

    /// Of the first fault; that somebody else is sending just now comes last.
    package var conclusion: Conclusion {
        let all = faults.map { Conclusion($0.error) ?? .fault }
        return all.first { $0 != .busy } ?? all.first ?? .checked(isFine)
    }

    /// As every command says why it failed.
    private func error(_ closing: Sentence) -> JSON {
        let problems = faults.flatMap(\.lines)
        return ErrorReport(conclusion, message: closing, problems: problems).reason
    }

    private func lines(_ subject: Subject) -> [Sentence] {
        let own = faults.filter { $0.subject == subject }.flatMap(\.lines)
        let fine = finding(subject)
        var lines: [Sentence] = []
        if let fine {
            lines.append(Self.line(isOpen(subject) ? "--" : "ok", subject.name, fine))
        }
        lines += own.map { Self.line("NO", subject.name, $0) }
        if lines.isEmpty, let reason = whyNotLookedAt(subject) {
            lines.append(Self.line("--", subject.name, reason))
        }
        return lines
    }

    /// Whether it was not looked at to the end.
    private func isOpen(_ subject: Subject) -> Bool {
        subject == .relay && relay?.isLoginMissing == true
    }

    /// Nil for what need not be there.
    private func whyNotLookedAt(_ subject: Subject) -> Sentence? {
        switch subject {
        case .password, .token, .certificates, .clientCertificate, .theme: nil
        case .relay where configuration != nil:
            Sentence(
                en: "not looked at: its certificates (ca_file) come first",
                de: "nicht geprüft: Zuerst kommen seine Zertifikate (ca_file)"
            )
        case .keyStore where state == nil: nil
        case .signingKey where configuration != nil:
            Sentence(
                en: "not looked at: the state directory comes first",
                de: "nicht geprüft: Zuerst kommt das Zustandsverzeichnis"
            )
        default:
            Sentence(
                en: "not looked at: the configuration comes first",
                de: "nicht geprüft: Zuerst kommt die Konfiguration"
            )
        }
    }

    private static func lines(_ page: PageReport) -> [Sentence] {
        [line(page.problems.isEmpty ? "ok" : "NO", page.kind.words, page.sentence)]
            + page.problems.map { line("NO", .empty, $0) }
    }

    /// `NO` reads as the same in German, where it stands for “nicht in Ordnung”.
    private static func line(_ mark: Printable, _ subject: Sentence, _ finding: Sentence)
        -> Sentence
    {
        Sentence(same: "\(mark)  \(subject.padded(en: 16, de: 19)) \(finding)")
    }

    private static let certificate = Sentence(en: "certificate", de: "Zertifikat")
    private static let warning = Sentence(en: "warning", de: "Hinweis")
}

extension Readiness.Fault {
    fileprivate var json: [JSON] {
        lines.map { ["subject": .text(subject.rawValue), "message": .text($0)] }
    }
}

extension Readiness.TemplateFacts {
    fileprivate var json: JSON {
        [
            "folder": .text(folder.path), "origin": .text(folder.origin.rawValue),
            "names": .list(names.map { .text($0) }),
        ]
    }
}

extension RelayFinding {
    fileprivate var json: JSON {
        [
            "name": .text(session.relay), "greeted_as": .text(clientName?.text),
            "encrypted": .bool(session.encrypted), "logged_in": .bool(session.loggedIn),
            "pipelining": .bool(session.pipelining), "smtp_utf8": .bool(session.smtpUTF8),
            "size_limit": session.sizeLimit.map { .number($0) } ?? .null,
            "takes_sender": .bool(!isLoginMissing),
        ]
    }
}
