/// Recognises rows of other days by a few cells, so that an export of many years costs little.
///
/// It says yes only where the full reading could say nothing else. A row that may be a test, a sum
/// or the header again, or that holds text encoded twice, is left to the full reading.
struct OtherDayGlance {
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

    /// Whether a cell holds the beginning of a word of test rows, or a trace of text encoded twice.
    private static func isSuspect(_ cell: ArraySlice<UInt8>) -> Bool {
        cell.withUnsafeBufferPointer { bytes in
            var window: UInt32 = 0
            for byte in bytes {
                if byte == 0xE2 || (byte == 0x83 && window & 0xFF == 0xC3 | 0x20) { return true }
                window = window << 8 | UInt32(byte | 0x20)
                if isBeginning(window) { return true }
            }
            return false
        }
    }

    /// The first four letters of every word that `TestRow` knows, with the case bit set.
    private static func isBeginning(_ window: UInt32) -> Bool {
        switch window {
        case 0x7465_7374, 0x6475_6D6D, 0x626C_6F63, 0x6765_626C, 0x6765_7370, 0x7370_6572,
            0x7075_6666, 0x7265_7365, 0x6D75_7374, 0x7061_7573:
            true
        default: false
        }
    }
}
