/// The class of one row, with the reasons and the column to look at.
struct RowJudgement {
    let rowClass: RowClass
    let reasons: [String]
    let column: String?
    /// The appointments of the row that are meant, the earliest first; for rows that are not meant,
    /// what is known of them.
    var starts: [AppointmentTime] = []

    init(_ rowClass: RowClass, _ reason: String? = nil, column: String? = nil) {
        self.init(rowClass, reasons: reason.map { [$0] } ?? [], column: column)
    }

    init(_ rowClass: RowClass, reasons: [String], column: String?) {
        self.rowClass = rowClass
        self.reasons = reasons
        self.column = column
    }
}
