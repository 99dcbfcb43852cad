import Foundation
import Glibc
package import MailCore
import Synchronization

/// Says, for every connection, which message it holds and how far that has come.
///
/// Memory that outlives the process, as a small file on memory of this boot (`BootMemory`): the kernel
/// keeps what was stored when the process is killed, without any flush. After a reboot there is none.
/// A token in the journal binds it to one run. One slot is one aligned 64-bit word (`FlightWord`),
/// written and read whole, so it cannot be half old and half new.
package final class FlightRecord: Sendable {
    /// What a slot says.
    package struct Entry: Hashable, Sendable {
        package let message: Int64
        package let phase: SubmissionPhase
    }

    /// Connections at a time; the configuration allows no more.
    package static let slots = 64
    private static let header = 128
    private static let size = header + slots * 8
    private static let magic = Array("EPFLIGHT3\n".utf8)

    /// The mapping.
    ///
    /// It lives as long as this value, and every access is one atomic word.
    private nonisolated(unsafe) let base: UnsafeMutableRawPointer

    /// Begins a fresh record for a run of the journal; whatever an earlier run has left is forgotten.
    ///
    /// Where there is no memory of the boot, nothing is left by a kill, which counts as missing.
    ///
    /// - Throws: `JournalError` if the record cannot be made or mapped, or the journal not be written.
    package init(
        of journal: Journal,
        in memory: BootMemory,
        bootID: String = FlightRecord.currentBootID
    ) throws {
        try Self.forget(of: journal)
        guard let folder = memory.folder() else {
            base = try Self.map(-1, MAP_SHARED | MAP_ANONYMOUS)
            return
        }
        let run = try journal.beginFlight(in: folder)
        let mode = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(run.path, mode, 0o600)
        guard descriptor >= 0 else { throw JournalError("the flight record cannot be created") }
        defer { close(descriptor) }
        let contents =
            Self.head(bootID, run.token) + Array(repeating: 0, count: Self.size - Self.header)
        // Written, not only grown: full memory must show here and not as a fault later.
        guard write(descriptor, contents, contents.count) == contents.count else {
            throw JournalError("the flight record cannot be written; the machine's memory is full")
        }
        base = try Self.map(descriptor, MAP_SHARED)
    }

    private static func map(_ file: Int32, _ flags: Int32) throws -> UnsafeMutableRawPointer {
        let mapping = mmap(nil, size, PROT_READ | PROT_WRITE, flags, file, 0)
        guard let mapping, mapping != MAP_FAILED else {
            throw JournalError("the flight record cannot be mapped")
        }
        return mapping
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

    /// What the last run of the journal left behind; nil if there is nothing that can be trusted: no
    /// record, one of another run or boot, one that is not on memory or not ours.
    package static func left(
        of journal: Journal,
        bootID: String = FlightRecord.currentBootID
    ) throws -> [Entry]? {
        guard let run = try journal.lastFlight(), !bootID.isEmpty,
            PrivatePath.fault(ofFile: run.path) == nil, BootMemory.isMemory(run.path),
            let data = FileManager.default.contents(atPath: run.path), data.count == size
        else { return nil }
        let bytes = Array(data)
        guard bytes.starts(with: head(bootID, run.token)) else { return nil }
        return (0..<slots).compactMap { slot in
            let start = header + slot * 8
            let word = bytes[start..<(start + 8)].reversed().reduce(UInt64(0)) {
                $0 << 8 | UInt64($1)
            }
            return FlightWord(bits: word).entry
        }
    }

    /// Takes the record of the last run away.
    ///
    /// Must be called only when nothing is in flight any more, or a recovery has made use of it.
    package static func forget(of journal: Journal) throws {
        guard let run = try journal.lastFlight() else { return }
        if PrivatePath.fault(ofFile: run.path) == nil, BootMemory.isMemory(run.path) {
            unlink(run.path)
        }
        try journal.endFlight()
    }

    private static func head(_ bootID: String, _ token: [UInt8]) -> [UInt8] {
        let text = magic + token + Array(bootID.utf8.prefix(header - magic.count - token.count))
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
