/// Text that a terminal shows and does not obey: the only kind of text that is printed.
///
/// Cells, headers, names of files, replies and arguments come from outside, and an escape sequence
/// in one of them would rewrite the view that somebody approves. So a text is written as a literal,
/// and whatever is put into it is shown on one line, a character that cannot be seen or would be obeyed
/// as `␛` or `\u{202E}`. There is no way around it: a `String` becomes one by being shown.
package struct Printable: Hashable, Sendable {
    /// As it is printed.
    package let text: String

    fileprivate init(shown text: String) {
        self.text = text
    }

    /// One value from anywhere, on one line.
    package init(_ value: some CustomStringConvertible) {
        self.init(shown: value.description.shown(keepingLineEnds: false))
    }

    /// A text of several lines, such as a whole message; its line ends stay, as one `\n` each.
    package init(lines text: String) {
        self.init(shown: text.replacing("\r\n", with: "\n").shown(keepingLineEnds: true))
    }

    /// Several lines; once it is parsed, every text in it is what it was.
    package init(_ json: JSON) {
        self.init(json: json.formatted)
    }

    /// A whole JSON text: what a terminal would obey can only stand inside its strings, where it is
    /// written as `\u001b`.
    package init(json text: String) {
        self.init(shown: text.escapedForJSON)
    }

    package var isEmpty: Bool { text.isEmpty }

    /// How many places it takes, as far as a count of characters can tell.
    package var count: Int { text.count }

    package static func + (first: Printable, second: Printable) -> Printable {
        Printable(shown: first.text + second.text)
    }

    package static func += (first: inout Printable, second: Printable) {
        first = first + second
    }

    /// With blanks behind it.
    package func padded(to width: Int) -> Printable {
        Printable(shown: text + String(repeating: " ", count: max(0, width - count)))
    }

    /// With blanks before it.
    package func leftPadded(to width: Int) -> Printable {
        Printable(shown: String(repeating: " ", count: max(0, width - count)) + text)
    }

    /// Exactly as wide, with `…` where something is left out.
    package func fitted(to width: Int) -> Printable {
        count > width ? Printable(shown: text.prefix(width - 1) + "…") : padded(to: width)
    }

    /// Without blanks at its end.
    package var trimmedEnd: Printable {
        guard let end = text.lastIndex(where: { $0 != " " }) else { return "" }
        return Printable(shown: String(text[...end]))
    }
}

extension Printable: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// What the program itself says.
        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ value: Printable) { text += value.text }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            text += value.description.shown(keepingLineEnds: false)
        }
    }

    package init(stringLiteral value: String) {
        self.init(shown: value)
    }

    package init(stringInterpolation: StringInterpolation) {
        self.init(shown: stringInterpolation.text)
    }
}

extension Sequence<Printable> {
    package func joined(separator: Printable = "") -> Printable {
        Printable(shown: map(\.text).joined(separator: separator.text))
    }
}

extension String {
    fileprivate func shown(keepingLineEnds keepsLineEnds: Bool) -> String {
        let isPlain = utf8.allSatisfy {
            (0x20...0x7E).contains($0) || (keepsLineEnds && $0 == UInt8(ascii: "\n"))
        }
        guard !isPlain else { return self }
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            if scalar.isPrintable || (keepsLineEnds && scalar == "\n") {
                result.unicodeScalars.append(scalar)
            } else {
                result += scalar.standIn
            }
        }
        return result
    }

    fileprivate var escapedForJSON: String {
        guard !utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == UInt8(ascii: "\n") }) else {
            return self
        }
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            if scalar.isPrintable || scalar == "\n" {
                result.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether a terminal shows it, and nothing else happens.
    ///
    /// Not the controls of ASCII and of C1, characters that turn the direction of others, others that
    /// nobody sees, ends of lines, and what Unicode has not assigned or leaves to each vendor. The
    /// joiners and the selectors of variants are part of how names and symbols are spelt.
    package var isPrintable: Bool {
        if value < 0x7F { return value >= 0x20 }
        switch value {
        case 0x200C, 0x200D, 0xFE00...0xFE0F: return true
        default: break
        }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned:
            return false
        default: return !isInvisible
        }
    }

    /// What stands in its place: `␛`, `␊`, `\u{202E}`.
    fileprivate var standIn: String {
        switch value {
        case 0...0x1F: Unicode.Scalar(0x2400 + value).map { String($0) } ?? "\u{2424}"
        case 0x7F: "\u{2421}"
        default: "\\u{" + String(value, radix: 16, uppercase: true) + "}"
        }
    }
}

extension Printable: CustomStringConvertible {
    package var description: String { text }
}

/// An error that has more to say than one line, or quotes what came from outside.
///
/// Of every other error the description is printed as one line.
package protocol PrintableError: Error, Worded {}
