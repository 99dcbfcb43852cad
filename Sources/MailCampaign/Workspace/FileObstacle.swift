import Foundation
import Glibc
package import MailCore

extension FileObstacle {
    /// Nil if nothing stands in the way.
    package init?(at path: String) {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        let code = errno
        guard descriptor < 0 else {
            defer { close(descriptor) }
            var info = stat()
            guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
                return nil
            }
            self = .isFolder
            return
        }
        self =
            switch code {
            case ENOENT, ENOTDIR: Self.isLink(path) ? .brokenLink : .missing
            case ELOOP: .brokenLink
            case EACCES, EPERM:
                Self.closedFolder(above: path).map { .closedFolder($0) } ?? .forbidden
            default: .other(code: code)
            }
    }

    private static func isLink(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
    }

    /// The first folder on the way that this process may not enter.
    private static func closedFolder(above path: String) -> String? {
        let whole =
            path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        var folder = ""
        for part in whole.split(separator: "/").dropLast() {
            folder += "/\(part)"
            // As the process acts (faccessat(2)), not as whoever started it.
            if faccessat(AT_FDCWD, folder, X_OK, AT_EACCESS) != 0 { return folder }
        }
        return nil
    }
}
