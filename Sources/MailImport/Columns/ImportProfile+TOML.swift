package import MailCore

extension ImportProfile {
    /// Reads a profile; docs/profiles.md describes the keys.
    ///
    /// - Parameters:
    ///   - source: The text of the file.
    ///   - file: Its name, for errors.
    /// - Throws: `SettingsError` with every problem found: unknown keys, too.
    package init(toml source: String, file: String) throws(SettingsError) {
        let table = try SettingsTable(source, file: file)
        name = Self.name(reading: table)
        description = table.requiredText("profile.description")
        recognisedBy = table.headerNames("recognise.headers")
        columns = Self.columns(reading: table)
        ignored = table.headerNames("columns.ignored")
        guests = table.headerNames("columns.guests")
        completeWhen = table.text("rows.complete_when").map(HeaderName.init)
        dateOrder = Self.dateOrder(reading: table)
        dayIsInFileName = Self.dayIsInFileName(reading: table)
        statusWords = StatusWords(
            active: table.texts("status.active") ?? [],
            cancelled: table.texts("status.cancelled") ?? [],
            doubtful: table.texts("status.doubtful") ?? []
        )
        if dayIsInFileName, columns[.start] != nil || columns[.date] != nil {
            table.report(
                "dates.day",
                Sentence(
                    en: "the day is either in the file name or in a column",
                    de: "der Tag steht entweder im Dateinamen oder in einer Spalte"
                )
            )
        }
        if columns[.start] != nil, columns[.date] != nil {
            table.report(
                "columns.date",
                Sentence(
                    en: "name start or date, not both",
                    de: "nennen Sie start oder date, nicht beide"
                )
            )
        }
        try table.finish()
    }

    private static func name(reading table: SettingsTable) -> String {
        let name = table.requiredText("profile.name")
        let isWord = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        if !isWord || name == "none" {
            table.report(
                "profile.name",
                Sentence(
                    en: "must be a word of a-z, 0-9 and -, other than none",
                    de: "muss ein Wort aus a-z, 0-9 und - sein, nur nicht none"
                )
            )
        }
        return name
    }

    /// A list for the fields that several columns may share, one text for the others.
    private static func columns(
        reading table: SettingsTable
    ) -> [ScheduleField: [HeaderName]] {
        var columns: [ScheduleField: [HeaderName]] = [:]
        for field in ScheduleField.allCases {
            let key = "columns.\(field.rawValue)"
            let names =
                field.mayRepeat
                ? table.headerNames(key) : table.text(key).map { [HeaderName(parsing: $0)] } ?? []
            guard !names.isEmpty else { continue }
            columns[field] = names
            for name in names where field != .status {
                guard let kind = DeniedColumn(header: name.description) else { continue }
                table.report(
                    key,
                    Sentence(
                        en: "is named like \(kind), which is never used as \(field.rawValue)",
                        de: "heißt wie \(kind) und wird nie als \(field.rawValue) verwendet"
                    )
                )
            }
        }
        return columns
    }

    private static func dateOrder(reading table: SettingsTable) -> DateOrder? {
        guard let text = table.text("dates.order") else { return nil }
        guard let order = DateOrder(rawValue: text) else {
            table.report(
                "dates.order",
                Sentence(en: "must be \"dmy\" or \"mdy\"", de: "muss \"dmy\" oder \"mdy\" sein")
            )
            return nil
        }
        return order
    }

    private static func dayIsInFileName(reading table: SettingsTable) -> Bool {
        guard let text = table.text("dates.day") else { return false }
        if text != "file-name" {
            table.report(
                "dates.day",
                Sentence(
                    en: "must be \"file-name\"; leave it out for a column",
                    de: "muss \"file-name\" sein; für eine Spalte lassen Sie es weg"
                )
            )
        }
        return text == "file-name"
    }
}

extension SettingsTable {
    fileprivate func headerNames(_ key: String) -> [HeaderName] {
        let texts = texts(key) ?? []
        if texts.contains(where: { Synonym.key(of: $0).isEmpty }) {
            report(
                key,
                Sentence(
                    en: "must hold headers, none of them empty",
                    de: "muss Überschriften nennen, keine davon leer"
                )
            )
        }
        return texts.map(HeaderName.init)
    }
}
