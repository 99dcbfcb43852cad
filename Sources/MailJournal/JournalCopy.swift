import Foundation

/// The journal as it stood a moment ago, read while another process goes on writing it.
///
/// That process holds SQLite's lock for itself, so the files are copied, and the copy is read. It is
/// whole as long as the log was not begun anew meanwhile: what a checkpoint has moved into the database
/// stands in the log, too, until then (sqlite.org/walformat.html, section 4), and a transaction whose end
/// is missing does not count. A log that is begun anew has another salt in its header.
package enum JournalCopy {
    /// The log's salt changed each time.
    package struct NeverQuiet: Error {}

    private static let tries = 20

    /// Copies a journal.
    ///
    /// - Parameters:
    ///   - path: Of the state directory that is in use.
    ///   - directory: Where the copy is put; an older one there is replaced.
    /// - Throws: `NeverQuiet`, or errors of the file system.
    package static func make(of path: String, in directory: StateDirectory) throws {
        let (source, target) = (path + "/journal.sqlite", directory.journalPath)
        for _ in 0..<tries {
            let header = try header(of: source + "-wal")
            try replace(target, with: source)
            try? FileManager.default.removeItem(atPath: target + "-wal")
            if header != nil { try replace(target + "-wal", with: source + "-wal") }
            if try header == Self.header(of: source + "-wal") { return }
        }
        throw NeverQuiet()
    }

    /// Salts and checksum of the log; nil where there is none.
    private static func header(of log: String) throws -> Data? {
        guard let file = FileHandle(forReadingAtPath: log) else { return nil }
        defer { try? file.close() }
        let header = try file.read(upToCount: 32)
        return header?.count == 32 ? header : nil
    }

    /// Octets and not the file: a copy must never share blocks that are written in place.
    private static func replace(_ target: String, with source: String) throws {
        try Data(contentsOf: URL(filePath: source)).write(to: URL(filePath: target))
    }
}
