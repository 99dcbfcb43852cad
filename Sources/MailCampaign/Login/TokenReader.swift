import Foundation
import MailCore

/// Gets tokens from a file, or from the program that the configuration names.
struct TokenReader: Sendable {
    let environment: [String: String]
    let runCommand: Surroundings.CommandRunner

    /// - Throws: `TokenError` if there is none, or others can read the file.
    func token(in path: String) throws(TokenError) -> AccessToken {
        guard let file = SecretFile(at: path) else {
            throw .fileUnreadable(path, FileObstacle(at: path))
        }
        guard !file.isOpenToOthers else { throw .fileOpenToOthers(path) }
        guard let token = AccessToken(file.text.trimmed) else {
            throw .notInFile(path)
        }
        return token
    }

    /// - Throws: `TokenError` if the program cannot be trusted, or gives none.
    func token(from words: [String]) async throws(TokenError) -> AccessToken {
        let program = words.first ?? ""
        if let obstacle = FileObstacle(at: program) {
            throw .programMissing(program, obstacle)
        }
        guard ConfigurationCaution(of: program)?.isProgramOfOthers != true else {
            throw .programOpenToOthers(program)
        }
        let command = OutsideCommand(
            words: words,
            environment: Self.environment(from: environment)
        )
        switch await runCommand(command) {
        case .printed(let octets):
            guard let token = AccessToken(String(decoding: octets, as: UTF8.self).trimmed) else {
                throw .notPrinted(by: program)
            }
            return token
        case .failed(let failure): throw .programFailed(program, failure)
        }
    }

    /// What such programs need to find their own settings, their agent and their secret; nothing else that
    /// this process was given, a password among it.
    private static func environment(from own: [String: String]) -> [String: String] {
        let kept = [
            "HOME", "USER", "LOGNAME", "LANG", "TZ", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "DBUS_SESSION_BUS_ADDRESS",
            "CREDENTIALS_DIRECTORY",
        ]
        var variables = own.filter { kept.contains($0.key) }
        variables["PATH"] = "/usr/local/bin:/usr/bin:/bin"
        return variables
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension ConfigurationCaution {
    /// Whether whoever can change the program could have it called in the office's name.
    fileprivate var isProgramOfOthers: Bool {
        switch self {
        case .everybodyWrites, .groupWrites, .foreignOwner: true
        }
    }
}
