import Foundation
import Glibc

/// The directory that kept transactions go to.
///
/// Everything happens relative to one open descriptor, so that nobody can put another directory
/// in its place meanwhile.
final class MessageFolder: Sendable {
    private let descriptor: Int32

    init(path: String) throws {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw RehearsalError("open the directory", path) }
        self.descriptor = descriptor
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw RehearsalError("examine", path) }
        guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else {
            throw RehearsalError("keep messages in", path, because: "others may read it")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        guard !names.contains(where: Self.isOurs) else {
            throw RehearsalError("keep messages in", path, because: "it holds messages already")
        }
    }

    deinit { close(descriptor) }

    /// Remains of a killed rehearsal count as messages, too.
    private static func isOurs(_ name: String) -> Bool {
        name.contains(".eml") || name.contains(".envelope.json")
    }

    /// Writes both files of a transaction.
    ///
    /// The message comes last: whoever sees an `.eml` finds its envelope beside it.
    func keep(_ transaction: RehearsalTransaction, number: Int, connection: Int) throws {
        let envelope = EnvelopeRecord(transaction, number: number, connection: connection)
        try write(envelope.json(), as: "\(number.sixDigits).envelope.json")
        try write(transaction.message, as: "\(number.sixDigits).eml")
    }

    /// A file appears under its name when it is complete, or not at all.
    private func write(_ bytes: some ContiguousBytes, as name: String) throws {
        let temporary = ".\(name).partial"
        do {
            try create(temporary, holding: bytes)
            guard renameat(descriptor, temporary, descriptor, name) == 0 else {
                throw RehearsalError("rename", temporary)
            }
        } catch {
            unlinkat(descriptor, temporary, 0)
            throw error
        }
    }

    /// No fsync: a rehearsal promises nothing beyond a power cut, a relay would.
    private func create(_ name: String, holding bytes: some ContiguousBytes) throws {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = openat(descriptor, name, flags, 0o600)
        guard file >= 0 else { throw RehearsalError("create", name) }
        defer { close(file) }
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let next = UnsafeRawBufferPointer(rebasing: rest)
                let count = Glibc.write(file, next.baseAddress, next.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw RehearsalError("write", name) }
                rest = rest.dropFirst(count)
            }
        }
    }
}
