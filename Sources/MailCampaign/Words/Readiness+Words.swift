import Foundation
package import MailCore

extension Readiness {
    /// What is in order of a subject; nil for nothing.
    func finding(_ subject: Subject) -> Sentence? {
        switch subject {
        case .configuration:
            configuration.map {
                Sentence(en: "\($0.path) is complete", de: "\($0.path) ist vollständig")
            }
        case .password, .token, .certificates, .clientCertificate: nil
        case .templates: templates.flatMap(\.sentence)
        case .theme: theme.map { Sentence(same: "\($0)") }
        case .stateDirectory:
            state.map {
                Sentence(
                    en: "\($0.directory) is safe, and the journal opens",
                    de: "\($0.directory) ist sicher, und das Journal lässt sich öffnen"
                )
            }
        case .keyStore: faults.contains { $0.subject == .keyStore } ? nil : keyStoreFinding
        case .signingKey:
            key.map { key in
                isKeyNew
                    ? Sentence(
                        en: "\(key.publicKey) (made now; keep a copy of \(keyFile))",
                        de:
                            "\(key.publicKey) (eben angelegt; bewahren Sie eine Kopie von \(keyFile) auf)"
                    ) : Sentence(same: "\(key.publicKey)")
            }
        case .relay: relay.map(\.sentence)
        }
    }

    private var keyFile: String { state.map { "\($0.directory)/signing-key" } ?? "signing-key" }

    /// Where the keys are, which must not be found by chance.
    private var keyStoreFinding: Sentence? {
        state.map {
            Sentence(
                en:
                    "\($0.keyStore): leave it, and the witness, out of every backup (docs/erasure.md)",
                de: "\($0.keyStore): gehört, wie der Zeuge, in keine Sicherung (docs/erasure.md)"
            )
        }
    }

    /// What will be a problem soon, or needs a look.
    package var warnings: [Sentence] {
        [
            caution.flatMap { caution in configuration.map { caution.words(of: $0.path) } },
            templates?.folder.note, lostKeys?.words, relay?.warning, relay?.nameWarning,
        ].compactMap(\.self) + (templates?.unfit.map(\.refusal) ?? []) + (links?.warnings ?? [])
    }

    /// Nil if nothing is wrong.
    package var closing: Sentence? {
        guard !faults.isEmpty else { return nil }
        let subjects = Subject.allCases.filter { subject in
            faults.contains { $0.subject == subject }
        }.map(\.name).commas
        let count = faults.flatMap(\.lines).count
        return Sentence(
            en: "\(count, "fault", "faults"), in: \(subjects); nothing was sent",
            de: "\(count, "Mangel", "Mängel") bei: \(subjects). Es wurde nichts gesendet"
        )
    }
}

extension Readiness.Subject {
    var name: Sentence {
        switch self {
        case .configuration: Sentence(en: "configuration", de: "Konfiguration")
        case .password: Sentence(en: "password", de: "Passwort")
        case .token: Sentence(same: "token")
        case .clientCertificate: Sentence(en: "client certificate", de: "eigenes Zertifikat")
        case .certificates: Sentence(en: "ca file", de: "Zertifikate (ca_file)")
        case .templates: Sentence(en: "templates", de: "Vorlagen")
        case .theme: Sentence(en: "theme", de: "Gestaltung")
        case .stateDirectory: Sentence(en: "state directory", de: "Zustandsverzeichnis")
        case .keyStore: Sentence(en: "key store", de: "Schlüsselablage")
        case .signingKey: Sentence(en: "signing key", de: "Signaturschlüssel")
        case .relay: Sentence(en: "relay", de: "Mailserver")
        }
    }
}

extension Readiness.TemplateFacts {
    fileprivate var sentence: Sentence? {
        names.isEmpty
            ? nil
            : Sentence(
                en: "\(names.joined(separator: ", ")), in \(folder.path) (\(folder.origin.words))",
                de: "\(names.joined(separator: ", ")), in \(folder.path) (\(folder.origin.words))"
            )
    }
}

extension Readiness.Fault {
    /// Each fault by itself.
    package var lines: [Sentence] {
        switch error {
        case let error as SettingsError where !error.problems.isEmpty:
            error.problems.map { $0.words(in: error.file) }
        case let error as any PrintableError: [Sentence(telling: error)]
        default: [ErrorReport(error).map(\.message) ?? ErrorReport.fault(error).message]
        }
    }
}

extension LintReport {
    /// That no campaign can be planned with it.
    fileprivate var refusal: Sentence {
        let errors = findings.count { $0.severity == .error }
        return Sentence(
            en:
                "the template \(template) would be refused by plan: \(errors, "error", "errors") in its words or links; "
                + "see: einzelpost lint \(template)",
            de:
                "Mit der Vorlage \(template) lässt sich nicht planen: \(errors, "Fehler", "Fehler") in Wörtern oder Links; "
                + "siehe: einzelpost lint \(template)"
        )
    }
}

extension ConfigurationCaution {
    func words(of path: String) -> Sentence {
        switch self {
        case .everybodyWrites:
            Sentence(
                en: "everybody could write to \(path); run: chmod go-w '\(path)'",
                de: "Jeder könnte \(path) ändern; das behebt: chmod go-w '\(path)'"
            )
        case .groupWrites:
            Sentence(
                en:
                    "the group of \(path) could write to it, and so lead the mail elsewhere; run: chmod g-w '\(path)'",
                de:
                    "Die Gruppe von \(path) könnte die Datei ändern und die Post umleiten; das behebt: chmod g-w '\(path)'"
            )
        case .foreignOwner(let owner):
            Sentence(
                en:
                    "\(path) belongs to another account (\(owner)), which could lead the mail elsewhere; it should be "
                    + "root's, or that of whoever runs the program",
                de:
                    "\(path) gehört einem anderen Konto (\(owner)), das die Post umleiten könnte. Die Datei sollte root gehören, "
                    + "oder dem Konto, unter dem das Programm läuft"
            )
        }
    }
}
