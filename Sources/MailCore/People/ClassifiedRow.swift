/// One data row of the schedule with its one class.
package struct ClassifiedRow: Sendable {
    /// The row as a spreadsheet numbers it: the header counts, a line break inside quotes does not.
    package let row: Int
    /// The line in a text editor on which the row begins, from 1.
    package let line: Int
    package var rowClass: RowClass
    /// Why.
    package var reasons: [RowReason]
    /// The header of the column to look at; nil when the whole row is meant, or nothing is wrong.
    package var column: String?
    /// When the appointment begins that is cancelled; nil if that could not be read.
    package let start: AppointmentTime?
    /// A second appointment in the same row that is cancelled as well, after the first.
    package let second: AppointmentTime?
    /// Who is meant; nil for classes whose data is not kept (`RowClass.isKept`).
    package let contact: Contact?
    /// Whether it holds two appointments of which one is not certain: a message would tell the other
    /// alone.
    package let isHalfKnown: Bool
    /// Whether its address stands on too many people, whatever else is doubtful: nobody decides to
    /// write to it.
    package var isCollective = false
    /// What the appointment is for, as the file writes it; counted at planning, and kept of no row.
    package var service: String?
    /// Whether a person said at planning that it gets no message.
    package var isLeftOut = false

    package init(
        row: Int,
        line: Int,
        rowClass: RowClass,
        reasons: [RowReason],
        column: String? = nil,
        start: AppointmentTime?,
        second: AppointmentTime? = nil,
        contact: Contact?,
        isHalfKnown: Bool = false
    ) {
        self.row = row
        self.line = line
        self.rowClass = rowClass
        self.reasons = reasons
        self.column = column
        self.start = start
        self.second = second
        self.contact = contact
        self.isHalfKnown = isHalfKnown
    }

    /// All appointments of the row that are cancelled, the earliest first.
    package var starts: [AppointmentTime] { [start, second].compactMap(\.self) }
}
