/// The operator's `--map` words, resolved against one header row.
struct ChosenColumns {
    private(set) var columns: [ScheduleField: [Int]] = [:]

    /// - Throws: `ScheduleError` for an unknown header, or one that is not unique.
    init(_ overrides: [ColumnOverride], among headers: [String]) throws(ScheduleError) {
        for override in overrides {
            let field = override.field
            columns[field, default: []].append(try Self.column(override, headers))
            guard columns[field]?.count == 1 || field.mayRepeat else {
                throw ScheduleError(
                    message: "--map names two columns for the field \(field.rawValue). "
                        + "Name one of them."
                )
            }
        }
        guard columns[.start] == nil || columns[.date] == nil else {
            throw ScheduleError(
                message: "--map names both start and date. Name start for a column with day and "
                    + "time, or date and time for two columns."
            )
        }
    }

    func uses(_ column: Int) -> Bool { columns.values.contains { $0.contains(column) } }

    private var settlesStart: Bool { columns[.start] != nil || columns[.date] != nil }

    /// Whether the operator's words leave nothing to find for a field.
    func settles(_ field: ScheduleField) -> Bool {
        switch field {
        case .start, .date: settlesStart
        case .name: columns[.name] != nil || columns[.first] != nil || columns[.last] != nil
        case .first, .last: columns[field] != nil || columns[.name] != nil
        case .email, .time, .ref, .phone, .site, .service, .status, .second: columns[field] != nil
        }
    }

    private static func column(
        _ override: ColumnOverride,
        _ headers: [String]
    ) throws(ScheduleError) -> Int {
        let matches = matches(override.header, headers)
        if let column = matches.first, matches.count == 1 { return column }
        guard matches.isEmpty else {
            let numbers = matches.map { "\"column \($0 + 1)\"" }.joined(separator: " or ")
            throw ScheduleError(
                message: "Several columns are called \"\(override.header)\". Write \(numbers) "
                    + "instead, e.g. --map \(override.field.rawValue)=\"column \(matches[0] + 1)\"."
            )
        }
        throw ScheduleError(
            message: "No column is called \"\(override.header)\". The file has: "
                + headers.joined(separator: ", ") + "."
        )
    }

    /// Exact spelling first, then the spelling without case and punctuation, then the number.
    private static func matches(_ header: String, _ headers: [String]) -> [Int] {
        let exact = headers.indices.filter { headers[$0] == header.trimmed }
        guard exact.isEmpty else { return exact }
        let key = Synonym.key(of: header)
        let alike = headers.indices.filter { !key.isEmpty && Synonym.key(of: headers[$0]) == key }
        guard alike.isEmpty else { return alike }
        return headers.indices.filter { "column\($0 + 1)" == key }
    }
}
