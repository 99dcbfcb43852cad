import MailCore

/// Reads a phone number as written; numbers are dialled by people.
enum PhoneCell {
    /// The first number of some cells that can be dialled; without one the first that a spreadsheet has rounded.
    static func number(in cells: [String]) -> String? {
        let numbers = cells.compactMap(text(of:))
        return numbers.first { !Contact.isRounded($0) } ?? numbers.first
    }

    /// The number, or nil if the cell holds none that can be dialled.
    static func phone(_ cell: String) -> String? {
        text(of: cell).flatMap { Contact.isRounded($0) ? nil : $0 }
    }

    private static func text(of cell: String) -> String? {
        let text = LeadingApostrophe.dropped(fromNumber: TextFormula.unwrapped(cell).trimmed)
            .trimmed
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        return digits >= 3 ? text.onOneLine : nil
    }
}
