/// Text that a spreadsheet takes for a number, a date or a time.
///
/// A phone number would lose its zero, and a booking reference become a day: `1-2021`, `DEC12`,
/// `12 Mai`.
enum CountedText {
    /// Whether a cell holds digits and nothing but what stands in numbers, dates and times.
    static func isIn(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: isDigit) else { return false }
        let others = scalars.filter { !isDigit($0) && !$0.isBlank && !marks.contains($0) }
        guard others.allSatisfy(\.properties.isAlphabetic) else { return false }
        let words = scalars.split { !$0.properties.isAlphabetic }
        return words.allSatisfy { isCounted(String($0).folded) }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .decimalNumber
    }

    private static let marks = Set(".,:/-+()%".unicodeScalars)

    /// Whether a folded word stands in numbers (`1E5`), times or dates.
    private static func isCounted(_ word: String) -> Bool {
        if word.allSatisfy({ $0 == "e" }) || halves.contains(word) { return true }
        return word.utf8.count >= 3 && months.contains { $0.hasPrefix(word) }
    }

    private static let halves: Set = ["am", "pm"]

    /// German and English, folded; spreadsheets know them by their beginnings, too.
    private static let months = [
        "januar", "january", "jaenner", "februar", "february", "feber", "maerz", "mrz", "march",
        "april", "mai", "may", "juni", "june", "juli", "july", "august", "september", "oktober",
        "october", "november", "dezember", "december",
    ]
}
