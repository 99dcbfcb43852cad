package import MailCore
import MailJournal

extension RowList {
    package var text: Printable {
        rows.map { row -> Printable in
            let column: Printable = row.column.map { ", column “\($0)”" } ?? ""
            let place: Printable = "row \(row.row), line \(row.line)\(column)"
            let start = [row.start, row.second].compactMap(\.self)
                .map { " \($0.iso8601.prefix(16))" }.joined(separator: " and")
            let state: Printable = row.state.map { ", \($0.rawValue)" } ?? ""
            let why: Printable = row.stateReason.map { " (\($0))" } ?? ""
            // Whoever must rule looks for it in the relay's log.
            let id: Printable =
                row.state == .unknown ? row.message.map { ", Message-ID \($0)" } ?? "" : ""
            let explanations = explanations(of: row)
            let reasons: Printable =
                explanations.isEmpty ? "" : ": \(explanations.joined(separator: "; "))"
            return "\(place): \(row.rowClass.rawValue)\(start)\(state)\(why)\(id)\(reasons)"
        }.joined(separator: "\n")
    }
}
