/// A row as it stands before a person answers.
///
/// Personal data.
package struct UndecidedRow: Sendable {
    /// As a spreadsheet numbers it.
    package let row: Int
    package let line: Int
    package let rowClass: RowClass
    package let start: AppointmentTime?
    package let second: AppointmentTime?
    package let isHalfKnown: Bool
    /// Nil where nothing was kept, or it has been erased.
    package let contact: Contact?

    package init(
        row: Int,
        line: Int,
        rowClass: RowClass,
        start: AppointmentTime?,
        second: AppointmentTime?,
        isHalfKnown: Bool,
        contact: Contact?
    ) {
        self.row = row
        self.line = line
        self.rowClass = rowClass
        self.start = start
        self.second = second
        self.isHalfKnown = isHalfKnown
        self.contact = contact
    }

    /// What becomes of it when it gets no message.
    ///
    /// - Parameter answer: `phone` or `leaveOut`.
    /// - Returns: Nil if it already stands where the answer would put it.
    /// - Throws: `DecisionError` if it cannot be answered so.
    package func decided(_ answer: RowAnswer) throws(DecisionError) -> DecidedRow? {
        guard rowClass != .send else { throw .getsMessage(row) }
        guard rowClass.isKept else { throw .nothingKept(row, rowClass) }
        if answer == .phone, contact?.phone == nil { throw .noPhone(row) }
        return rowClass == .needsDecision ? unmailed(answer) : nil
    }

    /// What becomes of it when nobody is mailed on whose row there is a doubt: whoever has a phone
    /// number is called, the others get a letter or a notice.
    package var decidedByPhone: DecidedRow {
        unmailed(RowClass.unmailed(contact) == .noEmail ? .phone : .leaveOut)
    }

    /// What becomes of it when it is taken out of the campaign.
    package var leftOut: DecidedRow { unmailed(.leaveOut) }

    private func unmailed(_ answer: RowAnswer) -> DecidedRow {
        DecidedRow(
            row: row,
            answer: answer,
            before: rowClass,
            after: .unmailed(contact),
            hasGivenStart: false
        )
    }
}

/// What a person's answer makes of a row.
package struct DecidedRow: Hashable, Sendable {
    /// As a spreadsheet numbers it.
    package let row: Int
    package let answer: RowAnswer
    package let before: RowClass
    package let after: RowClass
    /// Whether the person also said when the appointment begins.
    package let hasGivenStart: Bool
}
