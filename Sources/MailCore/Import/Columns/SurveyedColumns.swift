/// The columns of a schedule after all rows have been looked at.
struct SurveyedColumns {
    /// Without the columns that hold something else than their header promises.
    let mapping: ColumnMapping
    private let formats: [Int?: DateFormat]
    /// How many appointments each day has, first and second ones.
    let days: [LocalDay: Int]
    /// The cells with the day of the (first) appointment.
    let dates: DateColumn
    /// What somebody should know of the columns, in plain sentences.
    let warnings: [String]

    init(
        mapping: ColumnMapping,
        formats: [Int?: DateFormat],
        starts: [(column: Int?, dates: DateColumn)],
        warnings: [String]
    ) {
        self.mapping = mapping
        self.formats = formats
        self.warnings = warnings
        dates = starts[0].dates
        let used = [mapping.dayColumn] + mapping.all(.second)
        days = starts.filter { used.contains($0.column) }.reduce(into: [:]) { days, start in
            let counts = start.dates.counts(in: formats[start.column] ?? .unproven)
            days.merge(counts) { $0 + $1 }
        }
    }

    /// How the days of a column are written; nil is the day given by the operator.
    func format(of column: Int?) -> DateFormat { formats[column] ?? .unproven }
}
