import Foundation
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

    package var text: Printable {
        let lists = inspection.lists.map(valueList)
        let parts: [Printable?] =
            [heading, columns] + lists + [days, doubts, warnings, problems, closing]
        return parts.compactMap(\.self).joined(separator: "\n\n")
    }

    private var heading: Printable {
        let lines: [(Printable, Printable?)] =
            form + [
                ("header", header), ("layout", layout), ("rows", rows), ("dates", dateOrder),
                ("addresses", addresses),
            ]
        return "\(name)\n"
            + lines.compactMap { label, value in
                value.map { "  \(label.padded(to: 11))\($0)" as Printable }
            }.joined(separator: "\n")
    }

    private var form: [(Printable, Printable?)] {
        switch inspection.form {
        case .text(let form):
            [
                (
                    "encoding",
                    "\(form.encoding.rawValue), \(form.encodingCertainty.spoken) "
                        + "(another one: --encoding)"
                ),
                (
                    "separator",
                    "\(form.delimiter.spoken), \(form.delimiterCertainty.spoken) "
                        + "(another one: --delimiter)"
                ),
            ]
        case .workbook(let facts, _):
            [("file", "\(inspection.form.description)"), ("sheets", otherSheets(facts))]
        }
    }

    private func otherSheets(_ facts: WorkbookFacts) -> Printable? {
        guard !facts.otherSheets.isEmpty else { return nil }
        return "also with cells: \(facts.otherSheets.spoken) (another one: --sheet)"
    }

    private var header: Printable? {
        guard let row = inspection.headerRow else {
            guard !inspection.headerCandidates.isEmpty else { return nil }
            return "not recognised; say which row it is with --header-row\n"
                + inspection.headerCandidates.prefix(8).map(candidate).joined(separator: "\n")
        }
        guard row > 0 else { return "none (as chosen); columns are numbers" }
        let line: Printable = inspection.headerLine.map { $0 == row ? "" : ", line \($0)" } ?? ""
        return "row \(row)\(line) (another one: --header-row)"
    }

    private func candidate(_ row: HeaderCandidate) -> Printable {
        let known: Printable =
            row.known.isEmpty ? "" : ": \(row.known.joined(separator: ", "))"
        return indent(
            "row \(row.row): \(row.cells) filled cells, \(row.known.count) known as headers\(known)"
        )
    }

    private var layout: Printable? {
        guard !inspection.columns.isEmpty else { return nil }
        return "\(inspection.layout ?? "none of the known ones") (another one: --profile)"
    }

    private var rows: Printable? {
        guard !inspection.columns.isEmpty else { return nil }
        var lines: [Printable] = [
            inspection.isWhole ? "\(inspection.rows)" : "\(inspection.rows) up to where it breaks"
        ]
        if inspection.ragged > 0 {
            lines.append("\(inspection.ragged) have another number of cells than the header")
        }
        if inspection.damaged > 0 {
            lines.append("\(inspection.damaged) hold bytes that are no text")
        }
        let skipped = inspection.skippedLines
        if !skipped.isEmpty {
            let shown = skipped.prefix(8).map(String.init).joined(separator: ", ")
            let rest: Printable = skipped.count > 8 ? " and \(skipped.count - 8) more" : ""
            lines.append("not counted: lines \(shown)\(rest) (titles, sums, repeated headers)")
        }
        return lines.joined(separator: "\n" + indent(""))
    }

    private var dateOrder: Printable? {
        let hasDates = !inspection.days.isEmpty || !inspection.doubts.isEmpty
        guard hasDates || inspection.dateOrder != .notNeeded else { return nil }
        return switch inspection.dateOrder {
        case .notNeeded: "none that could be both day/month and month/day"
        case .proven(let order): "\(order.spoken), proven by the rows (otherwise: --date-order)"
        case .chosen(let order): "\(order.spoken) (as chosen)"
        case .layout(let order): "\(order.spoken), by the layout (otherwise: --date-order)"
        case .open: "whether the day or the month comes first is not known: --date-order"
        }
    }

    private var addresses: Printable? {
        let found = inspection.addresses
        guard inspection.columns.contains(where: \.isAddress) else { return nil }
        return "\(found.usable) usable, \(found.none) without, \(found.unusable) not usable"
    }

    private var days: Printable? {
        let all = inspection.days.sorted { $0.key < $1.key }.map { ($0.key.short, $0.value) }
        guard all.count > 62 else { return histogram("Days", all) }
        let months = Dictionary(grouping: inspection.days) { "\("\($0.key)".prefix(7))" }
            .mapValues { $0.reduce(0) { $0 + $1.value } }
        return histogram("\(all.count) days, by month", months.sorted { $0.key < $1.key })
    }

    private func histogram(_ title: Printable, _ bars: [(String, Int)]) -> Printable? {
        guard let most = bars.map(\.1).max() else { return nil }
        let lines = bars.map { label, count -> Printable in
            "\(Printable(count).leftPadded(to: 8))  \(label) "
                + "\(String(repeating: "#", count: max(1, count * 40 / most)))"
        }
        return "\(title) (rows on each, whatever their status):\n" + lines.joined(separator: "\n")
    }

    private var doubts: Printable? {
        let all = inspection.doubts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !all.isEmpty else { return nil }
        let lines = all.map { "\(Printable($1).leftPadded(to: 8))  \($0)" as Printable }
        let wayOut: [Printable] =
            inspection.days.isEmpty && next.asOf == nil
            ? ["          A file of an earlier year is looked at with --as-of, as of then."] : []
        return (["Rows whose day or time is not certain:"] + lines + wayOut)
            .joined(separator: "\n")
    }

    private var warnings: Printable? {
        let all = inspection.warnings
        return all.isEmpty
            ? nil : (["Warnings:"] + all.map { "  \($0)" as Printable }).joined(separator: "\n")
    }

    private var problems: Printable? {
        guard !inspection.problems.isEmpty else { return nil }
        return "This file cannot be planned yet:\n"
            + inspection.problems.map { "  \($0)" as Printable }.joined(separator: "\n")
    }

    private var closing: Printable {
        if let plan = next.plan {
            let choice = next.parts
            let some: Printable =
                choice.isEmpty
                ? "" : "\nfor some of it alone, add: \(choice.joined(separator: ", "))"
            let whole: Printable =
                next.cancel.map {
                    "\nOr all in one for one day, which shows it and asks before it sends:\n  \($0)"
                } ?? ""
            return "Next, with the days that are to be cancelled:\n  \(plan)\(some)\(whole)"
        }
        let options = next.options
        guard !options.isEmpty else {
            return "Look again when that is done; “plan” takes the same options as “inspect”."
        }
        return "Options that may be missing; look at the columns above, and try:\n"
            + options.map { "  \($0.option)   (\($0.why))" as Printable }.joined(separator: "\n")
    }

    private func indent(_ text: Printable) -> Printable { "             " + text }
}

extension Certainty {
    fileprivate var spoken: Printable {
        switch self {
        case .chosen: "as chosen"
        case .certain: "certain"
        case .likely: "likely"
        }
    }
}

extension DateOrder {
    fileprivate var spoken: Printable {
        switch self {
        case .dmy: "the day first"
        case .mdy: "the month first"
        }
    }
}

extension InspectedColumn {
    fileprivate var isAddress: Bool {
        guard case .used(let fields, _) = fate else { return false }
        return fields.contains(.email)
    }
}
