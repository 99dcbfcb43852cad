package import MailCore
package import MailImport

/// What `inspect` says of a file.
package struct InspectReport {
    /// The file's name, without its folder.
    package let name: String
    package let inspection: ScheduleInspection
    package let next: NextCommand

    package init(name: String, inspection: ScheduleInspection, next: NextCommand) {
        self.name = name
        self.inspection = inspection
        self.next = next
    }

    package var text: Sentence {
        let lists = inspection.lists.map(valueList)
        let parts: [Sentence?] =
            [heading, columns] + lists + [days, doubts, warnings, problems, closing]
        return parts.compactMap(\.self).joined(separator: Sentence(same: "\n\n"))
    }

    private var doubts: Sentence? {
        let all = inspection.doubts.map { ($0.key.words, $0.value) }
            .sorted { ($1.1, $0.0.en.text) < ($0.1, $1.0.en.text) }
        guard !all.isEmpty else { return nil }
        let lines = all.map { doubt, rows in
            Sentence(same: "\(count: rows)").leftPadded(to: 8)
                + Sentence(same: "  \(doubt)")
        }
        let wayOut = Sentence(
            en: "          A file of an earlier year is looked at with --as-of, as of then.",
            de:
                "          Eine Datei aus einem früheren Jahr sehen Sie mit --as-of nach dem Stand von damals an."
        )
        let title = Sentence(
            en: "Rows whose day or time is not certain:",
            de: "Zeilen, deren Tag oder Uhrzeit nicht sicher ist:"
        )
        return
            ([title] + lines + (inspection.days.isEmpty && next.asOf == nil ? [wayOut] : []))
            .lines
    }

    private var warnings: Sentence? {
        let all = inspection.warnings
        return all.isEmpty
            ? nil
            : ([Sentence(en: "Warnings:", de: "Hinweise:")]
                + all.map { Sentence(same: "  \($0)") }).lines
    }

    private var problems: Sentence? {
        guard !inspection.problems.isEmpty else { return nil }
        let title = Sentence(
            en: "This file cannot be planned yet:",
            de: "Diese Datei lässt sich noch nicht planen:"
        )
        return
            ([title] + inspection.problems.map { Sentence(same: "  \($0)") })
            .lines
    }

    private var closing: Sentence {
        if let plan = next.plan { return closing(plan) }
        let options = next.options
        guard !options.isEmpty else {
            return Sentence(
                en: "Look again when that is done; “plan” takes the same options as “inspect”.",
                de:
                    "Sehen Sie noch einmal nach, wenn das erledigt ist; „plan“ nimmt dieselben Optionen wie „inspect“."
            )
        }
        let title = Sentence(
            en: "Options that may be missing; look at the columns above, and try:",
            de:
                "Optionen, die vielleicht fehlen; sehen Sie sich oben die Spalten an, und versuchen Sie:"
        )
        return
            ([title] + options.map { Sentence(same: "  \($0.option)   (\($0.why))") })
            .lines
    }

    private func closing(_ plan: String) -> Sentence {
        let parts = next.parts.joined(separator: ", ")
        let some =
            parts.isEmpty
            ? .empty
            : Sentence(
                en: "\nfor some of it alone, add: \(parts)",
                de: "\nnur für einen Teil davon fügen Sie an: \(parts)"
            )
        let whole =
            next.cancel.map {
                Sentence(
                    en:
                        "\nOr all in one for one day, which shows it and asks before it sends:\n  \($0)",
                    de:
                        "\nOder alles in einem, für einen Tag; es wird gezeigt und vor dem Senden gefragt:\n  \($0)"
                )
            } ?? .empty
        return Sentence(
            en: "Next, with the days that are to be cancelled:\n  \(plan)\(some)\(whole)",
            de:
                "Weiter geht es, mit den Tagen, die abgesagt werden sollen:\n  \(plan)\(some)\(whole)"
        )
    }
}
