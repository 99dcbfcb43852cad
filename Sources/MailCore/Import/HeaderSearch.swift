/// Finds the header row among the first rows of a schedule (D-05).
struct HeaderSearch {
    /// How many rows are searched.
    static let depth = 20

    let overrides: [ColumnOverride]

    /// The rows among which the header must be; blank ones are left out.
    ///
    /// - Throws: `ScheduleError` if there are none, and whatever reading them throws.
    func candidates(in records: any RecordSource) throws -> [CSVRecord] {
        var first: [CSVRecord] = []
        try records.forEachRecord { record in
            guard record.row <= Self.depth else { return .enough }
            if !record.isBlank { first.append(record) }
            return .more
        }
        guard !first.isEmpty else {
            throw ScheduleError(message: "The file has no rows. Export the schedule again.")
        }
        return first
    }

    /// The index of the header among the first records.
    ///
    /// - Throws: `ScheduleError` if none of them names the columns (D-06).
    func find(among records: [CSVRecord]) throws(ScheduleError) -> Int {
        var best: (index: Int, hits: Int)?
        for (index, record) in records.enumerated() {
            let fields = (0..<record.count).compactMap { meaning(record.text($0)) }
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

    private func meaning(_ cell: String) -> ScheduleField? {
        let key = Synonym.key(of: cell)
        let chosen = overrides.first { !key.isEmpty && Synonym.key(of: $0.header) == key }
        let meaning = chosen?.field ?? ScheduleField(header: cell)
        return meaning == .date ? .start : meaning
    }
}
