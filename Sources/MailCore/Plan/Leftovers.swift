extension ClassifiedRow {
    /// The row as it is; or, if a value that would be printed is a spreadsheet's or a program's
    /// leftover (`#NV`, `null`, `{{name}}`) or a link, the row as one that a person must decide.
    var withoutLeftovers: ClassifiedRow {
        guard rowClass == .send, let contact else { return self }
        let printed = [
            contact.name.first, contact.name.last, contact.name.full, contact.site,
            contact.reference,
        ]
        guard printed.contains(where: { $0.map(isLeftover) ?? false }) else { return self }
        var row = self
        row.rowClass = .needsDecision
        row.reasons.append(.leftover)
        return row
    }
}

/// A cell that no person is called by.
///
/// Whole words only: somebody may be called Null.
private func isLeftover(_ text: String) -> Bool {
    // Every cell of every row comes by here, and nearly all are words without any of these.
    text.utf8.contains(where: marks.contains) && inside.contains(where: text.contains)
        || text == "null" || text == "NULL" || exact.contains(text.lowercased())
}

private let exact = Set(String.spreadsheetErrors + ["nan", "undefined", "nil", "none"])
/// Mail readers turn the last two into links, and anybody can type them into a booking form.
private let inside = ["{{", "}}", "Optional(", "#NV", "://", "www."]
/// Each of `inside` has one of these.
private let marks = Array("{}(#:.".utf8)
