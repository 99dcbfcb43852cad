/// Which column of the file means what.
struct ColumnMapping {
    /// Header cells for people: trimmed, on one line, `column N` where the cell is empty.
    let headers: [String]
    private(set) var columns: [ScheduleField: [Int]] = [:]
    /// Columns for further people of the same booking.
    ///
    /// They are dropped like the others, but a row that fills one is not the row of one person.
    private(set) var guests: [Int] = []

    /// Maps a header row, the operator's words before the synonyms.
    ///
    /// - Throws: `ScheduleError` where a column is missing, or where two could be meant.
    init(headers cells: [String], overrides: [ColumnOverride]) throws(ScheduleError) {
        headers = cells.enumerated().map(Self.label)
        let chosen = try ChosenColumns(overrides, among: headers)
        columns = chosen.columns
        var candidates = self.candidates(cells, without: chosen)
        Self.dropResidence(cells, from: &candidates)
        for field in ScheduleField.allCases where !chosen.settles(field) {
            try take(candidates[field] ?? [], for: field)
        }
        try requireOneStart()
        settleName()
        try requireNeeded()
        let used = Set(columns.values.joined())
        guests = cells.indices.filter {
            !used.contains($0) && Synonym.isGuest(Synonym.key(of: cells[$0]))
        }
    }

    func first(_ field: ScheduleField) -> Int? { columns[field]?.first }

    func all(_ field: ScheduleField) -> [Int] { columns[field] ?? [] }

    var mapped: [MappedColumn] {
        ScheduleField.allCases.flatMap { field in
            all(field).map { MappedColumn(field: field, header: headers[$0]) }
        }
    }

    /// Headers of the columns that are dropped, in file order.
    var discarded: [String] {
        let used = Set(columns.values.joined())
        return headers.indices.filter { !used.contains($0) }.map { headers[$0] }
    }

    private static func label(_ index: Int, _ cell: String) -> String {
        let words = cell.trimmed.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? "column \(index + 1)" : words.joined(separator: " ")
    }

    private struct Candidate {
        let column: Int
        let rank: Int
    }

    private func candidates(
        _ cells: [String],
        without chosen: ChosenColumns
    ) -> [ScheduleField: [Candidate]] {
        var result: [ScheduleField: [Candidate]] = [:]
        for (column, cell) in cells.enumerated() where !chosen.uses(column) {
            guard let synonym = Synonym.of(cell) else { continue }
            result[synonym.field, default: []].append(Candidate(column: column, rank: synonym.rank))
        }
        return result
    }

    /// D-02: `Ort` next to a postal code or a street is where the person lives.
    private static func dropResidence(
        _ cells: [String],
        from candidates: inout [ScheduleField: [Candidate]]
    ) {
        let keys = cells.map(Synonym.key)
        let home: Set = [
            "plz", "postleitzahl", "strasse", "str", "strassehausnummer", "strassenr", "hausnummer",
            "hausnr", "anschrift", "adresse", "plz/ort", "strasse/hausnummer", "zip", "street",
        ]
        guard keys.contains(where: home.contains) else { return }
        candidates[.site]?.removeAll { keys[$0.column] == "ort" }
    }

    private mutating func take(
        _ candidates: [Candidate],
        for field: ScheduleField
    ) throws(ScheduleError) {
        guard let best = candidates.map(\.rank).min() else { return }
        let equals = candidates.filter { field.mayRepeat || $0.rank == best }.map(\.column)
        guard equals.count == 1 || field.mayRepeat else { throw ambiguous(field, equals) }
        columns[field] = equals
    }

    /// A `Termin` next to a `Datum`: one of them may be the day of booking (D-03).
    private func requireOneStart() throws(ScheduleError) {
        guard let start = first(.start), let date = first(.date) else { return }
        throw ScheduleError(
            message:
                "The columns \"\(headers[date])\" and \"\(headers[start])\" could both say when "
                + "the appointment is. Say which one with --map start=HEADER, or with "
                + "--map date=HEADER --map time=HEADER."
        )
    }

    /// `Name` next to `Vorname` is the family name; next to both parts it adds nothing.
    private mutating func settleName() {
        guard let name = first(.name), first(.first) != nil || first(.last) != nil else { return }
        if first(.last) == nil { columns[.last] = [name] }
        columns[.name] = nil
    }

    private func requireNeeded() throws(ScheduleError) {
        guard first(.email) != nil else { throw missing("an e-mail address", "email") }
        guard first(.start) != nil || first(.date) != nil else {
            throw missing("the day of the appointment", "start")
        }
    }

    private func missing(_ what: String, _ field: String) -> ScheduleError {
        ScheduleError(
            message: "No column was recognised as \(what). Name it with --map \(field)=HEADER."
        )
    }

    private func ambiguous(_ field: ScheduleField, _ columns: [Int]) -> ScheduleError {
        let names = columns.map { column in
            let isUnique = headers.count { $0 == headers[column] } == 1
            return "\"\(headers[column])\"" + (isUnique ? "" : " (column \(column + 1))")
        }
        let all = columns.count == 2 ? "both" : "all"
        return ScheduleError(
            message: "The columns \(names.joined(separator: " and ")) could \(all) be the field "
                + "\(field.rawValue). Say which one with --map \(field.rawValue)=HEADER."
        )
    }
}
