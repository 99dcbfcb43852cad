/// UTF-8 that some program took for Windows-1252 and encoded once more: `MÃ¼ller`.
///
/// Refused for the whole file, because people would be addressed by broken names.
enum DoubleEncoding {
    static func isIn(_ contact: Contact) -> Bool {
        let texts = [
            contact.name.first, contact.name.last, contact.name.full, contact.site,
        ]
        return texts.contains { text in text.map(isIn) ?? false }
    }

    static func isIn(_ text: String) -> Bool {
        // `Ã` is C3 83. German names are full of C3, so the second byte is looked at as well.
        guard zip(text.utf8, text.utf8.dropFirst()).contains(where: { $0 == (0xC3, 0x83) }) else {
            return false
        }
        return traces.contains(where: text.contains)
    }

    static func error(line: Int, row: Int) -> ScheduleError {
        ScheduleError(
            line: line,
            row: row,
            message: "The text was encoded twice: a letter such as \"ü\" shows as two characters. "
                + "Export the schedule again from the booking system, as \"CSV UTF-8\"."
        )
    }

    /// What becomes of ä ö ü ß Ä Ö Ü and é.
    private static let traces = ["Ã¤", "Ã¶", "Ã¼", "ÃŸ", "Ã„", "Ã–", "Ãœ", "Ã©"]
}
