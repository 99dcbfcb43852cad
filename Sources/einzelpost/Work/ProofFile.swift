import Foundation
import Glibc

/// The file a proof is written to or read from.
enum ProofFile {
    /// Checked before anything is done, and again when it is written.
    static func checkIsNew(_ path: String) throws {
        var info = stat()
        guard lstat(path, &info) != 0 else {
            throw Failure(.usage, "\(path) is there already; give a new file: --output FILE")
        }
    }

    /// Writes a new file for its owner alone, complete or not at all.
    static func write(_ octets: [UInt8], to path: String) throws {
        let draft = path + ".new"
        let mode = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(draft, mode, 0o600)
        guard descriptor >= 0 else {
            throw Failure(.usage, "\(draft): cannot be created; give another --output FILE")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(octets))
            try handle.synchronize()
        } catch {
            unlink(draft)
            throw Failure(.usage, "\(path): cannot be written; the disk may be full")
        }
        do {
            try checkIsNew(path)
        } catch {
            unlink(draft)
            throw error
        }
        guard rename(draft, path) == 0 else {
            unlink(draft)
            throw Failure(.usage, "\(path): cannot be created; give another --output FILE")
        }
    }

    /// - Throws: `Failure` (65) if it cannot be read.
    static func read(_ path: String) throws -> [UInt8] {
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
            let data = FileManager.default.contents(atPath: path)
        else { throw Failure(.input, "\(path): cannot be read; it must be a plain file") }
        return Array(data)
    }
}
