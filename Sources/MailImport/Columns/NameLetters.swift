import MailCore

/// A person's name as far as a mailbox may spell it: without umlauts, accents, blanks and hyphens.
///
/// Personal data.
struct NameLetters {
    /// Any of these in a mailbox's letters is likeness.
    private let parts: [[UInt8]]
    /// So is any of these at their beginning: made of short words, they are in others by chance.
    private let beginnings: [[UInt8]]

    /// Whatever stands behind so many characters is no name; each is compared with many mailboxes.
    private static let longest = 200
    /// Fewer letters are in many mailboxes by chance.
    private static let enough = 4

    /// Nil for a name without enough letters to be known again.
    ///
    /// - Parameter name: The whole name, as `folded`.
    init?(folded name: String) {
        let beginning = name.unicodeScalars.prefix(Self.longest)
        let words = Self.words(of: beginning).filter { !Self.titles.contains($0) }
        parts = words.filter { $0.count >= Self.enough }
        var beginnings: [[UInt8]] = []
        // Two short words, or one with the initial of the other, are enough together.
        for (one, other) in zip(words, words.dropFirst())
        where min(one.count, other.count) < Self.enough {
            let joined = [
                one + other, other + one, one.prefix(1) + other, other + one.prefix(1),
            ]
            beginnings += joined.filter { $0.count >= Self.enough }
        }
        guard !(parts.isEmpty && beginnings.isEmpty) else { return nil }
        self.beginnings = beginnings
    }

    /// The letters of the part in front of the `@`.
    static func letters(of address: EmailAddress) -> [UInt8] {
        let key = address.comparisonKey
        return words(of: key.unicodeScalars.prefix { $0 != "@" }).flatMap(\.self)
    }

    /// Whether a mailbox with these letters may be this person's.
    func resemble(_ mailbox: [UInt8]) -> Bool {
        parts.contains { Self.holds(mailbox, $0) }
            || beginnings.contains(where: mailbox.starts(with:))
    }

    private static func holds(_ letters: [UInt8], _ part: [UInt8]) -> Bool {
        guard letters.count >= part.count else { return false }
        return (0...letters.count - part.count).contains { start in
            part.indices.allSatisfy { letters[start + $0] == part[$0] }
        }
    }

    /// The words of a text in lower case, in the letters a to z.
    private static func words(of text: some Sequence<Unicode.Scalar>) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in text {
            guard let letters = plain(scalar) else {
                if !word.isEmpty { words.append(word) }
                word = []
                continue
            }
            for letter in letters {
                // `mueller` and `muller` are both how mailboxes spell Müller.
                let isUmlaut =
                    letter == UInt8(ascii: "e")
                    && word.last.map(umlauts.contains)
                        ?? false
                if !isUmlaut { word.append(letter) }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static let umlauts: Set = [UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u")]

    /// The letters for one character; none for a mark that only changes the letter before it, nil
    /// for what is no letter.
    private static func plain(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) ? [UInt8(scalar.value)] : nil
        }
        if (0x300...0x36F).contains(scalar.value) { return [] }
        return accents[scalar].map { Array($0.utf8) }
    }

    private static let accents: [Unicode.Scalar: String] = {
        let rows: [(String, String)] = [
            ("a", "áàâãåāăą"), ("ae", "äæ"), ("c", "çćčĉċ"), ("d", "đďð"), ("e", "éèêëēėęě"),
            ("g", "ğģĝġ"), ("i", "íìîïīįı"), ("k", "ķ"), ("l", "łļľĺ"), ("n", "ñńňņ"),
            ("o", "óòôõøōő"), ("oe", "öœ"), ("r", "řŕ"), ("s", "şšśșŝ"), ("ss", "ß"),
            ("t", "ţťțŧ"), ("th", "þ"), ("u", "úùûūůűų"), ("ue", "ü"), ("y", "ýÿ"), ("z", "žźż"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (plain, accented) in rows {
            for scalar in accented.unicodeScalars { table[scalar] = plain }
        }
        return table
    }()

    private static let titles: Set<[UInt8]> = Set(
        ["frau", "herr", "prof", "familie", "fam"].map { Array($0.utf8) }
    )
}
