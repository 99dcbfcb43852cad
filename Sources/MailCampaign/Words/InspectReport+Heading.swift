import MailCore
import MailImport

extension InspectReport {
    /// How the file is written, and how sure that is.
    var heading: Sentence {
        let lines: [(Sentence, Sentence?)] =
            form + [
                (Sentence(en: "header", de: "Überschriften"), header),
                (Sentence(en: "layout", de: "Profil"), layout),
                (Sentence(en: "rows", de: "Zeilen"), rows),
                (Sentence(en: "dates", de: "Datum"), dateOrder),
                (Sentence(en: "addresses", de: "Adressen"), addresses),
            ]
        let shown = lines.compactMap { label, value in
            value.map { Sentence(same: "  \(label.padded(en: 11, de: 15))\($0)") }
        }
        return ([Sentence(same: "\(name)")] + shown).lines
    }

    private var form: [(Sentence, Sentence?)] {
        switch inspection.form {
        case .text(let form):
            [
                (
                    Sentence(en: "encoding", de: "Kodierung"),
                    Sentence(
                        en:
                            "\(form.encoding.rawValue), \(form.encodingCertainty.spoken) (another one: --encoding)",
                        de:
                            "\(form.encoding.rawValue), \(form.encodingCertainty.spoken) (eine andere: --encoding)"
                    )
                ),
                (
                    Sentence(en: "separator", de: "Trennzeichen"),
                    Sentence(
                        en:
                            "\(form.delimiter.spoken), \(form.delimiterCertainty.spoken) (another one: --delimiter)",
                        de:
                            "\(form.delimiter.spoken), \(form.delimiterCertainty.spoken) "
                            + "(ein anderes: --delimiter)"
                    )
                ),
            ]
        case .workbook(let facts, _):
            [
                (
                    Sentence(en: "file", de: "Datei"),
                    Sentence(storedList: inspection.form.description)
                ),
                (Sentence(en: "sheets", de: "Blätter"), otherSheets(facts)),
            ]
        }
    }

    private func otherSheets(_ facts: WorkbookFacts) -> Sentence? {
        guard !facts.otherSheets.isEmpty else { return nil }
        return Sentence(
            en: "also with cells: \(facts.otherSheets.spoken) (another one: --sheet)",
            de:
                "auch mit Inhalt: \(facts.otherSheets.spoken) (ein anderes: --sheet)"
        )
    }

    private var header: Sentence? {
        guard let row = inspection.headerRow else {
            guard !inspection.headerCandidates.isEmpty else { return nil }
            let title = Sentence(
                en: "not recognised; say which row it is with --header-row",
                de: "nicht erkannt; sagen Sie mit --header-row, welche Zeile es ist"
            )
            return ([title] + inspection.headerCandidates.prefix(8).map(candidate)).lines
        }
        guard row > 0 else {
            return Sentence(
                en: "none (as chosen); columns are numbers",
                de: "keine (wie gewählt); Spalten sind Nummern"
            )
        }
        let line = inspection.headerLine.flatMap { $0 == row ? nil : $0 }
        return Sentence(
            en: "row \(row)\(line.map { ", line \($0)" } ?? "") (another one: --header-row)",
            de: "Zeile \(row)\(line.map { ", Textzeile \($0)" } ?? "") (eine andere: --header-row)"
        )
    }

    private func candidate(_ row: HeaderCandidate) -> Sentence {
        let known = row.known.isEmpty ? "" : ": \(row.known.joined(separator: ", "))"
        return indent(
            Sentence(
                en:
                    "row \(row.row): \(row.cells) filled cells, \(row.known.count) known as headers\(known)",
                de: "Zeile \(row.row): \(row.cells, "gefüllte Zelle", "gefüllte Zellen"), davon "
                    + "\(row.known.count) als Überschrift bekannt\(known)"
            )
        )
    }

    private var layout: Sentence? {
        guard !inspection.columns.isEmpty else { return nil }
        return Sentence(
            en: "\(inspection.layout ?? "none of the known ones") (another one: --profile)",
            de: "\(inspection.layout ?? "keines der bekannten") (ein anderes: --profile)"
        )
    }

    private var rows: Sentence? {
        guard !inspection.columns.isEmpty else { return nil }
        var lines = [
            inspection.isWhole
                ? Sentence(same: "\(count: inspection.rows)")
                : Sentence(
                    en: "\(inspection.rows) up to where it breaks",
                    de: "\(count: inspection.rows), dann bricht die Datei ab"
                )
        ]
        if inspection.ragged > 0 {
            lines.append(
                Sentence(
                    en: "\(inspection.ragged) have another number of cells than the header",
                    de:
                        "\(inspection.ragged, "hat", "haben") nicht so viele Zellen, wie es Überschriften gibt"
                )
            )
        }
        if inspection.damaged > 0 {
            lines.append(
                Sentence(
                    en: "\(inspection.damaged) hold bytes that are no text",
                    de: "\(inspection.damaged, "enthält", "enthalten") Zeichen, die kein Text sind"
                )
            )
        }
        return (lines + [skipped].compactMap(\.self)).joined(
            separator: Sentence(same: "\n") + indent(.empty)
        )
    }

    private var skipped: Sentence? {
        let skipped = inspection.skippedLines
        guard !skipped.isEmpty else { return nil }
        let shown = skipped.prefix(8).map(String.init).joined(separator: ", ")
        let rest = skipped.count - 8
        return Sentence(
            en:
                "not counted: lines \(shown)\(rest > 0 ? " and \(rest) more" : "") (titles, sums, repeated headers)",
            de:
                "nicht gezählt: \(skipped.count == 1 ? "Textzeile" : "Textzeilen") \(shown)\(rest > 0 ? " und \(rest) weitere" : "") (Titel, Summen, "
                + "wiederholte Überschriften)"
        )
    }

    private var dateOrder: Sentence? {
        let hasDates = !inspection.days.isEmpty || !inspection.doubts.isEmpty
        guard hasDates || inspection.dateOrder != .notNeeded else { return nil }
        return switch inspection.dateOrder {
        case .notNeeded:
            Sentence(
                en: "none that could be both day/month and month/day",
                de: "keines, das Tag/Monat und Monat/Tag sein könnte"
            )
        case .proven(let order):
            Sentence(
                en: "\(order.spoken), proven by the rows (otherwise: --date-order)",
                de: "\(order.spoken), wie die Zeilen beweisen (sonst: --date-order)"
            )
        case .chosen(let order):
            Sentence(en: "\(order.spoken) (as chosen)", de: "\(order.spoken) (wie gewählt)")
        case .layout(let order):
            Sentence(
                en: "\(order.spoken), by the layout (otherwise: --date-order)",
                de: "\(order.spoken), laut Profil (sonst: --date-order)"
            )
        case .open:
            Sentence(
                en: "whether the day or the month comes first is not known: --date-order",
                de: "ob zuerst der Tag oder der Monat steht, ist nicht bekannt: --date-order"
            )
        }
    }

    private var addresses: Sentence? {
        let found = inspection.addresses
        guard inspection.columns.contains(where: \.isAddress) else { return nil }
        return Sentence(
            en: "\(found.usable) usable, \(found.none) without, \(found.unusable) not usable",
            de:
                "\(count: found.usable) brauchbar, \(count: found.none) ohne, \(count: found.unusable) nicht brauchbar"
        )
    }

    /// The days with their rows, or the months where there are many.
    var days: Sentence? {
        let all = inspection.days.sorted { $0.key < $1.key }.map { ($0.key.words, $0.value) }
        guard all.count > 62 else { return histogram(Sentence(en: "Days", de: "Tage"), all) }
        let months = Dictionary(grouping: inspection.days) { "\("\($0.key)".prefix(7))" }
            .mapValues { $0.reduce(0) { $0 + $1.value } }
            .sorted { $0.key < $1.key }.map { (Sentence(same: "\($0.key)"), $0.value) }
        return histogram(
            Sentence(
                en: "\(all.count) days, by month",
                de: "\(all.count, "Tag", "Tage"), nach Monaten"
            ),
            months
        )
    }

    private func histogram(_ title: Sentence, _ bars: [(Sentence, Int)]) -> Sentence? {
        guard let most = bars.map(\.1).max() else { return nil }
        let lines = bars.map { label, count in
            Sentence(same: "\(count: count)").leftPadded(to: 8)
                + Sentence(
                    same: "  \(label) \(String(repeating: "#", count: max(1, count * 40 / most)))"
                )
        }
        let head = Sentence(
            en: "\(title) (rows on each, whatever their status):",
            de: "\(title) (Zeilen an jedem, gleich mit welchem Status):"
        )
        return ([head] + lines).lines
    }

    private func indent(_ text: Sentence) -> Sentence {
        Sentence(en: "             \(text)", de: "                 \(text)")
    }
}

extension Certainty {
    fileprivate var spoken: Sentence {
        switch self {
        case .chosen: Sentence(en: "as chosen", de: "wie gewählt")
        case .certain: Sentence(en: "certain", de: "sicher")
        case .likely: Sentence(en: "likely", de: "wahrscheinlich")
        }
    }
}

extension DateOrder {
    fileprivate var spoken: Sentence {
        switch self {
        case .dmy: Sentence(en: "the day first", de: "zuerst der Tag")
        case .mdy: Sentence(en: "the month first", de: "zuerst der Monat")
        }
    }
}

extension InspectedColumn {
    fileprivate var isAddress: Bool {
        guard case .used(let fields, _) = fate else { return false }
        return fields.contains(.email)
    }
}
