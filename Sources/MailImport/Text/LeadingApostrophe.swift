/// The apostrophe with which exports keep a spreadsheet from calculating: `'+49 171 …`, `'=2`.
///
/// It is no part of the text. Only one, and only in front of a character that begins a formula, is taken
/// off: `'s-Hertogenbosch` begins with an apostrophe of its own.
enum LeadingApostrophe {
    /// The bytes of a cell without such an apostrophe.
    static func dropped(from cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        isIn(cell) ? cell.dropFirst() : cell
    }

    /// A trimmed number without such an apostrophe, whatever it stands in front of: no number has
    /// one of its own, and `'0171 …` keeps a zero.
    static func dropped(fromNumber text: String) -> String {
        text.hasPrefix("'") ? String(text.dropFirst()) : text
    }

    private static func isIn(_ cell: ArraySlice<UInt8>) -> Bool {
        guard cell.first == UInt8(ascii: "'"), let next = cell.dropFirst().first else {
            return false
        }
        return "=+-@".utf8.contains(next)
    }
}
