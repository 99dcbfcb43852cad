import Foundation

/// A sentence as it stands in the sources, with `{…}` where values come.
///
/// Read from the text, since that is where none can be forgotten: every `en:` has its `de:` behind it.
struct SourceSentence {
    let place: String
    let english: String
    let german: String

    /// All of a file, in their order.
    static func all(in source: String, of file: String) -> [SourceSentence] {
        var scanner = SourceScanner(source)
        var found: [SourceSentence] = []
        while scanner.skip(behind: "(en: ") {
            let english = scanner.literals()
            guard scanner.takes(", de: ") else { continue }
            let german = scanner.literals()
            // Two widths, or two values that are sentences already.
            guard english + german != "" else { continue }
            found.append(SourceSentence(place: file, english: english, german: german))
        }
        return found
    }
}

/// Reads just so much Swift as arguments with literals need.
struct SourceScanner {
    private let text: [Character]
    private var place = 0

    /// Line ends and indentation between arguments do not matter.
    init(_ source: String) {
        let joined = source.replacing(#/\(\s*en:\s*/#, with: "(en: ")
            .replacing(#/,\s*de:\s*/#, with: ", de: ")
        text = Array(joined)
    }

    /// Moves behind the next occurrence; false if there is none.
    mutating func skip(behind mark: String) -> Bool {
        let mark = Array(mark)
        while place + mark.count <= text.count {
            if text[place..<place + mark.count].elementsEqual(mark) {
                place += mark.count
                return true
            }
            place += 1
        }
        return false
    }

    mutating func takes(_ mark: String) -> Bool {
        let mark = Array(mark)
        guard text[place...].starts(with: mark) else { return false }
        place += mark.count
        return true
    }

    /// The text of all literals of an argument, up to the comma or bracket behind it.
    mutating func literals() -> String {
        var (result, depth) = ("", 0)
        while place < text.count {
            switch text[place] {
            case "\"":
                result += literal()
                continue
            case "(", "[", "{": depth += 1
            case ")", "]", "}", ",":
                if depth == 0 { return result }
                if text[place] != "," { depth -= 1 }
            default: break
            }
            place += 1
        }
        return result
    }

    /// One literal; a value is `{…}` with the literals in it.
    private mutating func literal() -> String {
        let quote = text[place...].starts(with: "\"\"\"") ? 3 : 1
        place += quote
        var result = ""
        while place < text.count {
            if text[place] == "\"", quote == 1 || text[place...].starts(with: "\"\"\"") {
                place += quote
                return result
            }
            guard text[place] == "\\", place + 1 < text.count else {
                result.append(text[place])
                place += 1
                continue
            }
            if text[place + 1] == "(" {
                place += 2
                result += "{" + value() + "}"
            } else {
                if text[place + 1] == "n" { result += "\n" }
                if text[place + 1] == "\"" { result += "\"" }
                place += 2
            }
        }
        return result
    }

    private mutating func value() -> String {
        var (parts, depth) = ([String](), 0)
        while place < text.count {
            if text[place] == "\"" {
                parts.append(literal())
                continue
            }
            if text[place] == "(" { depth += 1 }
            if text[place] == ")" {
                if depth == 0 {
                    place += 1
                    break
                }
                depth -= 1
            }
            place += 1
        }
        return parts.isEmpty ? "…" : parts.joined(separator: "|")
    }
}
