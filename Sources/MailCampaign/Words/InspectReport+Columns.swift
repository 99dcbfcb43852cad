package import MailCore
package import MailImport

extension InspectReport {
    /// One line for each column: number, header, how many cells are filled, what it becomes, and an
    /// example or the reason.
    package var columns: Printable? {
        let all = inspection.columns
        guard !all.isEmpty else { return nil }
        let width = min(30, all.map { header($0).count }.max() ?? 0)
        let lines = all.map { column -> Printable in
            let number = Printable(column.number).leftPadded(to: 4)
            let share = share(column.filled).leftPadded(to: 5)
            let words: Printable = "\(column.word.padded(to: 12)) \(remark(column))"
            let line: Printable =
                "\(number)  \(header(column).fitted(to: width))  \(share)  \(words)"
            return line.trimmedEnd
        }
        return """
            Columns: cells that are filled, the field that each becomes, and a masked example. The \
            header decides,
            unless another reason is given. Otherwise: --map FIELD=HEADER
            \(lines.joined(separator: "\n"))
            """
    }

    private func header(_ column: InspectedColumn) -> Printable { Printable(column.header) }

    /// Rounded towards the middle: a column with one empty cell is not full.
    private func share(_ filled: Int) -> Printable {
        let rows = inspection.rows - inspection.ragged - inspection.damaged
        guard rows > 0, filled > 0 else { return "0 %" }
        return filled == rows ? "100 %" : "\(min(99, max(1, filled * 100 / rows))) %"
    }

    private func remark(_ column: InspectedColumn) -> Printable {
        [column.example, column.reason(layout: inspection.layout)].compactMap(\.self)
            .map { Printable($0) }.joined(separator: "   ")
    }

    /// A list to choose from, with what a status word is taken for.
    package func valueList(_ list: ValueList) -> Printable {
        let title: Printable =
            switch list.field {
            case .service, .dose: "Values of \"\(list.header)\" (for --service):"
            case .site: "Values of \"\(list.header)\" (for --site):"
            default: "Values of \"\(list.header)\" (the status), and what each is taken for:"
            }
        let width = min(40, list.values.map { word($0).count }.max() ?? 0)
        var lines = list.values.map { value in
            let meaning: Printable = value.meaning.map { "  \($0.spoken)" } ?? ""
            return line(value.rows, word(value).padded(to: width) + meaning)
        }
        if list.otherRows > 0 { lines.append(line(list.otherRows, "(other values)")) }
        if list.emptyRows > 0 { lines.append(line(list.emptyRows, "(empty)")) }
        return ([title] + lines).joined(separator: "\n")
    }

    private func word(_ value: ValueList.Value) -> Printable {
        value.text.map { Printable($0) } ?? "(not shown: may be about a person)"
    }

    private func line(_ rows: Int, _ words: Printable) -> Printable {
        (Printable(rows).leftPadded(to: 8) + "  " + words).trimmedEnd
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

    private func reason(_ origin: ColumnOrigin, layout: String?) -> String? {
        switch origin {
        case .option: "(by --map)"
        case .layout: "(by the layout \(layout ?? ""))"
        case .header: nil
        }
    }

    fileprivate func reason(layout: String?) -> String? {
        if case .used(_, let origin) = fate { return reason(origin, layout: layout) }
        return droppedBecause
    }

    /// Why it is not used, and what it looks like; nil for one that is used.
    package var droppedBecause: String? {
        let likeness = look.map { ", looks like \($0.plainWords)" } ?? ""
        switch fate {
        case .used: return nil
        case .contested(let field): return "one of several that could be \(field.rawValue)"
        case .guests: return "further people: a row that fills it needs a decision"
        case .completion: return "says whether the form was sent"
        case .discarded(let reason):
            let discarded = DiscardedColumn(header: header, reason: reason)
            return "discarded: \(discarded.plainReason ?? "not used")"
        case .notNeeded: return "not used\(likeness)"
        }
    }
}

extension StatusCell {
    /// What a status word is taken for.
    fileprivate var spoken: Printable {
        switch self {
        case .active: "stands"
        case .cancelled: "cancelled already: nobody is told"
        case .doubtful: "a person must decide"
        case .unknown: "not known: a person must decide"
        }
    }
}
