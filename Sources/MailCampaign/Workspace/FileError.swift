import Glibc
package import MailCore

/// A file or folder that somebody named and that cannot be used.
package enum FileError: Error, Hashable, Sendable {
    case missing(String)
    case notPlain(String)
    case unreadable(String, FileObstacle)
    case changedWhileRead(String)
    /// It is packed, and what is in it cannot be had to its end.
    case damagedArchive(String)
    /// A new file was asked for.
    case isThere(String, Kind)
    case draftLeft(String)
    case cannotBeCreated(String, CreationObstacle)
    case notWritten(String)
    case folderNotCreated(String)
    /// Files that name people must not go there.
    case folderNotSafe(String, FolderFlaw)
    /// With the system's code.
    case messageNotWritten(String, code: Int)

    /// Why a file cannot be made in a folder.
    package enum CreationObstacle: Hashable, Sendable {
        /// There is no such folder.
        case folderMissing(String)
        /// This account may not write there.
        case forbidden(String)
        /// The path names a folder.
        case noName
        /// With the system's code.
        case other(code: Int32)

        /// - Parameters:
        ///   - folder: Where the file should be made.
        ///   - code: What the system said.
        init(in folder: String, code: Int32) {
            self =
                switch code {
                case ENOENT, ENOTDIR: .folderMissing(folder)
                case EACCES, EPERM, EROFS: .forbidden(folder)
                default: .other(code: code)
                }
        }
    }

    /// Why a folder is not safe.
    package enum FolderFlaw: Hashable, Sendable {
        case link, foreign
        /// Others can write to it, or read what must be hidden.
        case shared
    }

    /// What somebody should name differently.
    package enum Kind: Hashable, Sendable { case file, folder }
}
