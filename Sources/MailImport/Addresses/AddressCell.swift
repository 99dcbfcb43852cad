package import MailCore

/// What a cell of the e-mail column holds.
package enum AddressCell: Hashable, Sendable {
    case address(EmailAddress)
    /// Blank, or a word for "has none".
    case none
    /// Mail to it would reach strangers or nobody.
    case placeholder
    case several
    /// Its local part needs SMTPUTF8.
    case needsSMTPUTF8
    case invalid(AddressFlaw)
    /// It may be an address, but what stands in it is for a person to look at.
    case doubtful(AddressFlaw)

    /// Reads a cell.
    ///
    /// Only what stands around an address is dropped, and characters that nobody sees; the address
    /// itself is never changed, since a corrected one may belong to somebody else.
    package init(parsing cell: String) {
        if let flaw = Self.controlFlaw(cell) {
            self = Self.holdsOnePerLine(cell) ? .several : .invalid(flaw)
            return
        }
        let text = Self.unwrapped(cell)
        let marks = text.utf8.count { $0 == UInt8(ascii: "@") }
        if marks == 0, Self.wordsForNone.contains(text.folded) {
            self = .none
        } else if marks > 1, Self.holdsSeveral(text) {
            self = .several
        } else {
            self = Self.reading(text)
        }
    }

    /// The part in front of `(address)` or `<address>`: the name in cells of some systems.
    static func label(in cell: String) -> String {
        guard let mark = bracketed(cell.trimmed) else { return cell.trimmed }
        return String(mark.before).trimmed
    }

    private static func reading(_ text: String) -> Self {
        if let hidden = text.unicodeScalars.first(where: \.isInvisible) {
            return .doubtful(.hidden(number: number(of: hidden)))
        }
        if text.utf8.first == UInt8(ascii: "'"), text.utf8.contains(UInt8(ascii: "@")) {
            return .doubtful(.apostrophe)
        }
        return readingPlain(text)
    }

    /// As Unicode writes it: `200B`.
    private static func number(of scalar: Unicode.Scalar) -> String {
        let number = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - number.count)) + number
    }

    private static func readingPlain(_ text: String) -> Self {
        do throws(AddressError) {
            let address = try EmailAddress(parsing: text)
            if Placeholders.contain(address) { return .placeholder }
            return text.holdsLostLetter ? .invalid(.lostLetter) : .address(address)
        } catch {
            return reading(error, of: text)
        }
    }

    private static func reading(_ error: AddressError, of text: String) -> Self {
        if text.holdsLostLetter { return .invalid(.lostLetter) }
        return switch error {
        case .localPartNotASCII where isPlainUnicode(text): .needsSMTPUTF8
        case .notOneMailbox where isSpelledOut(text): .invalid(.spelledOut)
        case .notOneMailbox: .invalid(.notOneAddress)
        case .localPart, .localPartNotASCII: .invalid(.localPart)
        case .domain: .invalid(.domain)
        case .tooLong: .invalid(.tooLong)
        }
    }

    /// Whether putting an `@` for `(at)`, `[at]` or ` at ` would make an address.
    private static func isSpelledOut(_ text: String) -> Bool {
        // An address has 254 octets; the pattern must not search a cell that somebody has filled
        // with blanks.
        guard text.utf8.count <= 320, !text.utf8.contains(UInt8(ascii: "@")) else { return false }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let spelling = /\ ?(?:\( ?at ?\)|\[ ?at ?\]|\{ ?at ?\}| at ) ?/.ignoresCase()
        return (try? EmailAddress(parsing: words.replacing(spelling, with: "@"))) != nil
    }

    /// Whether only foreign letters keep an address from being valid.
    private static func isPlainUnicode(_ text: String) -> Bool {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard scalar.value >= 0x80 else {
                plain.append(scalar)
                continue
            }
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                return false
            }
            plain.append("a")
        }
        return (try? EmailAddress(parsing: String(plain))) != nil
    }

    /// Drops invisible characters at the ends, brackets, `mailto:` and a trailing dot, comma or semicolon.
    private static func unwrapped(_ cell: String) -> String {
        var text = cell.trimmed
        if let mark = bracketed(text) { text = String(mark.inside).trimmed }
        if text.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "m"),
            text.prefix(7).lowercased() == "mailto:"
        {
            text = String(text.dropFirst(7)).trimmed
        }
        if let last = text.utf8.last, ".,;".utf8.contains(last) { text = withoutEnd(text) }
        return text
    }

    /// Cut once: cell after cell may end in thousands of dots.
    private static func withoutEnd(_ text: String) -> String {
        let end = text.unicodeScalars.lastIndex { scalar in
            !scalar.isBlank && !scalar.isInvisible && !".,;".unicodeScalars.contains(scalar)
        }
        return end.map { String(text.unicodeScalars[...$0]) } ?? ""
    }

    /// `before <inside>` or `before (inside)`, if the one address is inside.
    private static func bracketed(_ text: String) -> (before: Substring, inside: Substring)? {
        let opening: Character? =
            switch text.utf8.last {
            case UInt8(ascii: ">"): "<"
            case UInt8(ascii: ")"): "("
            default: nil
            }
        guard let opening, let start = text.lastIndex(of: opening) else { return nil }
        let inside = text[text.index(after: start)...].dropLast()
        guard inside.contains("@"), !text[..<start].contains("@") else { return nil }
        return (text[..<start], inside)
    }

    private static func holdsSeveral(_ text: String) -> Bool {
        let parts = text.split { ";,/|".contains($0) || $0.isWhitespace }
        return parts.count { $0.contains("@") } > 1
    }

    /// What to say of a line break or another control character in a cell; nil without one.
    private static func controlFlaw(_ cell: String) -> AddressFlaw? {
        let isPlain = cell.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        guard !isPlain, let control = cell.unicodeScalars.first(where: isControl) else {
            return nil
        }
        return switch control.value {
        case 0x00: .nul
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: .lineBreak
        default: .control
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Whether each line of a cell is an address, and nothing but that.
    private static func holdsOnePerLine(_ cell: String) -> Bool {
        guard
            cell.unicodeScalars.allSatisfy({ "\r\n".unicodeScalars.contains($0) || !isControl($0) })
        else { return false }
        let lines = cell.split(whereSeparator: \.isNewline).map { String($0).trimmed }
            .filter { !$0.isEmpty }
        return lines.count > 1 && lines.allSatisfy { (try? EmailAddress(parsing: $0)) != nil }
    }

    private static let wordsForNone: Set = [
        "", "-", "--", "---", "/", "0", "x", "keine", "kein", "keiner", "k.a", "k. a", "ka", "k.a.",
        "keine angabe", "keine e-mail", "keine email", "keine mail", "keine mailadresse",
        "keine e-mail-adresse", "nicht vorhanden", "nicht angegeben", "unbekannt", "ohne", "fehlt",
        "nein", "n/a", "n.a", "na", "none", "null", "no", "entfaellt", "hat keine",
    ]
}
