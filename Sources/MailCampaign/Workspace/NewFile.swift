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
        close(try folder(of: path))
    }

    package static func write(_ octets: [UInt8], to path: String) throws {
        let folder = try folder(of: path)
        defer { close(folder) }
        let name = URL(filePath: path).lastPathComponent
        let draft = name + ".new"
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = openat(folder, draft, flags, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST
                ? FileError.draftLeft(path + ".new") : cannotBeCreated(path, code: errno)
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(octets))
            try handle.synchronize()
        } catch {
            unlinkat(folder, draft, 0)
            throw FileError.notWritten(path)
        }
        defer { unlinkat(folder, draft, 0) }
        // Unlike a rename, a link never takes the place of a file that was made meanwhile.
        guard linkat(folder, draft, folder, name, 0) == 0 else {
            throw errno == EEXIST
                ? FileError.isThere(path, .file) : cannotBeCreated(path, code: errno)
        }
    }

    private static func parent(of path: String) -> String {
        URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    }

    private static func cannotBeCreated(_ path: String, code: Int32) -> FileError {
        .cannotBeCreated(path, FileError.CreationObstacle(in: parent(of: path), code: code))
    }

    /// The folder that the file goes to, opened once: where everybody can write, and take away what is
    /// not theirs, another file could be put in its place before it is read.
    private static func folder(of path: String) throws -> Int32 {
        let parent = parent(of: path)
        // A file has a name of its own.
        guard !path.hasSuffix("/") else { throw FileError.cannotBeCreated(path, .noName) }
        let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw cannotBeCreated(path, code: errno) }
        var status = stat()
        let isKnown = fstat(folder, &status) == 0
        guard isKnown, status.st_mode & 0o002 == 0 || status.st_mode & 0o1000 != 0 else {
            close(folder)
            throw FileError.folderNotSafe(parent, .shared)
        }
        return folder
    }
}
