package import MailCore

/// Which column of the file means what.
package struct ColumnMapping {
    /// Header cells for people: trimmed, on one line, `column N` where the cell is empty.
    package let headers: [String]
    private(set) var columns: [ScheduleField: [Int]] = [:]
    /// Columns that are used for nothing, whatever their header says: because of `--ignore`, or by
    /// the profile's.
    private(set) var ignored: Set<Int> = []
    /// Columns for further people of the same booking.
    ///
    /// They are discarded like the others, but a row that fills one is not the row of one person.
    package private(set) var guests: [Int] = []
    /// The column that is empty in a row that somebody began and never sent; nil without one.
    package private(set) var completion: Int?
    /// The layout that was followed; nil without one.
    package let profile: ImportProfile?
    /// What keeps the file from being used, in the order in which it was found.
    package private(set) var problems: [ScheduleError] = []
    /// Columns of which several could be one field, so that none of them is used for it.
    package private(set) var contested: [Int: ScheduleField] = [:]
    private let hasGivenDay: Bool
    let dayInName: LocalDay?
    private var reasons: [Int: DiscardedColumn.Reason] = [:]
    private var origins: [ScheduleField: ColumnOrigin] = [:]

    /// Maps a header row: options before the profile's, and those before synonyms.
    ///
    /// - Parameters:
    ///   - cells: The header row; empty cells for a file without one.
    ///   - overrides: What `--map` says.
    ///   - ignored: Headers of columns that the operator wants used for nothing.
    ///   - profile: The layout of a known system, or of the authority.
    ///   - hasGivenDay: Whether the day of all rows stands outside the table, and was confirmed.
    ///   - dayInName: What the file's name says of it; proposed where it is needed.
    /// - Throws: `ScheduleError` where a column is missing, or where two could be meant.
    package init(
        headers cells: [String],
        overrides: [ColumnOverride],
        ignored: [String] = [],
        profile: ImportProfile? = nil,
        hasGivenDay: Bool = false,
        dayInName: LocalDay? = nil
    ) throws(ScheduleError) {
        self.init(
            finding: cells,
            overrides: overrides,
            ignored: ignored,
            profile: profile,
            hasGivenDay: hasGivenDay,
            dayInName: dayInName
        )
        if let problem = problems.first { throw problem }
    }

    /// Maps as far as it goes; what is missing, or could be two, stands in `problems`.
    package init(
        finding cells: [String],
        overrides: [ColumnOverride],
        ignored: [String],
        profile: ImportProfile?,
        hasGivenDay: Bool,
        dayInName: LocalDay?
    ) {
        headers = cells.enumerated().map(Self.label)
        self.profile = profile
        self.hasGivenDay = hasGivenDay
        self.dayInName = dayInName
        reasons = Self.denied(headers)
        let chosen = choose(overrides, ignored)
        columns = chosen.columns
        self.ignored = chosen.ignored
            .union(profile?.ignored.flatMap { $0.columns(among: headers) } ?? [])
        var candidates = self.candidates(cells, without: chosen)
        discardResidence(cells, from: &candidates)
        for field in ScheduleField.allCases
        where !chosen.settles(field) && !(field == .zone && profile != nil) {
            // A layout says itself what its columns mean: a zone may be the guest's.
            take(candidates[field] ?? [], for: field)
        }
        requireOneStart()
        settleName()
        requireNeeded()
        findGuests(cells, without: chosen.ignored)
        findCompletion(without: chosen.ignored)
        requireDecisions(cells)
    }

    /// Nothing that may say who is not to be told is discarded in silence.
    private mutating func requireDecisions(_ cells: [String]) {
        for column in cells.indices
        where !uses(column) && !ignored.contains(column) && reasons[column] == nil
            && completion != column && StatusFlag(header: cells[column]) == .unclear
        {
            problems.append(ScheduleError(.isStatus(header: headers[column])))
        }
    }

    /// What `--map` says, and the words of the profile behind them.
    private mutating func choose(
        _ overrides: [ColumnOverride],
        _ ignored: [String]
    ) -> ChosenColumns {
        var chosen = ChosenColumns()
        do throws(ScheduleError) {
            chosen = try ChosenColumns(overrides, ignoring: ignored, among: headers)
        } catch {
            problems.append(error)
        }
        for field in chosen.columns.keys { origins[field] = .option }
        guard let profile else { return chosen }
        do throws(ScheduleError) {
            try chosen.add(profile, among: headers)
        } catch {
            problems.append(error)
        }
        for field in chosen.columns.keys where origins[field] == nil { origins[field] = .layout }
        return chosen
    }

    package func first(_ field: ScheduleField) -> Int? { columns[field]?.first }

    package func all(_ field: ScheduleField) -> [Int] { columns[field] ?? [] }

    package func uses(_ column: Int) -> Bool { columns.values.contains { $0.contains(column) } }

    /// The columns that `--service` is compared with.
    package var filters: [Int] { all(.service) + all(.dose) }

    package func origin(of field: ScheduleField) -> ColumnOrigin { origins[field] ?? .header }

    package var mapped: [MappedColumn] {
        ScheduleField.allCases.flatMap { field in
            all(field).map { MappedColumn(field: field, header: headers[$0]) }
        }
    }

    /// The columns that are discarded, in file order, each with its reason.
    package var discarded: [DiscardedColumn] {
        let used = Set(columns.values.joined())
        return headers.indices.filter { !used.contains($0) }.map {
            DiscardedColumn(header: headers[$0], reason: reasons[$0])
        }
    }

    /// Why a column is discarded; nil for one that is not needed.
    package func reasonToDiscard(_ column: Int) -> DiscardedColumn.Reason? { reasons[column] }

    /// Discards a column whose cells are not what its header says.
    package mutating func discard(_ column: Int, holding kind: ContentKind) {
        for field in ScheduleField.allCases {
            columns[field]?.removeAll { $0 == column }
            if columns[field]?.isEmpty == true { columns[field] = nil }
        }
        reasons[column] = .content(kind: kind)
    }

    /// Whether a row names the columns once more, and is no person's.
    ///
    /// As at the top of each printed page, or in a second header line with captions.
    package func repeatsHeader(_ cell: (Int) -> String) -> Bool {
        // Asked for every row of a file, so the cheap question comes first.
        guard let email = first(.email), !cell(email).utf8.contains(UInt8(ascii: "@")) else {
            return false
        }
        guard Synonym.of(cell(email))?.field == .email || cell(email).trimmed == headers[email]
        else { return false }
        let meanings = headers.indices.compactMap { ScheduleField(header: cell($0)) }
        return meanings.count >= 3 || headers.indices.allSatisfy { cell($0).trimmed == headers[$0] }
    }

    private static func denied(_ headers: [String]) -> [Int: DiscardedColumn.Reason] {
        var reasons: [Int: DiscardedColumn.Reason] = [:]
        for (column, header) in headers.enumerated() {
            if let kind = DeniedColumn(header: header) { reasons[column] = .header(kind: kind) }
        }
        return reasons
    }

    private mutating func findCompletion(without ignored: Set<Int>) {
        do throws(ScheduleError) {
            completion = try profile?.completeWhen.flatMap { name throws(ScheduleError) in
                try name.column(among: headers, except: ignored)
            }
        } catch {
            problems.append(error)
        }
    }

    private mutating func findGuests(_ cells: [String], without ignored: Set<Int>) {
        let used = ignored.union(columns.values.joined())
        let named = profile?.guests.flatMap { $0.columns(among: headers) } ?? []
        guests = cells.indices.filter { column in
            !used.contains(column)
                && (named.contains(column) || Synonym.isGuest(Synonym.key(of: cells[column])))
        }
    }

    private static func label(_ index: Int, _ cell: String) -> String {
        let shown = cell.trimmed.onOneLine.unicodeScalars.filter(\.isPrintable)
        let words = String(String.UnicodeScalarView(shown)).split(whereSeparator: \.isWhitespace)
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
            guard let synonym = Synonym.of(cell), reasons[column] == nil,
                !ignored.contains(column)
            else { continue }
            result[synonym.field, default: []].append(Candidate(column: column, rank: synonym.rank))
        }
        return result
    }

    /// `Ort` next to a postal code or a street is where the person lives.
    private mutating func discardResidence(
        _ cells: [String],
        from candidates: inout [ScheduleField: [Candidate]]
    ) {
        let residence = SiteColumn.residence(among: cells)
        candidates[.site]?.removeAll { residence.contains($0.column) }
        for column in residence { reasons[column] = .header(kind: .home) }
    }

    private mutating func take(_ candidates: [Candidate], for field: ScheduleField) {
        guard let best = candidates.map(\.rank).min() else { return }
        let equals = candidates.filter { field.mayRepeat || $0.rank == best }.map(\.column)
        guard equals.count == 1 || field.mayRepeat else {
            for column in equals { contested[column] = field }
            return problems.append(ambiguous(field, equals))
        }
        columns[field] = equals
    }

    /// A `Termin` next to a `Datum`: one of them may be the day of booking.
    private mutating func requireOneStart() {
        if hasGivenDay, let day = first(.start) ?? first(.date) {
            problems.append(superfluousDay(beside: day))
        }
        guard let start = first(.start), let date = first(.date) else { return }
        problems.append(twoStarts(start: start, date: date))
        contested[start] = .start
        contested[date] = .date
        columns[.start] = nil
        columns[.date] = nil
    }

    /// `Name` next to `Vorname` is the family name; next to both parts it adds nothing.
    private mutating func settleName() {
        guard let name = first(.name), first(.first) != nil || first(.last) != nil else { return }
        if first(.last) == nil {
            columns[.last] = [name]
            origins[.last] = origins[.name]
        }
        columns[.name] = nil
    }

    private mutating func requireNeeded() {
        let open = contested.values
        if first(.email) == nil, !open.contains(.email) {
            problems.append(
                missing(Sentence(en: "an e-mail address", de: "E-Mail-Adresse"), "email")
            )
        }
        let hasDay = first(.start) != nil || first(.date) != nil || hasGivenDay
        guard !hasDay, !open.contains(.start), !open.contains(.date) else { return }
        problems.append(missingDay)
    }
}
