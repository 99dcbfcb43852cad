import MailCore

/// What the mapped columns of a schedule hold, seen in its first rows.
///
/// A header can lie: this is the second look, before anything is kept.
package struct ColumnContents {
    private let mapping: ColumnMapping
    private var suspicions: [(column: Int, field: ScheduleField, of: ContentSuspicion)]

    /// - Parameters:
    ///   - mapping: What the columns were taken for.
    ///   - births: The years in which people may be born.
    ///   - serials: How whole numbers count days, if they are days.
    package init(
        mapping: ColumnMapping,
        births: BirthYears,
        serials: SerialDays = .since1900
    ) {
        self.mapping = mapping
        let email = mapping.first(.email)
        suspicions = ScheduleField.allCases.flatMap { field in
            mapping.all(field).map { column in
                let suspicion = ContentSuspicion(
                    field: field,
                    alsoEmail: column == email,
                    births: births,
                    serials: serials
                )
                return (column, field, suspicion)
            }
        }
    }

    /// Whether further rows change nothing.
    package var isSettled: Bool { suspicions.allSatisfy(\.of.isSettled) }

    /// Takes the next row by its cells.
    package mutating func add(_ cell: (Int) -> String) {
        for index in suspicions.indices where !suspicions[index].of.isSettled {
            suspicions[index].of.add(cell(suspicions[index].column))
        }
    }

    /// The mapping without the columns that hold something else, and what is wrong with those that
    /// are needed.
    package func findings() -> (mapping: ColumnMapping, problems: [ScheduleError]) {
        var checked = mapping
        var problems: [ScheduleError] = []
        for (column, field, suspicion) in suspicions {
            switch suspicion.verdict {
            case .fits: break
            case .discard(let kind): checked.discard(column, holding: kind)
            case .ask(let kind):
                checked.discard(column, holding: kind)
                problems.append(
                    ScheduleError(
                        message: Self.question(mapping.headers[column], field, kind)
                    )
                )
            }
        }
        return (checked, problems)
    }

    private static func question(
        _ header: String,
        _ field: ScheduleField,
        _ kind: ContentKind
    ) -> Sentence {
        let other =
            kind == .birthDate
            ? Sentence(
                en: ", or say with --as-of how old the file is",
                de: ", oder sagen Sie mit --as-of, von wann die Datei ist"
            ) : .empty
        return Sentence(
            en:
                "The column \"\(header)\" was taken for the field \(field.rawValue), but most of its cells look like \(kind). "
                + "Name the right column with --map \(field.rawValue)=HEADER\(other).",
            de:
                "Die Spalte „\(header)“ wurde für das Feld \(field.rawValue) gehalten, aber die meisten Zellen sehen aus wie "
                + "\(kind). Nennen Sie mit --map \(field.rawValue)=ÜBERSCHRIFT die richtige Spalte\(other)."
        )
    }
}
