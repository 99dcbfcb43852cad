import MailCore

/// The columns of a schedule after all rows have been looked at.
struct SurveyedColumns {
    /// How the days of one column are written, and who says so.
    struct Format {
        enum Origin {
            /// The operator.
            case chosen
            /// The rows of the file.
            case proven
            /// The layout, where the rows leave it open.
            case layout
        }

        let dates: DateFormat
        let origin: Origin
    }

    /// Without the columns that hold something else than their header promises.
    let mapping: ColumnMapping
    private let formats: [Int?: Format]
    /// How many appointments each day has, first and second ones.
    let days: [LocalDay: Int]
    /// The cells with the day of the (first) appointment.
    let dates: DateColumn
    /// What somebody should know of the columns, in plain sentences.
    let warnings: [PlanWarning]
    /// How many cells each row has beyond the header, all of them empty.
    let surplus: Int

    init(
        mapping: ColumnMapping,
        formats: [Int?: Format],
        starts: [(column: Int?, dates: DateColumn)],
        warnings: [PlanWarning],
        surplus: Int
    ) {
        self.mapping = mapping
        self.formats = formats
        self.warnings = warnings
        self.surplus = surplus
        dates = starts[0].dates
        let used = [mapping.dayColumn] + mapping.all(.second)
        days = starts.filter { used.contains($0.column) }.reduce(into: [:]) { days, start in
            let counts = start.dates.counts(in: formats[start.column]?.dates ?? .unproven)
            days.merge(counts) { $0 + $1 }
        }
    }

    /// How the days of a column are written; nil is the day given by the operator.
    func format(of column: Int?) -> DateFormat { formats[column]?.dates ?? .unproven }

    /// Who says so; nil for a column of which it is not known how it is written.
    func origin(of column: Int?) -> Format.Origin? { formats[column]?.origin }
}
