package import Foundation
import Glibc
package import MailCore
import MailJournal

/// The configuration file: where it is, and what it says.
package struct ConfigurationFile {
    package let path: String
    package let settings: Settings
    let environment: [String: String]
    let account: Account
    let hostName: @Sendable () -> String?

    /// The zone of the authority, where a configuration is named or there; nil without one.
    package static func timeZone(
        named path: String?,
        in surroundings: Surroundings
    ) throws -> TimeZone? {
        let places = candidates(surroundings)
        guard path != nil || places.contains(where: FileManager.default.fileExists) else {
            return nil
        }
        return try ConfigurationFile(named: path, in: surroundings).settings.timeZone
    }

    /// In which the program is to speak; nil without a configuration that can be used and says so.
    package static func language(named path: String?, in surroundings: Surroundings) -> Language? {
        (try? ConfigurationFile(named: path, in: surroundings))?.settings.language
    }

    /// Reads the file named, or the first of the usual ones that is there.
    ///
    /// Whoever runs the program as a service account must not bring rules of their own, such as
    /// `people = 1`: no other file counts than the one of its place.
    package init(named path: String?, in surroundings: Surroundings) throws {
        if let path, surroundings.account.isService {
            try Self.checkPlace(of: path, in: surroundings)
        }
        let found = try path ?? Self.usual(surroundings)
        guard let data = FileManager.default.contents(atPath: found) else {
            throw ConfigurationError.unreadable(found, FileObstacle(at: found))
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ConfigurationError.notText(found)
        }
        if surroundings.account.isService {
            try Self.checkOwner(of: found, for: surroundings.account)
        }
        environment = surroundings.environment
        account = surroundings.account
        hostName = surroundings.hostName
        self.path = found
        settings = try Settings(toml: text, file: found)
    }

    private static func checkPlace(of path: String, in surroundings: Surroundings) throws {
        let place = servicePlace(surroundings.environment)
        guard URL(filePath: path).standardizedFileURL == URL(filePath: place).standardizedFileURL
        else {
            throw ConfigurationError.anotherPlace(
                path,
                than: place,
                account: surroundings.account.text
            )
        }
    }

    /// Where a service account's configuration is: its unit says so, and nobody else can, since `sudo`
    /// hands on no variable that its rules do not name.
    private static func servicePlace(_ environment: [String: String]) -> String {
        environment["EINZELPOST_CONFIG"] ?? systemPlace
    }

    private static let systemPlace = "/etc/einzelpost/einzelpost.toml"

    private static func checkOwner(of path: String, for account: Account) throws {
        let file = try? FileManager.default.attributesOfItem(
            atPath: URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        )
        let owner = file?[.ownerAccountID] as? NSNumber
        let mode = (file?[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        guard let owner, [0, getuid()].contains(owner.uint32Value), mode & 0o022 == 0 else {
            throw ConfigurationError.notTrusted(path, account: account.text)
        }
    }

    private static func candidates(_ surroundings: Surroundings) -> [String] {
        let environment = surroundings.environment
        guard !surroundings.account.isService else { return [servicePlace(environment)] }
        let home = environment["HOME"] ?? ""
        let user = environment["XDG_CONFIG_HOME"] ?? "\(home)/.config"
        return [
            "einzelpost.toml", "\(user)/einzelpost/einzelpost.toml", systemPlace,
        ]
    }

    private static func usual(_ surroundings: Surroundings) throws -> String {
        let candidates = candidates(surroundings)
        guard let found = candidates.first(where: FileManager.default.fileExists) else {
            throw ConfigurationError.nowhere(candidates)
        }
        return found
    }

    /// A path of the configuration: relative ones begin at the configuration's folder.
    package func resolve(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        let folder = URL(filePath: self.path).deletingLastPathComponent()
        return folder.appending(path: path).standardizedFileURL.path(percentEncoded: false)
    }

    /// The state directory, from the option, the configuration, or the user's own place.
    package func stateDirectory(option: String?) -> String {
        option ?? settings.stateDirectory.map(resolve) ?? "\(ownState)/einzelpost"
    }

    /// The folder of witnesses, from the configuration, the service's place, or the user's own.
    package var witness: String {
        if let path = settings.witness { return resolve(path) }
        return account.isService ? "/var/lib/einzelpost-witness" : "\(ownState)/einzelpost-witness"
    }

    /// Where the keys of what is sealed are; nil for the usual place in the state directory.
    private var keyFile: String? { settings.keys.file.map(resolve) }

    /// Where the key store of a state directory is.
    func keyPath(of directory: StateDirectory) -> String { keyFile ?? directory.keysPath }

    /// The key store of a state directory.
    ///
    /// - Throws: `ConfigurationError` if the office's key cannot be had, `JournalError` if the store cannot
    ///   be used.
    func keys(of directory: StateDirectory) throws -> KeyStore {
        try keys(in: directory.keysPath)
    }

    /// The same of a state directory that another process works in.
    func keys(beside state: String) throws -> KeyStore {
        try keys(in: StateDirectory.keysPath(in: state))
    }

    private func keys(in usual: String) throws -> KeyStore {
        try KeyStore(at: keyFile ?? usual, under: officeKey())
    }

    /// XDG Base Directory Specification, “XDG_STATE_HOME”.
    private var ownState: String {
        environment["XDG_STATE_HOME"] ?? "\(environment["HOME"] ?? "")/.local/state"
    }
}
