import Foundation
import Glibc
package import MailCore

/// The file `signing-key` of the state directory: the authority's key for proofs, in hexadecimal
/// digits.
package enum SigningKey {
    /// The authority's key, and whether it was made just now.
    ///
    /// - Parameters:
    ///   - directory: Its lock is held, so nobody else makes one at the same time.
    ///   - generator: Must be one that nobody can foretell.
    /// - Returns: The key; a new one only where there is no file.
    /// - Throws: `JournalError` if the file is not a plain one for its owner alone, or no key.
    package static func open(
        in directory: StateDirectory,
        using generator: inout some RandomNumberGenerator
    ) throws -> (key: AuthorityKey, isNew: Bool) {
        let path = directory.signingKeyPath
        guard !StateDirectory.exists(at: path) else { return (try read(path), false) }
        let seed = (0..<4).flatMap { _ in
            withUnsafeBytes(of: generator.next() as UInt64) { Array($0) }
        }
        let key = try AuthorityKey(seed: seed)
        try write(seed, to: path)
        return (key, true)
    }

    /// Complete or not at all: a file that was cut short would pass for a lost key.
    private static func write(_ seed: [UInt8], to path: String) throws {
        let draft = path + ".new"
        unlink(draft)
        let mode = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = Glibc.open(draft, mode, 0o600)
        guard descriptor >= 0 else { throw JournalError("\(path) cannot be created") }
        defer { close(descriptor) }
        let text = Array((Hexadecimal.text(of: seed) + "\n").utf8)
        guard Glibc.write(descriptor, text, text.count) == text.count, fsync(descriptor) == 0,
            rename(draft, path) == 0
        else {
            unlink(draft)
            throw JournalError("\(path) cannot be written; the disk may be full")
        }
    }

    private static func read(_ path: String) throws -> AuthorityKey {
        let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw JournalError("\(path) cannot be opened; a symbolic link is refused")
        }
        defer { close(descriptor) }
        try check(descriptor, path)
        var octets = [UInt8](repeating: 0, count: 66)
        let count = Glibc.read(descriptor, &octets, octets.count)
        guard count == 65, octets[64] == UInt8(ascii: "\n"),
            let seed = Digest(hex: String(decoding: octets.prefix(64), as: UTF8.self))
        else {
            throw JournalError(
                "\(path) is no key; put back a copy of it. A new one is made only when the file is "
                    + "not there, and proofs signed with the old one keep the old public key"
            )
        }
        return try AuthorityKey(seed: seed.octets)
    }

    /// Asked of the open file, so that nobody can exchange it in between.
    private static func check(_ descriptor: Int32, _ path: String) throws {
        var info = stat()
        guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_nlink == 1
        else { throw JournalError("\(path) is not a plain file with one name") }
        guard info.st_uid == geteuid() else {
            throw JournalError("\(path) belongs to another user")
        }
        guard info.st_mode & 0o077 == 0 else {
            throw JournalError("\(path) can be read by others; run: chmod 600 '\(path)'")
        }
    }
}
