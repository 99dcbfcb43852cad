/// What the schedule says of a person's name.
///
/// Personal data.
///
/// Either the parts are known, or only `full` is (one column for the whole name, which is not
/// split by guess), or nothing.
package struct PersonName: Hashable, Sendable {
    /// First name, trimmed; nil if the schedule has none.
    package let first: String?
    /// Family name, trimmed; nil if the schedule has none.
    package let last: String?
    /// The whole name as one text, when the schedule keeps it in one column.
    package let full: String?

    package init(first: String? = nil, last: String? = nil, full: String? = nil) {
        self.first = first
        self.last = last
        self.full = full
    }

    /// The name to show, or nil if nothing is known.
    package var display: String? {
        if first != nil || last != nil {
            return [first, last].compactMap(\.self).joined(separator: " ")
        }
        return full
    }

    /// First and family name, for a greeting; nil if it may be one of them alone.
    ///
    /// A name in one column is not split by guess, but it is used as it stands where it can only be
    /// a whole one: two words or more, without comma, digits and “Familie”.
    package var called: String? {
        if let first, let last { return "\(first) \(last)" }
        guard first == nil, last == nil, let full else { return nil }
        let words = full.split(whereSeparator: \.isWhitespace)
        let names = words.filter { $0.contains(where: \.isLetter) && !$0.hasSuffix(".") }
        let isFamily = words.contains {
            ["familie", "fam", "fam.", "eheleute"].contains($0.lowercased())
        }
        guard names.count > 1, !isFamily, !full.contains(where: { $0 == "," || $0.isNumber }) else {
            return nil
        }
        return full
    }

    /// Whether every letter survived the way through the booking system and its export.
    ///
    /// Excel writes `?` for each letter that the file's encoding lacks (`Nguy?n`), others write
    /// U+FFFD. Such a name finds a person on a list, but nobody is addressed by it.
    package var isWhole: Bool {
        ![first, last, full].contains { $0?.holdsLostLetter ?? false }
    }
}

extension String {
    /// Whether a character stands in it that programs write for a letter they cannot.
    package var holdsLostLetter: Bool {
        utf8.contains(UInt8(ascii: "?")) || unicodeScalars.contains("\u{FFFD}")
    }
}

extension PersonName: CustomStringConvertible, CustomReflectable {
    /// Hidden, so that interpolation into a log line or an error cannot leak it.
    package var description: String { "[name]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
