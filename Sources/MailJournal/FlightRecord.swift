import Foundation
import Glibc
package import MailCore
import Synchronization

/// Says, for every connection, which message it holds and how far that has come.
///
/// A small file mapped into memory: the kernel keeps what was stored when the process is killed,
/// without any flush. After a reboot (another boot id) it says nothing. One slot is one aligned
/// 64-bit word (`FlightWord`), written and read whole, so it cannot be half old and half new.
package final class FlightRecord: Sendable {
    /// What a slot says.
    package struct Entry: Hashable, Sendable {
        package let message: Int64
        package let phase: SubmissionPhase
    }

    /// Connections at a time; the configuration allows no more.
    package static let slots = 64
    private static let header = 64
    private static let size = header + slots * 8
    private static let magic = Array("EPFLIGHT2\n".utf8)

    /// The mapping.
    ///
    /// It lives as long as this value, and every access is one atomic word.
    private nonisolated(unsafe) let base: UnsafeMutableRawPointer

    /// Opens a fresh record over whatever was there before.
    ///
    /// - Throws: `JournalError` if the file cannot be made or mapped.
    package init(in directory: StateDirectory, bootID: String = FlightRecord.currentBootID) throws {
        let mode = O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(directory.flightPath, mode, 0o600)
        guard descriptor >= 0 else { throw JournalError("the flight record cannot be created") }
        defer { close(descriptor) }
        let contents = Self.head(bootID) + Array(repeating: 0, count: Self.size - Self.header)
        // Written, not only grown: a full disk must show here and not as a fault later.
        guard write(descriptor, contents, contents.count) == contents.count else {
            throw JournalError("the flight record cannot be written; the disk may be full")
        }
        let mapping = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let mapping, mapping != MAP_FAILED else {
            throw JournalError("the flight record cannot be mapped")
        }
        base = mapping
    }

    deinit {
        munmap(base, Self.size)
    }

    /// Notes how far the message on a connection has come.
    package func note(_ phase: SubmissionPhase, of message: Int64, slot: Int) {
        cell(slot).store(FlightWord(Entry(message: message, phase: phase)).bits)
    }

    /// Notes that a connection holds no message.
    ///
    /// Must be called when the verdict on its message is durable: a message that another
    /// connection takes later must stand in that one's slot alone.
    package func clear(slot: Int) {
        cell(slot).store(0)
    }

    private func cell(_ slot: Int) -> UnsafeAtomicWord {
        precondition((0..<Self.slots).contains(slot), "the configuration allows 64 connections")
        return UnsafeAtomicWord(base + Self.header + slot * 8)
    }

    /// What the last process left behind; nil if there is nothing that can be trusted: no file,
    /// another boot, or not our format.
    package static func left(
        in directory: StateDirectory,
        bootID: String = FlightRecord.currentBootID
    ) -> [Entry]? {
        guard let data = FileManager.default.contents(atPath: directory.flightPath),
            data.count == size
        else { return nil }
        let bytes = Array(data)
        guard !bootID.isEmpty, bytes.starts(with: head(bootID)) else { return nil }
        return (0..<slots).compactMap { slot in
            let start = header + slot * 8
            let word = bytes[start..<(start + 8)].reversed().reduce(UInt64(0)) {
                $0 << 8 | UInt64($1)
            }
            return FlightWord(bits: word).entry
        }
    }

    /// Takes the record away.
    ///
    /// Must be called only after a recovery has made use of it.
    package static func forget(in directory: StateDirectory) {
        unlink(directory.flightPath)
    }

    private static func head(_ bootID: String) -> [UInt8] {
        let text = magic + Array(bootID.utf8.prefix(header - magic.count))
        return text + Array(repeating: 0, count: header - text.count)
    }

    /// Changes with every start of the machine; empty if the system does not tell.
    package static var currentBootID: String {
        let path = "/proc/sys/kernel/random/boot_id"
        return (try? String(contentsOfFile: path, encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }
}

/// One 64-bit word in mapped memory, stored whole.
private struct UnsafeAtomicWord {
    private let pointer: UnsafeMutablePointer<Atomic<UInt64>>

    init(_ address: UnsafeMutableRawPointer) {
        pointer = address.assumingMemoryBound(to: Atomic<UInt64>.self)
    }

    func store(_ word: UInt64) {
        pointer.pointee.store(word, ordering: .releasing)
    }
}
