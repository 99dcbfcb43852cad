import Foundation
import Glibc
import MailJournal

/// A folder that a command fills for the operator with files that name people.
///
/// Everything happens relative to one open descriptor, and no file is ever followed or overwritten,
/// so nobody can have planted a link there, or put another folder in its place meanwhile.
final class PrivateFolder {
    private let path: String
    private let descriptor: Int32

    /// Makes the folder, or takes one of our own that nobody else can write to.
    ///
    /// - Parameters:
    ///   - path: Where; its last part must not be a link.
    ///   - isHidden: Whether nobody else may read it either.
    /// - Throws: `FileError`.
    init(at path: String, isHidden: Bool = false) throws {
        self.path = path
        let plain = PrivatePath.plain(path)
        guard PrivatePath.makeFolder(plain) else { throw FileError.folderNotCreated(path) }
        descriptor = open(plain, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.folderNotSafe(path, .link) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_uid == geteuid() else {
            throw FileError.folderNotSafe(path, .foreign)
        }
        guard status.st_mode & (isHidden ? 0o077 : 0o022) == 0 else {
            throw FileError.folderNotSafe(path, .shared)
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    var isEmpty: Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
    }

    /// Writes a new file, for its owner alone.
    func write(_ octets: [UInt8], as name: String) throws {
        let place = "\(path)/\(name)"
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = openat(descriptor, name, flags, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST
                ? FileError.isThere(place, .folder)
                : FileError.messageNotWritten(place, code: Int(errno))
        }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(octets))
        } catch {
            let code = (error as NSError).code
            unlinkat(descriptor, name, 0)
            throw FileError.messageNotWritten(place, code: code)
        }
    }
}
