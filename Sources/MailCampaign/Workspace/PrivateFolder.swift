import Foundation
import Glibc

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
        let plain = Self.plain(path)
        try Self.make(plain)
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

    /// Makes a new folder that only its owner can read; one that is there stays as it is.
    private static func make(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) != 0 else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw FileError.folderNotCreated(path)
        }
    }

    /// Without what would lead through a link at its end: `letters/` and `letters/.`.
    private static func plain(_ path: String) -> String {
        var plain = Substring(path)
        while plain.count > 1, plain.hasSuffix("/") || plain.hasSuffix("/.") {
            plain = plain.dropLast(plain.hasSuffix("/") ? 1 : 2)
        }
        return plain.isEmpty ? "/" : String(plain)
    }
}
