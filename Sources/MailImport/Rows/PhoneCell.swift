import MailCore

/// Reads a phone number as written; numbers are dialled by people.
enum PhoneCell {
    /// The number, or nil if the cell holds none that can be dialled.
    static func phone(_ cell: String) -> String? {
        let text = LeadingApostrophe.dropped(fromNumber: TextFormula.unwrapped(cell).trimmed)
            .trimmed
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        guard digits >= 3, !isScientific(text) else { return nil }
        return text.onOneLine
    }

    /// `4,92215E+11`: a spreadsheet has rounded the number away.
    private static func isScientific(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { "0123456789.,Ee+-".utf8.contains($0) }
        return isPlain && text.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
    }
}
