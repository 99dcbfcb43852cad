extension ClassifiedRow {
    /// What stands behind the reasons of a row that a person left out.
    package static let leftOutReason = "left out by a person; must be reached another way"

    /// The row as one that gets no message by a person's word, and goes to the phone list or to the
    /// letters; nil if it would not have got one anyway.
    package var leftOut: ClassifiedRow? {
        guard rowClass == .send || rowClass == .needsDecision else { return nil }
        var row = self
        row.rowClass = contact?.phone == nil ? .noContact : .noEmail
        row.reasons.append(Self.leftOutReason)
        return row
    }
}
