/// One cell of a table for spreadsheets, which none of them takes for a formula.
///
/// People type what they like into a booking form, and `=HYPERLINK(…)` or `=cmd|…` in a cell would
/// run on the desk of whoever opens the list. There is no way to make a cell that was not looked
/// at; an apostrophe in front keeps text from being calculated (OWASP, “CSV Injection”).
package struct SafeCell: Hashable, Sendable {
    /// As a reader of the file finds it.
    package let text: String

    /// Text that stays text.
    ///
    /// - Parameter text: From anywhere; nil for an empty cell.
    package init(text: String?) {
        self.text = Self.harmless(text ?? "")
    }

    /// A number that may be calculated with.
    package init(number: Int) {
        text = String(number)
    }

    /// `16.03.2021 09:10`, which a German spreadsheet takes for day and time, and sorts rightly.
    package init(time: LocalTime) {
        let day = time.day
        let year = String(day.year)
        text =
            "\(twoDigits(day.day)).\(twoDigits(day.month))."
            + String(repeating: "0", count: 4 - year.count) + year
            + " \(twoDigits(time.hour)):\(twoDigits(time.minute))"
    }

    /// In quotes, so that neither separators nor quotes end it.
    var quoted: String {
        var field = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            if scalar == "\"" { field.append(scalar) }
            field.append(scalar)
        }
        field.append("\"")
        return String(field)
    }
}

extension SafeCell {
    /// An apostrophe stands before whatever begins a formula, also behind a separator inside the
    /// text: a spreadsheet that is set to commas divides cells there.
    private static func harmless(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAtStart = true
        for scalar in text.unicodeScalars.flatMap(visible) {
            if result.isEmpty, scalar.isBlank { continue }
            if isAtStart, beginnings.contains(scalar) { result.append("'") }
            isAtStart = separators.contains(scalar) || (isAtStart && isPassedOver(scalar))
            result.append(scalar)
        }
        let text = String(result)
        return CountedText.isIn(text) ? "'\(text)" : text
    }

    /// One line of what people see: breaks and tabs are blanks, and what a terminal would obey or
    /// nobody would see is shown as the program itself shows it.
    private static func visible(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        scalar.properties.isWhitespace && !scalar.isPrintable
            ? " ".unicodeScalars : Printable(scalar).text.unicodeScalars
    }

    /// What begins a formula, and whatever Unicode calls compatible with it: full-width characters do
    /// begin one in some spreadsheets.
    private static let beginnings: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
        "\u{FE66}", "\u{FE62}", "\u{FE63}", "\u{FE6B}", "\u{2212}", "\u{207A}", "\u{207B}",
        "\u{207C}", "\u{208A}", "\u{208B}", "\u{208C}",
    ]

    private static let separators: Set<Unicode.Scalar> = [",", ";", "|", ":"]

    /// Whether readers may drop it, so that the next one begins the cell.
    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isBlank || scalar == "\"" || scalar == "\u{200C}" || scalar == "\u{200D}"
    }
}

extension SafeCell: CustomStringConvertible, CustomReflectable {
    /// Hidden, so that interpolation into a log line or an error cannot leak it.
    package var description: String { "[cell]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
