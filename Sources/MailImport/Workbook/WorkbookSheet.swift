/// A sheet of a workbook, as people may be told of it.
package struct WorkbookSheet: Hashable, Sendable {
    /// From 1, in the order of the tabs; hidden sheets count, too.
    package internal(set) var number = 1
    /// On one line; nil for a name that looks as if it were about a person.
    package internal(set) var name: String?
    package internal(set) var isHidden = false

    /// For people: `"Termine"`, `"Archiv" (hidden)`, or `sheet 3` if its name is not shown.
    package var spoken: String {
        (name.map { "\"\($0)\"" } ?? "sheet \(number)") + (isHidden ? " (hidden)" : "")
    }
}

extension [WorkbookSheet] {
    /// For people: the first of them, and how many more there are.
    package var spoken: String {
        let (shown, rest) = (prefix(10).map(\.spoken), dropFirst(10).count)
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
