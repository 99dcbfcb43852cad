package import MailCore
package import MailImport

extension InspectReport {
    /// One line for each column: number, header, how many cells are filled, what it becomes, and an
    /// example or the reason.
    package var columns: Sentence? {
        let all = inspection.columns
        guard !all.isEmpty else { return nil }
        let width = min(30, all.map { header($0).count }.max() ?? 0)
        let lines = all.map { column -> Sentence in
            let number = Printable(column.number).leftPadded(to: 4)
            let share = share(column.filled).leftPadded(to: 5)
            let name = header(column).fitted(to: width)
            let word = column.word.padded(to: 12)
            return Sentence(same: "\(number)  \(name)  \(share)  \(word) \(remark(column))")
                .map(\.trimmedEnd)
        }
        return Sentence(
            en: """
                Columns: cells that are filled, the field that each becomes, and a masked example. The \
                header decides,
                unless another reason is given. Otherwise: --map FIELD=HEADER
                \(lines.lines)
                """,
            de: """
                Spalten: wie viele Zellen gefüllt sind, welches Feld daraus wird, und ein verdecktes Beispiel. Die \
                Überschrift entscheidet,
                wenn kein anderer Grund dabeisteht. Anders zuordnen: --map FELD=ÜBERSCHRIFT
                \(lines.lines)
                """
        )
    }

    private func header(_ column: InspectedColumn) -> Printable { Printable(column.header) }

    /// Rounded towards the middle: a column with one empty cell is not full.
    private func share(_ filled: Int) -> Printable {
        let rows = inspection.rows - inspection.ragged - inspection.damaged
        guard rows > 0, filled > 0 else { return "0 %" }
        return filled == rows ? "100 %" : "\(min(99, max(1, filled * 100 / rows))) %"
    }

    private func remark(_ column: InspectedColumn) -> Sentence {
        let example = column.example.map { Sentence(same: "\($0)") }
        return [example, column.reason(layout: inspection.layout)].compactMap(\.self)
            .joined(separator: Sentence(same: "   "))
    }

    /// A list to choose from, with what a status word is taken for.
    package func valueList(_ list: ValueList) -> Sentence {
        let words = list.values.map(word)
        let english = min(40, words.map(\.en.count).max() ?? 0)
        let german = min(40, words.map(\.de.count).max() ?? 0)
        var lines = list.values.map { value in
            let meaning = value.meaning.map { Sentence(same: "  \($0.spoken)") } ?? .empty
            return line(value.rows, word(value).padded(en: english, de: german) + meaning)
        }
        if list.otherRows > 0 {
            lines.append(line(list.otherRows, Sentence(en: "(other values)", de: "(andere Werte)")))
        }
        if list.emptyRows > 0 {
            lines.append(line(list.emptyRows, Sentence(en: "(empty)", de: "(leer)")))
        }
        return ([title(list)] + lines).lines
    }

    private func title(_ list: ValueList) -> Sentence {
        switch list.field {
        case .service, .dose:
            Sentence(
                en: "Values of \"\(list.header)\" (for --service):",
                de: "Werte in „\(list.header)“ (für --service):"
            )
        case .site:
            Sentence(
                en: "Values of \"\(list.header)\" (for --site):",
                de: "Werte in „\(list.header)“ (für --site):"
            )
        default:
            Sentence(
                en: "Values of \"\(list.header)\" (the status), and what each is taken for:",
                de: "Werte in „\(list.header)“ (Status), und was jeder bedeutet:"
            )
        }
    }

    private func word(_ value: ValueList.Value) -> Sentence {
        value.text.map { Sentence(same: "\($0)") }
            ?? Sentence(
                en: "(not shown: may be about a person)",
                de: "(nicht gezeigt: könnte eine Person betreffen)"
            )
    }

    private func line(_ rows: Int, _ words: Sentence) -> Sentence {
        (Sentence(same: "\(count: rows)").leftPadded(to: 8) + Sentence(same: "  \(words)"))
            .map(\.trimmedEnd)
    }
}

extension InspectedColumn {
    /// The fields it gives, or a dash.
    fileprivate var word: Printable {
        switch fate {
        case .used(let fields, _): "\(fields.map(\.rawValue).joined(separator: ", "))"
        case .contested(let field): "\(field.rawValue)?"
        case .guests, .completion, .discarded, .notNeeded: "-"
        }
    }

    private func reason(_ origin: ColumnOrigin, layout: String?) -> Sentence? {
        switch origin {
        case .option: Sentence(en: "(by --map)", de: "(durch --map)")
        case .layout:
            Sentence(
                en: "(by the layout \(layout ?? ""))",
                de: "(durch das Profil \(layout ?? ""))"
            )
        case .header: nil
        }
    }

    fileprivate func reason(layout: String?) -> Sentence? {
        if case .used(_, let origin) = fate { return reason(origin, layout: layout) }
        return droppedBecause
    }

    /// Why it is not used, and what it looks like; nil for one that is used.
    package var droppedBecause: Sentence? {
        switch fate {
        case .used: return nil
        case .contested(let field):
            return Sentence(
                en: "one of several that could be \(field.rawValue)",
                de: "eine von mehreren, die \(field.rawValue) sein könnten"
            )
        case .guests:
            return Sentence(
                en: "further people: a row that fills it needs a decision",
                de: "weitere Personen: Steht hier etwas, braucht die Zeile eine Entscheidung"
            )
        case .completion:
            return Sentence(
                en: "says whether the form was sent",
                de: "sagt, ob das Formular abgeschickt wurde"
            )
        case .discarded(let reason):
            return Sentence(en: "discarded: \(reason)", de: "verworfen: \(reason)")
        case .notNeeded:
            let likeness =
                look.map {
                    Sentence(
                        en: ", looks like \($0)",
                        de: ", sieht aus wie \($0)"
                    )
                } ?? .empty
            return Sentence(en: "not used\(likeness)", de: "nicht verwendet\(likeness)")
        }
    }
}

extension StatusCell {
    /// What a status word is taken for.
    fileprivate var spoken: Sentence {
        switch self {
        case .active: Sentence(en: "stands", de: "Termin steht")
        case .cancelled:
            Sentence(
                en: "cancelled already: nobody is told",
                de: "schon abgesagt: keine Nachricht"
            )
        case .doubtful:
            Sentence(en: "a person must decide", de: "das muss jemand entscheiden")
        case .unknown:
            Sentence(
                en: "not known: a person must decide",
                de: "unbekannt: das muss jemand entscheiden"
            )
        }
    }
}
