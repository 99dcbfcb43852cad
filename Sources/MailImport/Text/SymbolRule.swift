/// Whether a character beyond ASCII that is no letter, such as a quote, a dash or `€`, stands where people write it.
struct SymbolRule {
    private let symbol: Unicode.Scalar
    private let before: ArraySlice<Unicode.Scalar>
    private let after: ArraySlice<Unicode.Scalar>

    /// - Parameters:
    ///   - scalars: A word between the character in front of it and the one behind it.
    ///   - index: Of the symbol.
    init(_ scalars: [Unicode.Scalar], at index: Int) {
        symbol = scalars[index]
        before = scalars[..<index]
        after = scalars[(index + 1)...]
    }

    private var left: Unicode.Scalar { before.last ?? "\n" }
    private var right: Unicode.Scalar { after.first ?? "\n" }
    private var isAfterLetter: Bool { LetterRule.isLetter(left) }
    private var isBeforeLetter: Bool { LetterRule.isLetter(right) }
    private var isInside: Bool { isAfterLetter && isBeforeLetter }
    private var isBesideLetter: Bool { isAfterLetter || isBeforeLetter }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    var evidence: WordReading.Evidence {
        switch symbol {
        case "„": opening(closedBy: ["“", "”"])
        case "‚": opening(closedBy: ["‘", "’"])
        case "“", "”": closing
        case "’", "‘", "´": apostrophe
        case "–", "—": dash
        case "€":
            if isBesideLetter {
                .against
            } else {
                [left, right].contains { Self.isDigit($0) || $0 == " " } ? .favour : .none
            }
        case "\u{A0}":
            if isInside {
                right.properties.isUppercase ? .favour : .against
            } else {
                .none
            }
        case "°": Self.isDigit(left) ? .favour : isAfterLetter ? .against : .none
        case "…": isBeforeLetter ? .against : .none
        case "«", "»": isInside ? .against : .none
        case "\u{AD}": isInside ? .none : .against
        case "§", "·", "•", "®", "™", "©", "²", "³", "½", "¼", "¾":
            isBesideLetter ? .against : .none
        default: .against
        }
    }

    private func opening(closedBy closing: [Unicode.Scalar]) -> WordReading.Evidence {
        guard !isAfterLetter else { return .against }
        guard isBeforeLetter || Self.isDigit(right) else { return .none }
        // Words are looked at one by one: the other quote of `„Haus Sonne“` stands in another.
        let isPair = after.contains(where: closing.contains)
        return isPair || right.properties.isUppercase ? .favour : .none
    }

    private var closing: WordReading.Evidence {
        if isInside { return .against }
        let isPair = before.contains("„") || before.contains("“") || after.contains("”")
        return isBesideLetter && isPair ? .favour : .none
    }

    /// `D’Angelo` and `O’BRIEN`; `D’az` is a `Díaz` of Mac Roman.
    private var apostrophe: WordReading.Evidence {
        if isInside {
            let isJoint =
                right.properties.isUppercase
                && (left.properties.isUppercase || before.count > 2)
            return isJoint ? .favour : .against
        }
        if isAfterLetter {
            return "sxz".unicodeScalars.contains(left) || symbol == "’" ? .none : .against
        }
        return isBeforeLetter ? .against : .none
    }

    private var dash: WordReading.Evidence {
        if isInside { return right.properties.isUppercase && symbol == "–" ? .favour : .against }
        if isBesideLetter { return .against }
        let isBetweenBlanks = left == " " && right == " "
        return isBetweenBlanks || (Self.isDigit(left) && Self.isDigit(right)) ? .favour : .none
    }
}
