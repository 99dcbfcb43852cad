extension ClassifiedRow {
    /// The row as one that gets no message by a person's word, and goes to the phone list or to the
    /// letters; nil if it would not have got one anyway.
    package var leftOut: ClassifiedRow? {
        guard rowClass == .send || rowClass == .needsDecision else { return nil }
        var row = self
        row.rowClass = .unmailed(contact)
        row.isLeftOut = true
        return row
    }
}
