package import MailCore

/// A sheet of a workbook, as people may be told of it.
package struct WorkbookSheet: Hashable, Sendable {
    /// From 1, in the order of the tabs; hidden sheets count, too.
    package internal(set) var number = 1
    /// On one line; nil for a name that looks as if it were about a person.
    package internal(set) var name: String?
    package internal(set) var isHidden = false

    /// For people: `"Termine"`, `"Archiv" (hidden)`, or `sheet 3` if its name is not shown.
    package var spoken: Sentence {
        let shown =
            name.map { Sentence(en: "\"\($0)\"", de: "„\($0)“") }
            ?? Sentence(en: "sheet \(number)", de: "Blatt \(number)")
        return isHidden
            ? Sentence(en: "\(shown) (hidden)", de: "\(shown) (ausgeblendet)") : shown
    }
}

extension [WorkbookSheet] {
    /// For people: the first of them, and how many more there are.
    package var spoken: Sentence {
        let (shown, rest) = (prefix(10).map(\.spoken).commas, dropFirst(10).count)
        return rest > 0
            ? Sentence(en: "\(shown) and \(rest) more", de: "\(shown) und \(rest) weitere") : shown
    }
}
