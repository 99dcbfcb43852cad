import MailCore

/// The operator's `--map` and `--ignore` words, resolved against one header row.
struct ChosenColumns {
    private(set) var columns: [ScheduleField: [Int]] = [:]
    /// Columns that are used for nothing.
    private(set) var ignored: Set<Int> = []

    /// Nothing is chosen.
    init() {}

    /// - Throws: `ScheduleError` for an unknown header, or one that is not unique.
    init(
        _ overrides: [ColumnOverride],
        ignoring ignoredHeaders: [String],
        among headers: [String]
    ) throws(ScheduleError) {
        for header in ignoredHeaders {
            ignored.insert(try Self.column(header, headers, option: "--ignore "))
        }
        for override in overrides {
            let field = override.field
            let option = "--map \(field.rawValue)="
            let column = try Self.column(override.header, headers, option: option)
            guard !ignored.contains(column) else {
                throw ScheduleError(
                    message: Sentence(
                        en:
                            "--map and --ignore both name the column \"\(headers[column])\". Leave one of them out.",
                        de:
                            "--map und --ignore nennen beide die Spalte „\(headers[column])“. Lassen Sie eines davon weg."
                    )
                )
            }
            try Self.requireAllowed(headers[column], as: field)
            columns[field, default: []].append(column)
            guard columns[field]?.count == 1 || field.mayRepeat else {
                throw ScheduleError(
                    message: Sentence(
                        en:
                            "--map names two columns for the field \(field.rawValue). Name one of them.",
                        de:
                            "--map nennt zwei Spalten für das Feld \(field.rawValue). Nennen Sie eine davon."
                    )
                )
            }
        }
        guard columns[.start] == nil || columns[.date] == nil else {
            throw ScheduleError(
                message: Sentence(
                    en:
                        "--map names both start and date. Name start for a column with day and time, or date and time for two columns.",
                    de:
                        "--map nennt start und date. Nennen Sie start für eine Spalte mit Tag und Uhrzeit, oder date und time für zwei Spalten."
                )
            )
        }
    }

    /// The columns that `--fill-down` names.
    ///
    /// - Throws: `ScheduleError` for an unknown header, or one that is not unique.
    static func filled(
        _ names: [String],
        among headers: [String]
    ) throws(ScheduleError) -> [Int] {
        var columns: [Int] = []
        for name in names { columns.append(try column(name, headers, option: "--fill-down ")) }
        return columns
    }

    /// Adds what a profile says of the fields that the operator left open.
    ///
    /// - Throws: `ScheduleError` if the file lacks a column of the profile, or may not give it.
    mutating func add(
        _ profile: ImportProfile,
        among headers: [String]
    ) throws(ScheduleError) {
        let operators = self
        for field in ScheduleField.allCases where !operators.settles(field) {
            guard let names = profile.columns[field] else { continue }
            let found = try profileColumns(names, field, profile, headers)
            for column in found { try Self.requireAllowed(headers[column], as: field) }
            if !found.isEmpty { columns[field] = found }
        }
    }

    /// The columns that a profile names for a field, without those that are ignored.
    private func profileColumns(
        _ names: [HeaderName],
        _ field: ScheduleField,
        _ profile: ImportProfile,
        _ headers: [String]
    ) throws(ScheduleError) -> [Int] {
        var found: [Int] = []
        for name in names {
            let column = try name.column(among: headers, except: ignored)
            if let column, !found.contains(column) { found.append(column) }
        }
        // Without the status, people whose appointment was cancelled long ago would be told again.
        let mayLack = field.mayRepeat && field != .status
        let isInFile = names.contains { !$0.columns(among: headers).isEmpty }
        guard !isInFile, !mayLack, let name = names.first else { return found }
        throw ScheduleError(
            message: Sentence(
                en:
                    "The layout \"\(profile.name)\" expects a column \"\(name)\" as the field \(field.rawValue). Name it with "
                    + "--map \(field.rawValue)=HEADER, or choose another layout with --profile.",
                de:
                    "Das Profil „\(profile.name)“ erwartet eine Spalte „\(name)“ als Feld \(field.rawValue). Nennen Sie sie mit "
                    + "--map \(field.rawValue)=ÜBERSCHRIFT, oder wählen Sie mit --profile ein anderes."
            )
        )
    }

    /// A column of the deny list is judged as a status at most, and never kept.
    private static func requireAllowed(
        _ header: String,
        as field: ScheduleField
    ) throws(ScheduleError) {
        guard field != .status, let kind = DeniedColumn(header: header) else { return }
        throw ScheduleError(
            message: Sentence(
                en:
                    "The column \"\(header)\" is named like \(kind) and is never used as the field \(field.rawValue). Name another column "
                    + "with --map \(field.rawValue)=HEADER.",
                de:
                    "Die Spalte „\(header)“ heißt wie \(kind) und wird nie als Feld \(field.rawValue) verwendet. Nennen Sie mit "
                    + "--map \(field.rawValue)=ÜBERSCHRIFT eine andere."
            )
        )
    }

    func uses(_ column: Int) -> Bool { columns.values.contains { $0.contains(column) } }

    private var settlesStart: Bool { columns[.start] != nil || columns[.date] != nil }

    /// Whether options leave nothing to find for a field.
    func settles(_ field: ScheduleField) -> Bool {
        switch field {
        case .start, .date: settlesStart
        case .name: columns[.name] != nil || columns[.first] != nil || columns[.last] != nil
        case .first, .last: columns[field] != nil || columns[.name] != nil
        case .email, .time, .ref, .phone, .site, .service, .dose, .status, .second, .zone:
            columns[field] != nil
        }
    }

    /// The one column that a header names; `option` stands in front of it on the command line.
    private static func column(
        _ header: String,
        _ headers: [String],
        option: String
    ) throws(ScheduleError) -> Int {
        let matches = matches(header, headers)
        if let column = matches.first, matches.count == 1 { return column }
        guard matches.isEmpty else {
            let numbers = matches.map { "\"column \($0 + 1)\"" }
            throw ScheduleError(
                message: Sentence(
                    en:
                        "Several columns are called \"\(header)\". Write \(numbers.joined(separator: " or ")) instead, e.g. "
                        + "\(option)\"column \(matches[0] + 1)\".",
                    de:
                        "Mehrere Spalten heißen „\(header)“. Schreiben Sie stattdessen \(numbers.joined(separator: " oder ")), z. B. "
                        + "\(option)\"column \(matches[0] + 1)\"."
                )
            )
        }
        throw ScheduleError(
            message: Sentence(
                en:
                    "No column is called \"\(header)\". The file has \(headers.count) columns\(known(headers)); \"inspect\" shows them all.",
                de:
                    "Keine Spalte heißt „\(header)“. Die Datei hat \(headers.count) Spalten\(known(headers)); alle zeigt „inspect“."
            )
        )
    }

    /// Only headers that are known ones: the row that was taken for the header may be a person's.
    private static func known(_ headers: [String]) -> Sentence {
        let known = headers.filter { Synonym.of($0) != nil }.joined(separator: ", ")
        return known.isEmpty
            ? .empty : Sentence(en: ", among them \(known)", de: ", darunter \(known)")
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
