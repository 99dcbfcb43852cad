/// Finds the header row among the first rows of a schedule (D-05).
struct HeaderSearch {
    /// How many rows are searched.
    static let depth = 20

    let encoding: ScheduleEncoding
    let overrides: [ColumnOverride]

    /// The index of the header among the first records.
    ///
    /// - Throws: `ScheduleError` if none of them names the columns (D-06).
    func find(among records: [CSVRecord]) throws(ScheduleError) -> Int {
        var best: (index: Int, hits: Int)?
        for (index, record) in records.enumerated() {
            let fields = cells(of: record).compactMap(meaning)
            let isHeader =
                fields.count >= 3 || (fields.contains(.email) && fields.contains(.start))
            if isHeader, fields.count > (best?.hits ?? 0) { best = (index, fields.count) }
        }
        if let best { return best.index }
        throw ScheduleError(
            message: "No row among the first \(Self.depth) names the columns. Export the schedule "
                + "with its header row, or name the columns with --map FIELD=HEADER."
        )
    }

    func cells(of record: CSVRecord) -> [String] {
        (0..<record.count).map { encoding.text(record[$0]) }
    }

    private func meaning(_ cell: String) -> ScheduleField? {
        let key = Synonym.key(of: cell)
        let chosen = overrides.first { !key.isEmpty && Synonym.key(of: $0.header) == key }
        let meaning = chosen?.field ?? ScheduleField(header: cell)
        return meaning == .date ? .start : meaning
    }
}
