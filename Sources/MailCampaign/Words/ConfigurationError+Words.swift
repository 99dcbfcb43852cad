package import MailCore

extension ConfigurationError: PrintableError {
    package var words: Printable {
        switch self {
        case .nowhere(let places):
            "there is no configuration; looked for \(places.joined(separator: ", ")); give one "
                + "with --config FILE (Examples/einzelpost.toml is a beginning)"
        case .notText(let path):
            "\(path): is not UTF-8 text; open it in a text editor and save it as UTF-8"
        case .unreadable(let path, let obstacle):
            "\(path): \(obstacle.words); name the configuration with --config FILE"
        case .writableByAll(let path):
            "\(path): everybody on this machine could write to it, and so lead the mail elsewhere; run: "
                + "chmod go-w '\(path)'"
        case .notTrusted(let path, let account):
            "\(path): when the program runs as \(account), its configuration must be owned by root "
                + "or by that account, and nobody else may be able to write to it"
        case .anotherPlace(let path, let place, let account):
            "\(path): the program runs as \(account), which takes its configuration from \(place) "
                + "alone; leave --config out, or run the program from your own account"
        case .variableNotSet(let name):
            "relay.password_env: the variable \(name) is not set; set it where the program is started, or "
                + "write the password into a file (password_file)"
        case .passwordUnreadable(let path, let obstacle, let key):
            "\(key.rawValue): \(path): \(obstacle.words)"
        case .passwordReadableByOthers(let path):
            "relay.password_file: \(path) can be read by others; run: chmod 600 '\(path)'"
        case .passwordEmpty(let path, let key):
            "\(key.rawValue): \(path) is empty; write the password into its first line"
        case .certificatesUnreadable(let path, let obstacle): "relay.ca_file: \(path): \(obstacle)"
        case .clientCertificateUnreadable(let path, let obstacle):
            "relay.client_certificate: \(path): \(obstacle)"
        case .clientKeyUnreadable(let path, let obstacle):
            "relay.client_key: \(path): \(obstacle.words)"
        case .clientKeyReadableByOthers(let path):
            "relay.client_key: \(path) can be read by others; run: chmod 600 '\(path)'"
        case .officeKeyUnreadable(let path, let obstacle):
            "the office's key \(path): \(obstacle.words)"
        case .officeKeyReadableByOthers(let path):
            "the office's key \(path) can be read by others; run: chmod 600 '\(path)'"
        case .noOfficeKey(let path):
            "the office's key \(path) is not one: it must be 64 hexadecimal digits, for example from: "
                + "openssl rand -hex 32"
        case .noCredentials(let name, let key):
            "\(key.rawValue): the credential “\(name)” is only there under systemd, whose unit "
                + "says LoadCredential=\(name):/path; run the program by its unit, or name a file"
        case .noTemplates(let origin, let folder):
            "the folder of templates is missing: \(folder) (\(origin.words)); name one that is there"
        case .templatesNotShipped:
            "no templates came along with the program; name a folder of them with --templates DIR, or "
                + "with templates in [content] of the configuration"
        case .noTemplateIn(let folder):
            "there is no template in \(folder): each is a folder with template.toml and message.txt"
        case .templateNotText(let path): "\(path): is not UTF-8 text; save it as UTF-8"
        case .templateIncomplete(let name, let folder, let others):
            "the template “\(name)” needs template.toml and message.txt in \(folder)/\(name); "
                + "there are: \(others.joined(separator: ", "))"
        case .notShipped(let folder): "the folder \(folder) did not come along with the program"
        }
    }
}

extension FileObstacle? {
    /// What is nil has passed meanwhile.
    var words: Printable { self?.words ?? "could not be read; try again" }
}
