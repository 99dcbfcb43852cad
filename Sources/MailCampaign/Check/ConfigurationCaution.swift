import Glibc

/// Who else could change the configuration, and with it where the mail goes.
package enum ConfigurationCaution: Hashable, Sendable {
    case everybodyWrites
    case groupWrites
    /// Neither root nor whoever runs the program owns it; with the owner's number.
    case foreignOwner(UInt32)

    /// Nil for a file that nobody else can change.
    init?(of path: String) {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        self.init(mode: info.st_mode, owner: info.st_uid, own: geteuid())
    }

    /// - Parameters:
    ///   - mode: The file's.
    ///   - owner: The file's.
    ///   - own: The account that runs the program.
    package init?(mode: UInt32, owner: UInt32, own: UInt32) {
        if mode & 0o002 != 0 {
            self = .everybodyWrites
        } else if owner != 0, owner != own {
            self = .foreignOwner(owner)
        } else if mode & 0o020 != 0 {
            self = .groupWrites
        } else {
            return nil
        }
    }
}
