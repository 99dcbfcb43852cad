import MailCore

/// What a cell of the reference column holds.
enum ReferenceCell: Hashable {
    case reference(String)
    case none
    /// What a spreadsheet made of a reference: a rounded number, a day, a word for true or for an
    /// error. Nobody is found by it, and two people may have the same.
    case damaged

    init(parsing cell: String) {
        guard let text = TextFormula.unwrapped(cell).shown else {
            self = .none
            return
        }
        self = Self.isDamaged(text) ? .damaged : .reference(text)
    }

    private static func isDamaged(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        return ScientificNumber.isIn(text) || isWord(text) || isDay(text)
    }

    /// By the first octet before anything is folded: nearly every cell is a reference, and there may be a
    /// million.
    private static func isWord(_ text: String) -> Bool {
        guard let first = text.utf8.first, "#wWfFtT".utf8.contains(first) else { return false }
        return words.contains(text.folded)
    }

    private static let words: Set = [
        "wahr", "falsch", "true", "false", "#nv", "#n/a", "#wert!", "#value!", "#bezug!", "#ref!",
        "#name?", "#zahl!", "#num!", "#null!", "#div/0!",
    ]

    /// `01.02.2026`, `12. Mai`, `Dez 12`, `DEC-12`: what spreadsheets take for days.
    private static func isDay(_ text: String) -> Bool {
        guard mayBeDay(text) else { return false }
        if text.contains(where: { "./-".contains($0) }), (try? DateText(parsing: text)) != nil {
            return true
        }
        let parts = text.folded.split { !$0.isLetter && !$0.isNumber }
        guard parts.count == 2, let word = parts.first(where: { $0.allSatisfy(\.isLetter) }),
            let number = parts.first(where: { $0.allSatisfy(\.isNumber) })
        else { return false }
        return number.count <= 4 && months.contains(String(word))
    }

    /// No day is without a digit, and none has five in a row.
    private static func mayBeDay(_ text: String) -> Bool {
        var (digits, run) = (0, 0)
        for unit in text.utf8 {
            run = unit.isDigit ? run + 1 : 0
            digits += run > 0 ? 1 : 0
            if run > 4 { return false }
        }
        return digits > 0
    }

    private static let months: Set = [
        "jan", "feb", "mrz", "maer", "mar", "apr", "mai", "may", "jun", "jul", "aug", "sep", "sept",
        "okt", "oct", "nov", "dez", "dec", "januar", "februar", "maerz", "april", "juni", "juli",
        "august", "september", "oktober", "november", "dezember",
    ]
}

/// A number that a spreadsheet has rounded: `2,21471E+11`.
enum ScientificNumber {
    static func isIn(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        func takeDigits() -> Bool {
            let tail = rest.drop(while: \.isDigit)
            defer { rest = tail }
            return tail.startIndex != rest.startIndex
        }
        guard takeDigits() else { return false }
        if let point = rest.first, ".,".utf8.contains(point) {
            rest.removeFirst()
            guard takeDigits() else { return false }
        }
        guard rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") else { return false }
        rest.removeFirst()
        if let sign = rest.first, "+-".utf8.contains(sign) { rest.removeFirst() }
        return takeDigits() && rest.isEmpty
    }
}

/// `="0221 4711"`, with which exports keep a spreadsheet from reading a number.
enum TextFormula {
    /// The text inside; what is no such formula, as it is.
    static func unwrapped(_ cell: String) -> String {
        let text = cell.trimmed
        guard text.utf8.count > 3, text.hasPrefix("=\""), text.hasSuffix("\"") else { return cell }
        let inside = text.dropFirst(2).dropLast()
        return inside.contains("\"") ? cell : String(inside)
    }
}
