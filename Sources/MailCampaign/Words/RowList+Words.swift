package import MailCore
import MailJournal

extension RowList {
    package var text: Sentence { rows.map(line).lines }

    private func line(_ row: RowRecord) -> Sentence {
        let starts = [row.start, row.second].compactMap(\.self)
        let english = starts.map { " \($0.iso8601.prefix(16))" }.joined(separator: " and")
        let german = starts.map { $0.words.de.text }.joined(separator: " und ")
        let state = row.state.map { Sentence(same: ", \($0.name)") } ?? .empty
        let why = row.stateReason.map { Sentence(same: " (\($0.words))") } ?? .empty
        // Whoever must rule looks for it in the relay's log.
        let id = row.state == .unknown ? row.message.map { ", Message-ID \($0)" } ?? "" : ""
        let all = explanations(of: row).map(\.words)
            .joined(separator: Sentence(en: "; ", de: " "))
        let reasons = all.isEmpty ? .empty : Sentence(same: ": \(all)")
        return Sentence(
            en: "row \(row.row), line \(row.line)\(row.column.map { ", column “\($0)”" } ?? ""): "
                + "\(row.rowClass.name)\(english)\(state)\(why)\(id)\(reasons)",
            de:
                "Zeile \(row.row), Textzeile \(row.line)\(row.column.map { ", Spalte „\($0)“" } ?? ""): "
                + "\(row.rowClass.name)\(german.isEmpty ? "" : ", ")\(german)\(state)\(why)\(id)\(reasons)"
        )
    }
}
