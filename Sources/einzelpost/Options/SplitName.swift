import MailCore

/// A name with blanks in it that was typed without quotes, and so came as several words.
struct SplitName {
    let name: String

    /// More words are seldom one name, and each try reads the whole command line.
    private static let mostWords = 6

    /// The first words that, taken for one, make sense of a command line that made none.
    ///
    /// - Parameters:
    ///   - words: The command line, without the program's name.
    ///   - isUnderstood: Whether one makes sense.
    /// - Returns: Nil if there are none.
    static func found(in words: [String], isUnderstood: ([String]) -> Bool) -> SplitName? {
        for start in words.indices.dropFirst() {
            let run = words[start...].prefix { !$0.hasPrefix("-") }.prefix(mostWords)
            for count in stride(from: 2, through: run.count, by: 1) {
                let name = run.prefix(count).joined(separator: " ")
                let line = words[..<start] + [name] + words[(start + count)...]
                if isUnderstood(Array(line)) { return SplitName(name: name) }
            }
        }
        return nil
    }

    var words: Sentence {
        Sentence(
            en: "If “\(name)” is one name, put it in quotes: '\(name)'",
            de: "Ist „\(name)“ ein einziger Name, setzen Sie ihn in Anführungszeichen: '\(name)'"
        )
    }
}
