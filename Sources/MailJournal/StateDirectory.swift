import Foundation
import Glibc
package import MailCore

/// The folder that holds the journal and its lock: for its owner's eyes only.
///
/// It is refused rather than repaired when somebody else could read it or have put it
/// there. While a value lives, no other process can have one for the same folder.
package final class StateDirectory: Sendable {
    package let path: String
    private let lock: Int32

    package var journalPath: String { path + "/journal.sqlite" }
    var signingKeyPath: String { Self.signingKeyPath(in: path) }
    /// The same for a folder that another process holds.
    package static func signingKeyPath(in path: String) -> String { path + "/signing-key" }
    /// Where the keys are, unless the configuration names another place.
    package var keysPath: String { Self.keysPath(in: path) }
    /// The same for a folder that another process holds.
    package static func keysPath(in path: String) -> String { path + "/keys" }
    /// Sums of a running campaign for `status` in another process; no personal data.
    package var progressPath: String { path + "/progress.json" }
    /// How the journal was left (`ClosingMark`); no personal data.
    var closingMarkPath: String { path + "/closing-mark" }
    /// What a process says of itself that waits to send; no personal data.
    package static func countdownPath(in path: String) -> String {
        PrivatePath.plain(path) + "/countdown.json"
    }

    /// Checks or creates the folder, and takes its lock.
    ///
    /// - Throws: `StateDirectoryError`: unsafe (exit code 73) or in use (75).
    package init(at path: String) throws(StateDirectoryError) {
        let path = PrivatePath.plain(path)
        self.path = path
        guard PrivatePath.makeFolder(path) else {
            throw .unsafe(
                path,
                PrivatePath.whyNotMade(path)
            )
        }
        if let fault = PrivatePath.fault(ofFolder: path) { throw .unsafe(path, fault) }
        let names = [
            "journal.sqlite", "journal.sqlite-wal", "keys", "lock", "progress.json", "signing-key",
            "countdown.json", "closing-mark",
        ]
        for name in try names + Self.backups(in: path) {
            let file = "\(path)/\(name)"
            if let fault = PrivatePath.fault(ofFile: file) { throw .unsafe(file, fault) }
        }
        lock = try Self.takeLock("\(path)/lock")
    }

    deinit {
        // Closing gives the lock back.
        close(lock)
    }

    /// Whether the folder is there at all; nothing is created.
    package static func exists(at path: String) -> Bool { PrivatePath.exists(path) }

    /// Copies of the journal from before a migration.
    private static func backups(in path: String) throws(StateDirectoryError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw .unsafe(path, Sentence(en: "cannot be read", de: "ist nicht lesbar"))
        }
        return names.filter { $0.hasPrefix(JournalBackup.prefix) }
    }

    /// Our own lock file, never SQLite's: closing any descriptor of a database file would drop
    /// SQLite's locks (sqlite.org/howtocorrupt.html, section 2.2).
    private static func takeLock(_ path: String) throws(StateDirectoryError) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unsafe(path, Sentence(en: "cannot be created", de: "lässt sich nicht anlegen"))
        }
        guard PatientLock.take(descriptor) else {
            close(descriptor)
            throw .inUse(path)
        }
        let name = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        pwrite(descriptor, name, name.count, 0)
        return descriptor
    }

    /// The process that holds the lock of a folder, as it has written it there; nil if none has.
    package static func holder(of path: String) -> Int32? {
        let text = FileManager.default.contents(atPath: "\(PrivatePath.plain(path))/lock")
        return text.flatMap { Int32(String(decoding: $0, as: UTF8.self).filter(\.isNumber)) }
    }
}

/// Why a state directory cannot be used.
package enum StateDirectoryError: PrintableError, Hashable, Sendable {
    /// Exit code 73.
    case unsafe(String, Sentence)
    /// Exit code 75.
    case inUse(String)

    package var words: Sentence {
        switch self {
        case .unsafe(let path, let reason):
            Sentence(
                en: "state directory: \(path) \(reason)",
                de: "Zustandsverzeichnis: \(path) \(reason)"
            )
        case .inUse:
            Sentence(
                en:
                    "another einzelpost is working in this state directory, or in a copy of it; wait until "
                    + "it has ended, look at it with: einzelpost status, or stop it with: einzelpost stop CAMPAIGN",
                de:
                    "Ein anderes einzelpost arbeitet gerade in diesem Zustandsverzeichnis oder in einer Kopie davon. "
                    + "Bitte warten Sie, bis es fertig ist; ansehen: einzelpost status, anhalten: "
                    + "einzelpost stop AKTION"
            )
        }
    }
}
