/// Whether a letter beyond ASCII stands where names have it.
///
/// Two questions: does its case fit the letters beside it, and do names have this letter between
/// such neighbours. The second one tells apart what one byte means under two pages: `Weiß` of CP850
/// is `Weiá` in Windows-1252, and `Dvořák` of Windows-1250 is `Dvoøák`.
struct LetterRule {
    private let letter: Unicode.Scalar
    /// The letter without case.
    private let plain: Unicode.Scalar
    /// The letters of the same word in front of it and behind it.
    private let before: ArraySlice<Unicode.Scalar>
    private let after: ArraySlice<Unicode.Scalar>
    /// What stands in front of the word.
    private let edge: Unicode.Scalar

    /// - Parameters:
    ///   - scalars: A word between the character in front of it and the one behind it.
    ///   - index: Of the letter.
    init(_ scalars: [Unicode.Scalar], at index: Int) {
        letter = scalars[index]
        plain = letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
        let start = scalars[..<index].lastIndex { !Self.isLetter($0) } ?? 0
        let end = scalars[index...].firstIndex { !Self.isLetter($0) } ?? scalars.endIndex
        before = scalars[(start + 1)..<index]
        after = scalars[(index + 1)..<end]
        edge = scalars[start]
    }

    static let german: Set<Unicode.Scalar> = ["ä", "ö", "ü", "ß", "Ä", "Ö", "Ü"]

    /// Of the alphabets that a code page of Europe may hold.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x180 && scalar.properties.isAlphabetic
    }

    var evidence: WordReading.Evidence {
        guard Self.usual.contains(plain), hasFittingCase else { return .against }
        // One letter alone is no name.
        guard !before.isEmpty || !after.isEmpty else { return .none }
        return hasFittingNeighbours ? .favour : .against
    }

    private static let usual = Set(
        "äöüßáàâãåæçéèêëíìîïñóòôõøúùûýšžœąćęłńśźżčďěňřťůőűăşţđľĺŕ".unicodeScalars
    )

    private var hasFittingCase: Bool {
        let others = [before, after].joined()
        if letter.properties.isUppercase {
            guard !before.isEmpty, others.contains(where: \.properties.isLowercase) else {
                return true
            }
            let prefix = String(String.UnicodeScalarView(before))
            return ["Mc", "Mac", "De", "Di", "Le", "La", "Van"].contains(prefix)
        }
        // There is no capital ß that a code page has.
        guard letter != "ß" else { return true }
        if before.isEmpty { return after.isEmpty || "@.-_".unicodeScalars.contains(edge) }
        return !after.contains(where: \.properties.isUppercase)
            && !(before.count > 1 && others.allSatisfy(\.properties.isUppercase))
    }

    private static let vowels = Set("aeiouyäöüáàâãåéèêëíìîïóòôõøúùûýæœěůőűąęă".unicodeScalars)

    private static func isVowel(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { vowels.contains($0.plain) } ?? false
    }

    /// The letters beside it without case; nil at an end of the word.
    private var left: Unicode.Scalar? { before.last?.plain }
    private var right: Unicode.Scalar? { after.first?.plain }

    private func isLeft(_ letters: String) -> Bool {
        left.map(letters.unicodeScalars.contains) ?? false
    }

    private func isRight(_ letters: String) -> Bool {
        right.map(letters.unicodeScalars.contains) ?? false
    }

    private var isBesideVowel: Bool { Self.isVowel(left) || Self.isVowel(right) }

    private var hasFittingNeighbours: Bool {
        switch plain {
        case "ß": isSharpSFitting
        case "ä", "ö", "ü": isUmlautFitting
        // An ß of CP850.
        case "á" where Self.isVowel(left): isRight("n") && after.count == 1
        case "à": before.isEmpty || after.isEmpty
        case "å": !Self.isVowel(left)
        case "ç": !after.isEmpty
        case "ô": !before.isEmpty && !after.isEmpty
        case "ï": Self.isVowel(left)
        case "š", "ž": isCaronFitting
        default: isTellingSlavicApart
        }
    }

    /// It follows a vowel, and no consonant but `l` and `t` ends a word behind it.
    private var isSharpSFitting: Bool {
        guard Self.isVowel(left) else { return false }
        return after.count != 1 || isRight("lt") || Self.isVowel(right)
    }

    private var isUmlautFitting: Bool {
        if plain == "ä", after.isEmpty { return false }
        if isRight("äöüoiá") || (plain == "ä" && isRight("e")) || (plain == "ö" && isRight("a")) {
            return false
        }
        return !Self.isVowel(left) || isLeft("ei")
    }

    private var isCaronFitting: Bool {
        guard !before.isEmpty else { return plain == "š" || Self.isVowel(right) }
        return after.isEmpty || isBesideVowel
    }

    /// Letters of Western Europe whose bytes are other letters in Windows-1250, and where names of
    /// Western Europe have them.
    private var isTellingSlavicApart: Bool {
        switch plain {
        case "ø": !isBesideVowel
        case "è":
            !after.isEmpty && (!Self.isVowel(left) || (isLeft("i") && isRight("v")))
                && !(before.isEmpty && Self.isVowel(right))
        case "æ":
            right.map { !Self.vowels.contains($0) && (left != nil || isRight("rbgs")) } ?? false
        case "ê": !Self.isVowel(left) && !isRight("bgdkz")
        case "œ": isRight("u")
        case "ã": isRight("oe")
        case "ñ": Self.isVowel(right)
        case "õ": isRight("e")
        // Hardly a name has them, and a Czech or Hungarian one has what they stand for.
        case "ì", "ò", "ù", "û": false
        default: true
        }
    }
}

extension Unicode.Scalar {
    fileprivate var plain: Unicode.Scalar {
        properties.lowercaseMapping.unicodeScalars.first ?? self
    }
}
