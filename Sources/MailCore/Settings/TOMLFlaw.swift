/// What people do to a line so that it is no TOML.
///
/// The parser knows the line; what it says of it may quote a secret, and seldom helps.
enum TOMLFlaw: Hashable, Sendable {
    /// The key stands on that line of the same section already.
    case twice(first: Int)
    /// A section that was begun on that line already.
    case sectionTwice(first: Int)
    case backslash
    /// „…“ and the like, as word processors make them.
    case typographicQuotes
    case noQuotes
    case noEqualsSign
    case openBracket
    case openQuote
    case unknown

    init(onLine number: Int, of source: String) {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.trimmed }
        guard lines.indices.contains(number - 1) else {
            self = .unknown
            return
        }
        let line = lines[number - 1]
        if line.hasPrefix("[") {
            self = Self.flaw(ofSection: line, in: lines.prefix(number - 1))
        } else if let equals = line.firstIndex(of: "=") {
            let key = line[..<equals].trimmed
            self =
                Self.first(key, in: lines.prefix(number - 1)).map { .twice(first: $0) }
                ?? Self.flaw(ofValue: line[line.index(after: equals)...].trimmed)
        } else {
            self = line.isEmpty ? .unknown : .noEqualsSign
        }
    }

    private static func flaw(ofSection line: String, in before: ArraySlice<String>) -> TOMLFlaw {
        guard let end = line.firstIndex(of: "]") else { return .openBracket }
        // A list that was not closed takes the next section for a part of it.
        if let value = before.last(where: { !$0.isEmpty })?.split(separator: "=").last?.trimmed,
            value.hasPrefix("["), !value.contains("]")
        {
            return .openBracket
        }
        let name = line[...end]
        let first = before.firstIndex { $0.hasPrefix(name) }
        return first.map { .sectionTwice(first: $0 + 1) } ?? .unknown
    }

    /// The line, from 1, on which the section that is being read has the key already.
    private static func first(_ key: String, in lines: ArraySlice<String>) -> Int? {
        for index in lines.indices.reversed() {
            if lines[index].hasPrefix("[") { return nil }
            guard let equals = lines[index].firstIndex(of: "=") else { continue }
            if lines[index][..<equals].trimmed == key { return index + 1 }
        }
        return nil
    }

    private static func flaw(ofValue value: String) -> TOMLFlaw {
        guard let first = value.first else { return .noQuotes }
        if "„“”‚‘’«»‹›".contains(first) { return .typographicQuotes }
        guard first == "\"" || first == "'" || first == "[" else {
            return first.isLetter || first == "/" || first == "<" ? .noQuotes : .unknown
        }
        if first == "[" { return value.contains("]") ? .unknown : .openBracket }
        if first == "\"", hasStrangeEscape(value.dropFirst()) { return .backslash }
        return value.dropFirst().contains(first) ? .unknown : .openQuote
    }

    /// TOML knows a handful of letters behind a backslash, and no other.
    private static func hasStrangeEscape(_ text: Substring) -> Bool {
        var isEscaped = false
        for character in text {
            if isEscaped, !"btnfre\"\\uU".contains(character) { return true }
            if !isEscaped, character == "\"" { return false }
            isEscaped = !isEscaped && character == "\\"
        }
        // The backslash before the last quote has made it a part of the text.
        return text.hasSuffix("\\\"")
    }
}

extension TOMLFlaw: Worded {
    /// What to write instead; quotes nothing of the line.
    var words: Sentence {
        switch self {
        case .twice(let first):
            Sentence(
                en: "this key stands in line \(first) already; leave one of the two",
                de:
                    "dieser Schlüssel steht schon in Zeile \(first); lassen Sie einen von beiden stehen"
            )
        case .sectionTwice(let first):
            Sentence(
                en: "this section begins in line \(first) already; put its keys together there",
                de:
                    "dieser Abschnitt beginnt schon in Zeile \(first); schreiben Sie seine Schlüssel dort zusammen"
            )
        case .backslash:
            Sentence(
                en:
                    "a backslash in quotes begins something else; write it twice (\\\\), or take single quotes: '…'",
                de:
                    "ein umgekehrter Schrägstrich hat in Anführungszeichen eine andere Bedeutung; schreiben Sie ihn doppelt (\\\\), oder nehmen Sie einfache: '…'"
            )
        case .typographicQuotes:
            Sentence(
                en: "the value stands in typographic quotes; take straight ones: \"…\"",
                de: "der Wert steht in typografischen Anführungszeichen; nehmen Sie gerade: \"…\""
            )
        case .noQuotes:
            Sentence(
                en: "a text stands in straight quotes: \"…\"",
                de: "ein Text steht in geraden Anführungszeichen: \"…\""
            )
        case .noEqualsSign:
            Sentence(
                en: "between a key and its value stands an equals sign: key = \"…\"",
                de:
                    "zwischen Schlüssel und Wert steht ein Gleichheitszeichen: schluessel = \"…\""
            )
        case .openBracket:
            Sentence(
                en: "a closing bracket is missing, here or in the line before: ]",
                de: "hier oder in der Zeile davor fehlt eine schließende Klammer: ]"
            )
        case .openQuote:
            Sentence(
                en: "the closing quote is missing; begin and end with the same straight quote",
                de:
                    "das schließende Anführungszeichen fehlt; beginnen und enden Sie mit demselben geraden"
            )
        case .unknown:
            Sentence(
                en: "this is not valid TOML; look for a missing quote or bracket",
                de:
                    "das ist kein gültiges TOML; suchen Sie nach einem fehlenden Anführungszeichen oder einer fehlenden Klammer"
            )
        }
    }
}

extension StringProtocol {
    /// Without blanks around it.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
