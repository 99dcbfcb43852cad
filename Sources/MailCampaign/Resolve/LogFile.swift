import MailCore
import CZlib
import Foundation

/// A log of a mail server, packed (gzip) or not, read once from beginning to end.
///
/// However large it is, one piece of it is in memory, and one line.
struct LogFile {
    private let path: String

    /// No line that counts is longer.
    private static let longestLine = 1 << 16
    private static let pieceSize = 1 << 18

    init(_ path: String) throws(FileError) {
        guard let obstacle = FileObstacle(at: path) else {
            self.path = path
            return
        }
        throw obstacle == .missing ? .missing(path) : .unreadable(path, obstacle)
    }

    /// - Parameter body: Given each line without its line feed; of one that is too long its beginning.
    /// - Returns: How many lines there were.
    /// - Throws: `FileError` if it cannot be read to its end.
    func forEachLine(_ body: (ArraySlice<UInt8>) -> Void) throws(FileError) -> Int {
        // zlib hands on what is not packed as it is (gzread(3)).
        guard let file = gzopen(path, "rb") else { throw .unreadable(path, .other(code: errno)) }
        defer { gzclose(file) }
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        var line: [UInt8] = []
        var count = 0
        while true {
            let read = gzread(file, &piece, UInt32(piece.count))
            guard read >= 0 else { throw .damagedArchive(path) }
            if read == 0 { break }
            for part in Self.parts(of: piece[..<Int(read)]) {
                if line.isEmpty, part.isWhole {
                    body(part.octets.prefix(Self.longestLine))
                } else {
                    line += part.octets.prefix(max(0, Self.longestLine - line.count))
                    guard part.isWhole else { continue }
                    body(line[...])
                    line.removeAll(keepingCapacity: true)
                }
                count += 1
            }
        }
        // A file that is cut off in the middle of its packing ends without an error of `gzread`.
        var code: Int32 = 0
        _ = gzerror(file, &code)
        guard code == Z_OK || code == Z_STREAM_END else { throw .damagedArchive(path) }
        if !line.isEmpty {
            body(line[...])
            count += 1
        }
        return count
    }

    /// The lines of a piece; of the last one perhaps only a beginning.
    private static func parts(
        of piece: ArraySlice<UInt8>
    ) -> [(octets: ArraySlice<UInt8>, isWhole: Bool)] {
        var parts: [(ArraySlice<UInt8>, Bool)] = []
        var start = piece.startIndex
        while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
            parts.append((piece[start..<end], true))
            start = end + 1
        }
        if start < piece.endIndex { parts.append((piece[start...], false)) }
        return parts
    }
}
