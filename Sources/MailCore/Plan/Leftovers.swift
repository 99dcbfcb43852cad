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
    let exact = String.spreadsheetErrors + ["nan", "undefined", "nil", "none"]
    // Mail readers turn the last two into links, and anybody can type them into a booking form.
    let inside = ["{{", "}}", "Optional(", "#NV", "://", "www."]
    return exact.contains(text.lowercased()) || text == "null" || text == "NULL"
        || inside.contains(where: text.contains)
}
