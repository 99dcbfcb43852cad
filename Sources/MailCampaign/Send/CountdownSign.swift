import Foundation
import Glibc
import MailJournal

/// A small file in the state directory that says which campaign a process waits to send.
///
/// The process holds a lock on it (flock(2)), which ends with the process however it ends: a file that nobody
/// holds says nothing.
struct CountdownSign {
    /// What it says; no personal data.
    struct Text: Codable, Hashable, Sendable {
        let campaign: String
        /// ISO 8601.
        let begins: String
        let process: Int32?
    }

    private let descriptor: Int32

    /// - Throws: `CountdownError` if another process holds it; `FileError` if it cannot be written.
    init(_ text: Text, in stateDirectory: String) throws {
        let path = StateDirectory.countdownPath(in: stateDirectory)
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileError.notWritten(path) }
        self.descriptor = descriptor
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            defer { close(descriptor) }
            let other = Self.read(descriptor)
            throw CountdownError(campaign: other?.campaign ?? "", begins: other?.begins ?? "")
        }
        let octets = Array(try JSONEncoder().encode(text))
        guard ftruncate(descriptor, 0) == 0,
            pwrite(descriptor, octets, octets.count, 0) == octets.count
        else {
            close(descriptor)
            throw FileError.notWritten(path)
        }
    }

    /// The countdown is over.
    ///
    /// The file stays: one that is removed could be opened by somebody who then waits for a lock on nothing.
    func takeDown() {
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    /// What the process says that is waiting now; nil if none is.
    static func shown(in stateDirectory: String) -> Text? {
        let path = StateDirectory.countdownPath(in: stateDirectory)
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
        return read(descriptor)
    }

    private static func read(_ descriptor: Int32) -> Text? {
        var octets = [UInt8](repeating: 0, count: 4_096)
        let count = pread(descriptor, &octets, octets.count, 0)
        guard count > 0 else { return nil }
        return try? JSONDecoder().decode(Text.self, from: Data(octets.prefix(count)))
    }
}
