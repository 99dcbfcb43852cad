import MailCore

/// The class of one row, with the reasons and the column to look at.
struct RowJudgement {
    let rowClass: RowClass
    var reasons: [RowReason]
    let column: String?
    /// The appointments of the row that are meant, the earliest first; for rows that are not meant,
    /// what is known of them.
    var starts: [AppointmentTime] = []
    /// Whether there are two appointments of which one is not certain.
    var isHalfKnown = false

    init(_ rowClass: RowClass, _ reason: RowReason? = nil, column: String? = nil) {
        self.init(rowClass, reasons: reason.map { [$0] } ?? [], column: column)
    }

    init(_ rowClass: RowClass, reasons: [RowReason], column: String?) {
        self.rowClass = rowClass
        self.reasons = reasons
        self.column = column
    }
}

extension RowJudgement {
    /// With a word on a name that lost letters on its way, where somebody will read or be told it.
    ///
    /// That alone is no reason to keep a person waiting: the class stays, and the message greets
    /// without the name (`PersonName.isWhole`).
    func noting(_ name: PersonName) -> RowJudgement {
        guard rowClass.isKept, !name.isWhole else { return self }
        var noted = self
        noted.reasons.append(.lostLetterInName)
        return noted
    }
}
