import Foundation
import Glibc
import MailCore

/// The file in which a witness remembers: a head of five lines, and behind it one octet for each message
/// of the journal by its number, 1 where its person may have been told.
///
/// No personal data. What is written is in the kernel's hands at once, so that a killed process leaves
/// it exact; `sync` makes it survive a power cut. A head is written whole, within one sector.
final class WitnessFile: Sendable {
    /// What the head says.
    struct Head: Hashable, Sendable {
        /// The last event of the journal, and its hash, which stands for all before it.
        var sequence: Int
        var hash: String
        /// The boot in which it was last written.
        var boot: String
        /// Whether a run is sending: then a power cut may have taken what was not synced.
        var isSending: Bool
        /// The digest of the path of the state directory; zeros for none.
        var place: String
    }

    let path: String
    private let descriptor: Int32
    private static let magic = "einzelpost witness 1"
    /// Where the messages begin.
    private static let body = 512

    /// Opens the file of a journal, makes it if there is none, and takes its lock.
    ///
    /// - Throws: `JournalError`, or `StateDirectoryError` if another process works with a copy of the journal.
    init(at path: String) throws {
        if let fault = PrivatePath.fault(ofFile: path) {
            throw JournalError(en: "the witness \(path) \(fault)", de: "Der Zeuge \(path) \(fault)")
        }
        descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        self.path = path
        guard descriptor >= 0 else { throw JournalError("the witness \(path) cannot be opened") }
        guard PatientLock.take(descriptor) else {
            close(descriptor)
            throw StateDirectoryError.inUse(path)
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The same; nil if there is none.
    static func ifThere(at path: String) throws -> WitnessFile? {
        PrivatePath.exists(path) ? try WitnessFile(at: path) : nil
    }

    /// Nil if nothing has been written yet.
    ///
    /// - Throws: `JournalError` if it is damaged.
    func head() throws -> Head? {
        let octets = try read(from: 0, count: Self.body)
        guard !octets.isEmpty else { return nil }
        guard let head = Self.parse(octets) else {
            throw JournalError(
                "the witness \(path) is damaged. Keep it, and find out from the relay's log what was sent "
                    + "last; where nothing is missing, move it away and say so: --moved"
            )
        }
        return head
    }

    /// The head of a file that this process does not hold; nil if it cannot be read.
    static func head(at path: String) -> Head? {
        guard PrivatePath.fault(ofFile: path) == nil,
            let file = FileHandle(forReadingAtPath: path),
            let octets = try? file.read(upToCount: body)
        else { return nil }
        return parse(Array(octets))
    }

    func write(_ head: Head) throws {
        let lines = [
            Self.magic, "\(head.sequence) \(head.hash)", "boot \(head.boot)",
            "sending \(head.isSending ? 1 : 0)", "place \(head.place)", "",
        ]
        var octets = Array(lines.joined(separator: "\n").utf8)
        octets += Array(repeating: 0, count: max(0, Self.body - octets.count))
        try write(octets, at: 0)
    }

    private static func parse(_ octets: [UInt8]) -> Head? {
        let text = String(decoding: octets.prefix { $0 != 0 }, as: UTF8.self)
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        guard lines.count == 5, lines[0].joined(separator: " ") == magic, lines[1].count == 2,
            let sequence = Int(lines[1][0]), sequence >= 0, lines[2].first == "boot",
            lines[3].first == "sending", lines[4].count == 2
        else { return nil }
        return Head(
            sequence: sequence,
            hash: lines[1][1],
            boot: lines[2].count > 1 ? lines[2][1] : "",
            isSending: lines[3].last == "1",
            place: lines[4][1]
        )
    }

    /// Notes whether the person of a message may have been told.
    func note(_ message: Int64, mayBeTold: Bool) throws {
        try write([mayBeTold ? 1 : 0], at: Self.body + Int(message))
    }

    /// The numbers of the messages whose people may have been told, ascending.
    func told() throws -> [Int64] {
        var size = stat()
        guard fstat(descriptor, &size) == 0 else { throw unreadable }
        let count = max(0, Int(size.st_size) - Self.body)
        return try read(from: Self.body, count: count).enumerated().compactMap {
            $1 == 1 ? Int64($0) : nil
        }
    }

    /// How many messages of another journal may have told somebody.
    static func told(at path: String) throws -> Int {
        try ifThere(at: path)?.told().count ?? 0
    }

    /// Notes that another journal has nothing more to do with where it lay.
    static func release(at path: String) throws {
        guard let file = try ifThere(at: path), var head = try file.head() else { return }
        head.place = nowhere
        try file.write(head)
    }

    private static let nowhere = String(repeating: "0", count: 64)

    /// Forgets all messages.
    func clear() throws {
        guard ftruncate(descriptor, off_t(Self.body)) == 0 else { throw unwritable }
    }

    /// Returns when everything that was written would survive a power cut.
    func sync() throws {
        guard fdatasync(descriptor) == 0 else { throw unwritable }
    }

    private func read(from offset: Int, count: Int) throws -> [UInt8] {
        var octets: [UInt8] = Array(repeating: 0, count: count)
        var done = 0
        while done < count {
            let part = octets.withUnsafeMutableBytes {
                pread(
                    descriptor,
                    $0.baseAddress?.advanced(by: done),
                    count - done,
                    off_t(offset + done)
                )
            }
            guard part >= 0 else { throw unreadable }
            guard part > 0 else { break }
            done += part
        }
        return Array(octets.prefix(done))
    }

    private func write(_ octets: [UInt8], at offset: Int) throws {
        guard pwrite(descriptor, octets, octets.count, off_t(offset)) == octets.count else {
            throw unwritable
        }
    }

    private var unreadable: JournalError { JournalError("the witness \(path) cannot be read") }

    private var unwritable: JournalError {
        JournalError(
            "the witness \(path) cannot be written; free space on its disk, then go on with: "
                + "einzelpost resume"
        )
    }
}
