package import MailCore

extension ConfigurationError: PrintableError {
    package var words: Sentence {
        switch self {
        case .nowhere, .notText, .unreadable, .writableByAll, .notTrusted, .anotherPlace: ofFile
        case .variableNotSet, .passwordUnreadable, .passwordReadableByOthers, .passwordEmpty,
            .certificatesUnreadable, .clientCertificateUnreadable, .clientKeyUnreadable,
            .clientKeyReadableByOthers, .noCredentials:
            ofRelay
        case .officeKeyUnreadable, .officeKeyReadableByOthers, .noOfficeKey: ofKey
        case .noTemplates, .templatesNotShipped, .noTemplateIn, .templateNotText,
            .templateIncomplete, .notShipped:
            ofTemplates
        }
    }

    private var ofFile: Sentence {
        switch self {
        case .nowhere(let places):
            Sentence(
                en:
                    "there is no configuration; looked for \(places.joined(separator: ", ")); give one "
                    + "with --config FILE (Examples/einzelpost.toml is a beginning)",
                de:
                    "Es ist keine Konfiguration da; gesucht wurde: \(places.joined(separator: ", ")). Nennen Sie eine "
                    + "mit --config DATEI (Examples/einzelpost.toml ist ein Anfang)"
            )
        case .notText(let path):
            Sentence(
                en: "\(path): is not UTF-8 text; open it in a text editor and save it as UTF-8",
                de:
                    "\(path): ist kein UTF-8-Text; öffnen Sie die Datei in einem Texteditor, und speichern Sie sie als UTF-8"
            )
        case .unreadable(let path, let obstacle):
            Sentence(
                en: "\(path): \(obstacle.words); name the configuration with --config FILE",
                de: "\(path): \(obstacle.words); nennen Sie die Konfiguration mit --config DATEI"
            )
        case .writableByAll(let path):
            Sentence(
                en:
                    "\(path): everybody on this machine could write to it, and so lead the mail elsewhere; run: "
                    + "chmod go-w '\(path)'",
                de:
                    "\(path): Jeder auf diesem Rechner könnte die Datei ändern und die Post umleiten; das behebt: "
                    + "chmod go-w '\(path)'"
            )
        case .notTrusted(let path, let account):
            Sentence(
                en:
                    "\(path): when the program runs as \(account), its configuration must be owned by root "
                    + "or by that account, and nobody else may be able to write to it",
                de:
                    "\(path): Läuft das Programm als \(account), muss die Konfiguration root oder diesem Konto gehören, "
                    + "und niemand sonst darf sie ändern können"
            )
        case .anotherPlace(let path, let place, let account):
            Sentence(
                en:
                    "\(path): the program runs as \(account), which takes its configuration from \(place) "
                    + "alone; leave --config out, or run the program from your own account",
                de:
                    "\(path): Das Programm läuft als \(account), und dieses Konto nimmt seine Konfiguration nur aus "
                    + "\(place). Lassen Sie --config weg, oder starten Sie das Programm unter Ihrem eigenen Konto"
            )
        case .variableNotSet, .passwordUnreadable, .passwordReadableByOthers, .passwordEmpty,
            .certificatesUnreadable, .clientCertificateUnreadable, .clientKeyUnreadable,
            .clientKeyReadableByOthers, .noCredentials, .officeKeyUnreadable,
            .officeKeyReadableByOthers, .noOfficeKey, .noTemplates, .templatesNotShipped,
            .noTemplateIn, .templateNotText, .templateIncomplete, .notShipped:
            .empty
        }
    }

    private var ofRelay: Sentence {
        switch self {
        case .variableNotSet(let name):
            Sentence(
                en:
                    "relay.password_env: the variable \(name) is not set; set it where the program is started, or "
                    + "write the password into a file (password_file)",
                de:
                    "relay.password_env: Die Variable \(name) ist nicht gesetzt. Setzen Sie sie dort, wo das Programm "
                    + "gestartet wird, oder schreiben Sie das Passwort in eine Datei (password_file)"
            )
        case .passwordUnreadable(let path, let obstacle, let key):
            Sentence(same: "\(key.rawValue): \(path): \(obstacle.words)")
        case .passwordReadableByOthers(let path):
            Sentence(
                en: "relay.password_file: \(path) can be read by others; run: chmod 600 '\(path)'",
                de:
                    "relay.password_file: \(path) ist auch für andere lesbar; das behebt: chmod 600 '\(path)'"
            )
        case .passwordEmpty(let path, let key):
            Sentence(
                en: "\(key.rawValue): \(path) is empty; write the password into its first line",
                de:
                    "\(key.rawValue): \(path) ist leer; schreiben Sie das Passwort in die erste Zeile"
            )
        case .certificatesUnreadable(let path, let obstacle):
            Sentence(same: "relay.ca_file: \(path): \(obstacle)")
        case .clientCertificateUnreadable(let path, let obstacle):
            Sentence(same: "relay.client_certificate: \(path): \(obstacle)")
        case .clientKeyUnreadable(let path, let obstacle):
            Sentence(same: "relay.client_key: \(path): \(obstacle.words)")
        case .clientKeyReadableByOthers(let path):
            Sentence(
                en: "relay.client_key: \(path) can be read by others; run: chmod 600 '\(path)'",
                de:
                    "relay.client_key: \(path) ist auch für andere lesbar; das behebt: chmod 600 '\(path)'"
            )
        case .noCredentials(let name, let key):
            Sentence(
                en:
                    "\(key.rawValue): the credential “\(name)” is only there under systemd, whose unit "
                    + "says LoadCredential=\(name):/path; run the program by its unit, or name a file",
                de:
                    "\(key.rawValue): „\(name)“ (credential) gibt es nur unter systemd, dessen Unit "
                    + "LoadCredential=\(name):/pfad enthält. Starten Sie das Programm über die Unit, oder nennen Sie eine Datei"
            )
        case .nowhere, .notText, .unreadable, .writableByAll, .notTrusted, .anotherPlace,
            .officeKeyUnreadable, .officeKeyReadableByOthers, .noOfficeKey, .noTemplates,
            .templatesNotShipped, .noTemplateIn, .templateNotText, .templateIncomplete, .notShipped:
            .empty
        }
    }

    private var ofKey: Sentence {
        switch self {
        case .officeKeyUnreadable(let path, let obstacle):
            Sentence(
                en: "the office's key \(path): \(obstacle.words)",
                de: "Der Schlüssel der Behörde \(path): \(obstacle.words)"
            )
        case .officeKeyReadableByOthers(let path):
            Sentence(
                en: "the office's key \(path) can be read by others; run: chmod 600 '\(path)'",
                de:
                    "Der Schlüssel der Behörde \(path) ist auch für andere lesbar; das behebt: chmod 600 '\(path)'"
            )
        case .noOfficeKey(let path):
            Sentence(
                en:
                    "the office's key \(path) is not one: it must be 64 hexadecimal digits, for example from: "
                    + "openssl rand -hex 32",
                de:
                    "\(path) ist kein Schlüssel der Behörde: Er muss aus 64 hexadezimalen Ziffern bestehen, zum "
                    + "Beispiel aus: openssl rand -hex 32"
            )
        case .nowhere, .notText, .unreadable, .writableByAll, .notTrusted, .anotherPlace,
            .variableNotSet, .passwordUnreadable, .passwordReadableByOthers, .passwordEmpty,
            .certificatesUnreadable, .clientCertificateUnreadable, .clientKeyUnreadable,
            .clientKeyReadableByOthers, .noCredentials, .noTemplates, .templatesNotShipped,
            .noTemplateIn, .templateNotText, .templateIncomplete, .notShipped:
            .empty
        }
    }

    private var ofTemplates: Sentence {
        switch self {
        case .noTemplates(let origin, let folder):
            Sentence(
                en:
                    "the folder of templates is missing: \(folder) (\(origin.words)); name one that is there",
                de:
                    "Der Ordner mit den Vorlagen fehlt: \(folder) (\(origin.words)); nennen Sie einen, den es gibt"
            )
        case .templatesNotShipped:
            Sentence(
                en:
                    "no templates came along with the program; name a folder of them with --templates DIR, or "
                    + "with templates in [content] of the configuration",
                de:
                    "Beim Programm sind keine Vorlagen. Nennen Sie einen Ordner mit --templates ORDNER, oder mit "
                    + "templates in [content] der Konfiguration"
            )
        case .noTemplateIn(let folder):
            Sentence(
                en:
                    "there is no template in \(folder): each is a folder with template.toml and message.txt",
                de:
                    "In \(folder) ist keine Vorlage: Jede ist ein Ordner mit template.toml und message.txt"
            )
        case .templateNotText(let path):
            Sentence(
                en: "\(path): is not UTF-8 text; save it as UTF-8",
                de: "\(path): ist kein UTF-8-Text; speichern Sie die Datei als UTF-8"
            )
        case .templateIncomplete(let name, let folder, let others):
            Sentence(
                en:
                    "the template “\(name)” needs template.toml and message.txt in \(folder)/\(name); "
                    + "there are: \(others.joined(separator: ", "))",
                de:
                    "Die Vorlage „\(name)“ braucht template.toml und message.txt in \(folder)/\(name); "
                    + "es gibt: \(others.joined(separator: ", "))"
            )
        case .notShipped(let folder):
            Sentence(
                en: "the folder \(folder) did not come along with the program",
                de: "Der Ordner \(folder) ist nicht beim Programm"
            )
        case .nowhere, .notText, .unreadable, .writableByAll, .notTrusted, .anotherPlace,
            .variableNotSet, .passwordUnreadable, .passwordReadableByOthers, .passwordEmpty,
            .certificatesUnreadable, .clientCertificateUnreadable, .clientKeyUnreadable,
            .clientKeyReadableByOthers, .noCredentials, .officeKeyUnreadable,
            .officeKeyReadableByOthers, .noOfficeKey:
            .empty
        }
    }
}
