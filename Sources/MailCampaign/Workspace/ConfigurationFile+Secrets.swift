import Foundation
package import MailCore
import MailJournal

/// The secrets that the configuration names; each is read when it is needed, and kept nowhere.
extension ConfigurationFile {
    /// The relay with its secret.
    ///
    /// - Throws: `ConfigurationError` if the password cannot be had, or its file can be read by others.
    package func relay() throws -> Relay {
        try relay(login: login(), caFile: settings.relay.caFile.map(readable))
    }

    /// The relay as far as one gets without its secret.
    func relay(login: Login?, caFile: String?) -> Relay {
        let relay = settings.relay
        return Relay(
            host: relay.host,
            port: relay.port,
            security: relay.security,
            login: login,
            caFile: caFile,
            clientName: relay.clientName ?? hostName().flatMap(ClientName.init)
        )
    }

    /// - Throws: `ConfigurationError` if the password cannot be had, or its file can be read by others.
    func login() throws -> Login? {
        guard let username = settings.relay.username, let source = settings.relay.password else {
            return nil
        }
        return Login(username: username, password: try password(from: source))
    }

    private func password(from source: RelaySettings.PasswordSource) throws -> Password {
        switch source {
        case .environment(let name):
            guard let text = environment[name], !text.isEmpty else {
                throw ConfigurationError.variableNotSet(name)
            }
            return Password(text)
        case .file(let file): return try password(in: resolve(file))
        case .credential(let name):
            return try password(
                in: credential(name, of: .relayPasswordCredential),
                key: .relayPasswordCredential,
                isGuarded: true
            )
        }
    }

    private func password(
        in path: String,
        key: SettingsKey = .relayPasswordFile,
        isGuarded: Bool = false
    ) throws -> Password {
        guard let file = SecretFile(at: path) else {
            throw ConfigurationError.passwordUnreadable(path, FileObstacle(at: path), key: key)
        }
        guard isGuarded || !file.isOpenToOthers else {
            throw ConfigurationError.passwordReadableByOthers(path)
        }
        let text = file.text.trimmingCharacters(in: .newlines)
        guard !text.isEmpty else {
            throw ConfigurationError.passwordEmpty(path, key: key)
        }
        return Password(text)
    }

    /// Where the service manager has put a credential.
    ///
    /// Who may read it is its care; it may do that by access control lists.
    private func credential(_ name: String, of key: SettingsKey) throws -> String {
        guard let folder = environment["CREDENTIALS_DIRECTORY"] else {
            throw ConfigurationError.noCredentials(name, key: key)
        }
        return "\(folder)/\(name)"
    }

    /// - Throws: `ConfigurationError` if the file cannot be read.
    func readable(_ file: String) throws -> String {
        let path = resolve(file)
        guard let obstacle = FileObstacle(at: path) else { return path }
        throw ConfigurationError.certificatesUnreadable(path, obstacle)
    }

    /// The office's own key; nil if the configuration names none.
    ///
    /// - Throws: `ConfigurationError` if it cannot be had, or others can read it.
    func officeKey() throws -> OfficeKey? {
        switch settings.keys.office {
        case nil: nil
        case .file(let file): try officeKey(in: resolve(file))
        case .credential(let name):
            try officeKey(in: credential(name, of: .stateOfficeKeyCredential), isGuarded: true)
        }
    }

    /// The office's key in a file.
    ///
    /// - Parameters:
    ///   - path: Of the file.
    ///   - isGuarded: Whether somebody else sees to it that nobody reads it.
    /// - Returns: The key.
    /// - Throws: `ConfigurationError` if it cannot be had, or others can read it.
    func officeKey(in path: String, isGuarded: Bool = false) throws -> OfficeKey {
        guard let file = SecretFile(at: path) else {
            throw ConfigurationError.officeKeyUnreadable(path, FileObstacle(at: path))
        }
        guard isGuarded || !file.isOpenToOthers else {
            throw ConfigurationError.officeKeyReadableByOthers(path)
        }
        guard let key = OfficeKey(file.text) else {
            throw ConfigurationError.noOfficeKey(path)
        }
        return key
    }
}
