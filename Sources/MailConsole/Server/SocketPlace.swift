import Glibc
import MailCampaign

/// The file of a socket, in a folder that nobody else can put anything into, and which only the proxy can pass.
struct SocketPlace: Sendable {
    private let path: String
    private let trust: ProxyTrust

    /// - Parameters:
    ///   - path: Of the socket. What a process that was killed has left there goes.
    ///   - trust: Whose proxy it is for.
    /// - Throws: `ServingError`.
    init(at path: String, for trust: ProxyTrust) throws(ServingError) {
        self.path = path
        self.trust = trust
        guard path.utf8.count < Self.room else { throw .pathTooLong(path) }
        try checkFolder()
        try takeAwayLeftover()
    }

    /// Of `sun_path`, with its end (unix(7)).
    private static let room = 108

    private var isOwnProxy: Bool { trust.user == getuid() }

    private func checkFolder() throws(ServingError) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        var info = stat()
        guard lstat(folder, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
            throw .noFolder(folder)
        }
        guard info.st_uid == getuid(), info.st_mode & 0o027 == 0 else {
            throw .folderNotPrivate(folder)
        }
        guard isOwnProxy || info.st_gid == trust.group && info.st_mode & 0o010 != 0 else {
            throw .folderClosed(folder, group: trust.group)
        }
    }

    private func takeAwayLeftover() throws(ServingError) {
        var info = stat()
        guard lstat(path, &info) == 0 else { return }
        guard info.st_mode & S_IFMT == S_IFSOCK, info.st_uid == getuid() else {
            throw .notASocket(path)
        }
        guard !Self.isAnswered(path) else { throw .inUse(path) }
        unlink(path)
    }

    /// Whether a process listens there.
    private static func isAnswered(_ path: String) -> Bool {
        let descriptor = socket(
            AF_UNIX,
            Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue),
            0
        )
        guard descriptor >= 0 else { return true }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    /// Lets the proxy in; until then the process's mask has kept everybody out.
    ///
    /// - Throws: `ServingError` if it cannot be given to the proxy's group.
    func open() throws(ServingError) {
        guard !isOwnProxy else {
            chmod(path, 0o600)
            return
        }
        var info = stat()
        let isGroups = lstat(path, &info) == 0 && info.st_gid == trust.group
        guard isGroups || chown(path, uid_t.max, trust.group) == 0 else {
            throw .notOfGroup(path, group: trust.group)
        }
        chmod(path, 0o660)
    }

    func remove() { unlink(path) }
}
