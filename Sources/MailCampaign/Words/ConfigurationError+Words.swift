package import MailCore

extension ConfigurationError: PrintableError {
    package var words: Printable {
        switch self {
        case .nowhere(let places):
            "there is no configuration; looked for \(places.joined(separator: ", ")); give one "
                + "with --config FILE (Examples/einzelpost.toml is a beginning)"
        case .notText(let path): "\(path): cannot be read as UTF-8 text"
        case .notTrusted(let path, let account):
            "\(path): when the program runs as \(account), its configuration must be owned by root "
                + "or by that account, and nobody else may be able to write to it"
        case .anotherPlace(let path, let place, let account):
            "\(path): the program runs as \(account), which takes its configuration from \(place) "
                + "alone; leave --config out, or run the program from your own account"
        case .variableNotSet(let name): "relay.password_env: the variable \(name) is not set"
        case .passwordUnreadable(let path): "relay.password_file: \(path) cannot be read"
        case .passwordReadableByOthers(let path):
            "relay.password_file: \(path) can be read by others; run: chmod 600 '\(path)'"
        case .passwordEmpty(let path): "relay.password_file: \(path) is empty"
        case .certificatesUnreadable(let path): "relay.ca_file: \(path) cannot be read"
        case .officeKeyUnreadable(let path): "the office's key \(path) cannot be read"
        case .officeKeyReadableByOthers(let path):
            "the office's key \(path) can be read by others; run: chmod 600 '\(path)'"
        case .noOfficeKey(let path):
            "the office's key \(path) is not one: it must be 64 hexadecimal digits, for example from: "
                + "openssl rand -hex 32"
        case .noCredentials(let name):
            "state.office_key_credential: the credential “\(name)” is only there under systemd, whose unit "
                + "says LoadCredential=\(name):/path; run the program by its unit, or name a file"
        case .noTemplates(let folder):
            "the folder of templates is missing: \(folder); give it with --templates DIR"
        case .templateNotText(let path): "\(path): is not UTF-8 text"
        case .templateIncomplete(let name, let folder, let others):
            "the template “\(name)” needs template.toml and message.txt in \(folder)/\(name); "
                + "there are: \(others.joined(separator: ", "))"
        case .notShipped(let folder): "the folder \(folder) did not come along with the program"
        }
    }
}
