import Foundation
package import MailCore
import MailJournal

/// The secrets that the configuration names; each is read when it is needed, and kept nowhere.
extension ConfigurationFile {
    /// What is needed to get into the relay; a token is fetched by the way.
    ///
    /// - Parameter runCommand: Runs a program (`Surroundings.runCommand`).
    /// - Returns: The relay, and where its tokens come from.
    /// - Throws: `ConfigurationError` or `TokenError` if a secret cannot be had, or others can read its file.
    package func access(
        runCommand: @escaping Surroundings.CommandRunner
    ) async throws -> RelayAccess {
        let relay = relay(
            login: try password(),
            caFile: try settings.relay.caFile.map(readable),
            own: try clientCertificate()
        )
        guard let tokens = tokens(runCommand: runCommand) else { return RelayAccess(to: relay) }
        _ = try await tokens.login()
        return RelayAccess(to: relay, with: tokens)
    }

    /// The relay as far as one gets with what could be had.
    func relay(
        login: Login?,
        caFile: String?,
        own: TLSDemands.ClientCertificate?
    ) -> Relay {
        let relay = settings.relay
        return Relay(
            host: relay.host,
            port: relay.port,
            security: relay.security,
            login: login,
            caFile: caFile,
            clientName: relay.clientName ?? hostName().flatMap(ClientName.init),
            tls: TLSDemands(
                profile: relay.tls.profile,
                pinnedKey: relay.tls.pinnedKey,
                clientCertificate: own
            )
        )
    }

    /// A login with a password; nil without one.
    ///
    /// - Throws: `ConfigurationError` if the password cannot be had, or its file can be read by others.
    package func password() throws -> Login? {
        guard let account = settings.relay.account, case .password(let source) = account.proof
        else { return nil }
        return Login(
            username: account.username,
            proof: .password(try password(from: source)),
            by: account.mechanism
        )
    }

    /// Where logins with a token come from; nil without one.
    func tokens(runCommand: @escaping Surroundings.CommandRunner) -> TokenKeeper? {
        guard let account = settings.relay.account, case .token(let source) = account.proof
        else { return nil }
        let reader = TokenReader(environment: environment, runCommand: runCommand)
        return TokenKeeper(of: account) { [resolve] () async throws(TokenError) in
            switch source {
            case .file(let path): try reader.token(in: resolve(path))
            case .command(let words): try await reader.token(from: words)
            }
        }
    }

    /// Our own certificate; nil if the configuration names none.
    ///
    /// - Throws: `ConfigurationError` if one of its files cannot be read, or others can read the key.
    func clientCertificate() throws -> TLSDemands.ClientCertificate? {
        guard let named = settings.relay.tls.clientCertificate else { return nil }
        let (path, key) = (resolve(named.path), resolve(named.key))
        if let obstacle = FileObstacle(at: path) {
            throw ConfigurationError.clientCertificateUnreadable(path, obstacle)
        }
        guard let file = SecretFile(at: key) else {
            throw ConfigurationError.clientKeyUnreadable(key, FileObstacle(at: key))
        }
        guard !file.isOpenToOthers else { throw ConfigurationError.clientKeyReadableByOthers(key) }
        return TLSDemands.ClientCertificate(path: path, key: key)
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
