import Foundation
import Glibc
import MailCore

/// What keeps a folder or file from being its owner's alone, in words that follow its path.
///
/// Nothing is repaired: who could read or plant something may have done so already.
package enum PrivatePath {
    /// Without what would lead through a symbolic link at its end: `state/` and `state/.`.
    package static func plain(_ path: String) -> String {
        var plain = Substring(path)
        while plain.count > 1, plain.hasSuffix("/") || plain.hasSuffix("/.") {
            plain = plain.dropLast(plain.hasSuffix("/") ? 1 : 2)
        }
        return plain.isEmpty ? "/" : String(plain)
    }

    static func exists(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0
    }

    /// Makes a folder that only its owner can enter, with those above it; one that is there stays as it is.
    ///
    /// - Returns: Whether it is there now.
    package static func makeFolder(_ path: String) -> Bool {
        guard !exists(path) else { return true }
        return
            (try? FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )) != nil
    }

    /// Why a folder could not be made.
    static func whyNotMade(_ path: String) -> Sentence {
        let own = accountName(geteuid())
        var parent = path
        repeat {
            parent = URL(filePath: parent).deletingLastPathComponent().path(percentEncoded: false)
        } while !exists(parent) && parent != "/"
        // As the process acts (faccessat(2)), not as whoever started it.
        guard faccessat(AT_FDCWD, parent, W_OK | X_OK, AT_EACCESS) == 0 else {
            return Sentence(
                en: "cannot be created: the account \(own) may not write to \(parent)",
                de: "lässt sich nicht anlegen: Das Konto \(own) darf in \(parent) nichts anlegen"
            )
        }
        return Sentence(
            en: "cannot be created; check the path and its owner",
            de: "lässt sich nicht anlegen; prüfen Sie den Pfad und wem er gehört"
        )
    }

    /// Nil for a folder of our own, on a local disk, that nobody else can enter.
    static func fault(ofFolder path: String) -> Sentence? {
        var info = stat()
        guard lstat(path, &info) == 0 else { return Self.notExamined }
        guard info.st_mode & S_IFMT == S_IFDIR else {
            return Sentence(
                en: "is not a folder; a symbolic link is refused, too",
                de: "ist kein Ordner; auch eine Verknüpfung wird nicht angenommen"
            )
        }
        guard info.st_uid == geteuid() else {
            let owner = accountName(info.st_uid)
            return Sentence(
                en:
                    "belongs to another user (\(owner)); run as that one: sudo -u \(owner) einzelpost",
                de:
                    "gehört einem anderen Konto (\(owner)); starten Sie das Programm unter diesem: sudo -u \(owner) einzelpost"
            )
        }
        guard info.st_mode & 0o077 == 0 else {
            // Closing a folder that others use would harm them.
            return isOurs(path)
                ? Sentence(
                    en: "can be entered by others; run: chmod 700 '\(path)'",
                    de: "ist auch für andere zugänglich; das behebt: chmod 700 '\(path)'"
                )
                : Sentence(
                    en: "can be entered by others and holds other files; name a folder of its own",
                    de:
                        "ist auch für andere zugänglich und enthält anderes; nennen Sie einen eigenen Ordner"
                )
        }
        guard !isOnNetwork(path) else {
            return Sentence(
                en: "is on a network file system; use a local disk",
                de: "liegt auf einem Netzlaufwerk; nehmen Sie einen lokalen Datenträger"
            )
        }
        return nil
    }

    /// Nil for a plain file of our own that nobody else can read, and where there is none.
    static func fault(ofFile path: String) -> Sentence? {
        var info = stat()
        guard lstat(path, &info) == 0 else {
            return errno == ENOENT ? nil : Self.notExamined
        }
        guard info.st_mode & S_IFMT == S_IFREG, info.st_nlink == 1 else {
            return Sentence(
                en: "is not a plain file with one name; a link is refused",
                de:
                    "ist keine einfache Datei mit genau einem Namen; Verknüpfungen werden nicht angenommen"
            )
        }
        guard info.st_uid == geteuid() else {
            let (owner, own) = (accountName(info.st_uid), accountName(geteuid()))
            return Sentence(
                en:
                    "belongs to another user (\(owner)), and its folder to \(own); run, as \(owner) or root: "
                    + "chown \(own): '\(path)'",
                de:
                    "gehört einem anderen Konto (\(owner)), der Ordner aber \(own); als \(owner) oder root behebt das: "
                    + "chown \(own): '\(path)'"
            )
        }
        guard info.st_mode & 0o077 == 0 else {
            return Sentence(
                en: "can be read by others; run: chmod 600 '\(path)'",
                de: "ist auch für andere lesbar; das behebt: chmod 600 '\(path)'"
            )
        }
        return nil
    }

    private static var notExamined: Sentence {
        let own = accountName(geteuid())
        return Sentence(
            en: "cannot be examined: the account \(own) may not enter a folder above it",
            de: "lässt sich nicht prüfen: Das Konto \(own) darf einen Ordner darüber nicht betreten"
        )
    }

    /// Its number where it has no name.
    private static func accountName(_ user: UInt32) -> String {
        getpwuid(user).map { String(cString: $0.pointee.pw_name) } ?? "\(user)"
    }

    /// Whether nothing lies there, or what this program keeps.
    private static func isOurs(_ folder: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return folder != "/" && (names.isEmpty || names.contains("journal.sqlite"))
    }

    /// Locks cannot be trusted on network file systems (sqlite.org/howtocorrupt.html, section 2.1).
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
}

/// Takes a lock that another process may hold for a moment only, such as a glance of `status`.
enum PatientLock {
    /// - Returns: Whether it was had within half a second.
    static func take(_ descriptor: Int32) -> Bool {
        for _ in 0..<10 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(50_000)
        }
        return false
    }
}
