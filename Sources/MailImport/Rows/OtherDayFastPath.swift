import MailCore

/// Recognises rows of other days by a few cells, so that an export of many years costs little.
///
/// It says yes only where the full reading could say nothing else. A row that may be a test, a sum
/// or the header again, or that holds text encoded twice, is left to the full reading.
struct OtherDayFastPath {
    private let address: Int
    /// Columns that the full reading looks at before it looks at the day.
    private let suspects: [Int]

    /// Nil where every row has to be read.
    init?(mapping: ColumnMapping) {
        guard let address = mapping.first(.email) else { return nil }
        self.address = address
        suspects = [.email, .name, .first, .last, .site].flatMap(mapping.all)
    }

    /// Whether nothing but its day decides the class of a row.
    func isPlain(_ record: CSVRecord) -> Bool {
        // Without an address it may be no person's row at all.
        guard record[address].contains(UInt8(ascii: "@")) else { return false }
        return suspects.allSatisfy { !Self.isSuspect(record[$0]) }
    }

    /// Whether a cell holds the beginning of a word of test rows, a trace of text encoded twice, or
    /// characters that nobody sees inside a word.
    private static func isSuspect(_ cell: ArraySlice<UInt8>) -> Bool {
        let beginnings = beginnings
        return cell.withUnsafeBufferPointer { bytes in
            var window: UInt32 = 0
            var last: UInt8 = 0
            for byte in bytes {
                if DoubleEncoding.mayBegin(last, byte) || mayBeInvisible(last, byte) { return true }
                last = byte
                // `test1` is a test, too.
                guard !isDigit(byte) else { continue }
                window = window << 8 | UInt32(byte | caseBit)
                if beginnings.contains(where: { window & $0.mask == $0.letters }) { return true }
            }
            return false
        }
    }

    private static let caseBit: UInt8 = 0x20

    /// The first letters of a word, at most four, as a number; the mask has as many bytes.
    private struct Beginning: Hashable {
        let letters: UInt32
        let mask: UInt32

        init(of word: String) {
            let first = word.utf8.prefix(4)
            letters = first.reduce(0) { $0 << 8 | UInt32($1 | caseBit) }
            mask = .max >> UInt32(8 * (4 - first.count))
        }
    }

    private static let beginnings = Array(Set(TestRow.words.map(Beginning.init)))

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether two octets of UTF-8 may belong to a character that `isInvisible`; those that begin
    /// with E2 are suspect anyway.
    private static func mayBeInvisible(_ first: UInt8, _ second: UInt8) -> Bool {
        switch (first, second) {
        case (_, 0xE1), (_, 0xE3), (_, 0xEF), (_, 0xF0), (_, 0xF3), (0xC2, 0xAD), (0xCD, 0x8F),
            (0xD8, 0x9C):
            true
        default: false
        }
    }
}
