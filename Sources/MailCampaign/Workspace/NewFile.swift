import Foundation
import Glibc

/// A file that a command writes for the operator: a new one, for its owner alone, complete or not
/// at all.
package enum NewFile {
    /// Checked before anything is done, and again when it is written.
    package static func check(_ path: String) throws {
        var info = stat()
        guard lstat(path, &info) != 0 else {
            throw FileError.isThere(path, .file)
        }
    }

    package static func write(_ octets: [UInt8], to path: String) throws {
        let draft = path + ".new"
        let mode = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(draft, mode, 0o600)
        guard descriptor >= 0 else {
            throw FileError.draftLeft(draft)
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(octets))
            try handle.synchronize()
        } catch {
            unlink(draft)
            throw FileError.notWritten(path)
        }
        defer { unlink(draft) }
        try check(path)
        // Unlike a rename, a link never takes the place of a file that was made meanwhile.
        guard link(draft, path) == 0 else {
            throw FileError.cannotBeCreated(path)
        }
    }
}
