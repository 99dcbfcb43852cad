import Foundation
import Glibc

/// The folder that holds the journal, its lock and the flight record: for its owner's eyes only.
///
/// It is refused rather than repaired when somebody else could read it or have put it
/// there. While a value lives, no other process can have one for the same folder.
package final class StateDirectory: Sendable {
    package let path: String
    private let lock: Int32

    package var journalPath: String { path + "/journal.sqlite" }
    package var flightPath: String { path + "/flight" }
    var signingKeyPath: String { path + "/signing-key" }
    /// Sums of a running campaign for `status` in another process; no personal data.
    package var progressPath: String { path + "/progress.json" }

    /// Checks or creates the folder, and takes its lock.
    ///
    /// - Throws: `StateDirectoryError`: unsafe (exit code 73) or in use (75).
    package init(at path: String) throws(StateDirectoryError) {
        // With a slash behind it, a symbolic link would be followed instead of seen.
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
        try Self.create(path)
        try Self.checkFolder(path)
        let names = [
            "journal.sqlite", "journal.sqlite-wal", "lock", "flight", "progress.json",
            "signing-key",
        ]
        for name in try names + Self.backups(in: path) { try Self.checkFile("\(path)/\(name)") }
        lock = try Self.takeLock("\(path)/lock")
    }

    deinit {
        // Closing gives the lock back.
        close(lock)
    }

    /// Whether the folder is there at all; nothing is created.
    package static func exists(at path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0
    }

    private static func create(_ path: String) throws(StateDirectoryError) {
        guard !exists(at: path) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw .unsafe(path, "cannot be created; check the path and its owner")
        }
    }

    private static func checkFolder(_ path: String) throws(StateDirectoryError) {
        let info = try attributes(of: path)
        guard info.st_mode & S_IFMT == S_IFDIR else {
            throw .unsafe(path, "is not a folder; a symbolic link is refused, too")
        }
        try checkOwner(info, path: path, advice: "chmod 700")
        guard !isOnNetwork(path) else {
            throw .unsafe(path, "is on a network file system; use a local disk")
        }
    }

    /// Copies of the journal from before a migration.
    private static func backups(in path: String) throws(StateDirectoryError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw .unsafe(path, "cannot be read")
        }
        return names.filter { $0.hasPrefix(JournalBackup.prefix) }
    }

    /// SQLite's locks cannot be trusted on network file systems
    /// (sqlite.org/howtocorrupt.html, section 2.1).
    private static func isOnNetwork(_ path: String) -> Bool {
        let network = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs"]
        let real = URL(filePath: path).resolvingSymlinksInPath().path()
        let mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
        var nearest = (point: "", type: "")
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count > 2 else { continue }
            let prefix = fields[1] == "/" ? "/" : fields[1] + "/"
            if (real + "/").hasPrefix(prefix), fields[1].count >= nearest.point.count {
                nearest = (fields[1], fields[2])
            }
        }
        return network.contains(nearest.type)
    }

    private static func checkFile(_ path: String) throws(StateDirectoryError) {
        guard exists(at: path) else { return }
        let info = try attributes(of: path)
        guard info.st_mode & S_IFMT == S_IFREG, info.st_nlink == 1 else {
            throw .unsafe(path, "is not a plain file with one name; a link is refused")
        }
        try checkOwner(info, path: path, advice: "chmod 600")
    }

    private static func checkOwner(
        _ info: stat,
        path: String,
        advice: String
    ) throws(StateDirectoryError) {
        guard info.st_uid == geteuid() else {
            throw .unsafe(path, "belongs to another user; run as its owner")
        }
        guard info.st_mode & 0o077 == 0 else {
            throw .unsafe(path, "can be read by others; run: \(advice) '\(path)'")
        }
    }

    private static func attributes(of path: String) throws(StateDirectoryError) -> stat {
        var info = stat()
        guard lstat(path, &info) == 0 else { throw .unsafe(path, "cannot be examined") }
        return info
    }

    /// Our own lock file, never SQLite's: closing any descriptor of a database file would drop
    /// SQLite's locks (sqlite.org/howtocorrupt.html, section 2.2).
    private static func takeLock(_ path: String) throws(StateDirectoryError) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unsafe(path, "cannot be created") }
        // A glance of `status` in another terminal holds the lock for a moment only; that must not
        // turn away somebody who wants to resume.
        for _ in 0..<10 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
            usleep(50_000)
        }
        close(descriptor)
        throw .inUse(path)
    }
}

/// Why a state directory cannot be used.
package enum StateDirectoryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Exit code 73.
    case unsafe(String, String)
    /// Exit code 75.
    case inUse(String)

    package var description: String {
        switch self {
        case .unsafe(let path, let reason): "state directory: \(path) \(reason)"
        case .inUse:
            "another einzelpost is working in this state directory; wait until it has ended, "
                + "or look at it with: einzelpost status"
        }
    }
}
