extension ClassifiedRow {
    /// The row as one that a person has decided gets no message; it goes to the phone list or to the
    /// letters; nil if it would not have got one anyway.
    package var leftOut: ClassifiedRow? {
        guard rowClass == .send || rowClass == .needsDecision else { return nil }
        var row = self
        row.rowClass = .unmailed(contact)
        row.isLeftOut = true
        return row
    }
}
