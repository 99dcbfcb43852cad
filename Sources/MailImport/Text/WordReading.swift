import MailCore

/// What a word with bytes beyond ASCII says about a code page: whether people write it so.
struct WordReading {
    enum Evidence: Hashable {
        /// Nobody writes this: the bytes are those of another page.
        case against
        case none
        case favour
    }

    let evidence: Evidence
    /// Whether it holds an umlaut or an ß.
    let isGerman: Bool

    init(_ word: ForeignWords.Word, under page: CodePage) {
        var scalars = [Unicode.Scalar(word.before)]
        for byte in word.bytes {
            guard let scalar = byte < 0x80 ? Unicode.Scalar(byte) : page.upperHalf[Int(byte) - 0x80]
            else {
                (evidence, isGerman) = (.against, false)
                return
            }
            scalars.append(scalar)
        }
        scalars.append(Unicode.Scalar(word.after))
        var result = Evidence.none
        var hasGerman = false
        for (index, byte) in zip(1..., word.bytes) where byte >= 0x80 {
            hasGerman = hasGerman || LetterRule.german.contains(scalars[index])
            let found =
                LetterRule.isLetter(scalars[index])
                ? LetterRule(scalars, at: index).evidence
                : SymbolRule(scalars, at: index).evidence
            if found == .against {
                (evidence, isGerman) = (.against, false)
                return
            }
            if found == .favour { result = .favour }
        }
        (evidence, isGerman) = (result, hasGerman)
    }
}
