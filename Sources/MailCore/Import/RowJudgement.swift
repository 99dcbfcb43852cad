/// The class of one row, with the reason and the column to look at.
struct RowJudgement {
    let rowClass: RowClass
    var reasons: [String] = []
    var column: String?

    init(_ rowClass: RowClass, _ reason: String? = nil, column: String? = nil) {
        self.rowClass = rowClass
        reasons = reason.map { [$0] } ?? []
        self.column = column
    }

    init(_ rowClass: RowClass, reasons: [String], column: String?) {
        self.rowClass = rowClass
        self.reasons = reasons
        self.column = column
    }
}
