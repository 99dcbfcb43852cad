import MailCore
import MailJournal

extension RowList {
    package var text: String {
        rows.map { row in
            let column = row.column.map { ", column “\($0.safeToShow)”" } ?? ""
            let place = "row \(row.row), line \(row.line)\(column)"
            let start = [row.start, row.second].compactMap(\.self)
                .map { " \($0.iso8601.prefix(16))" }.joined(separator: " and")
            let state = row.state.map { ", \($0.rawValue)" } ?? ""
            let why = row.stateReason.map { " (\($0))" } ?? ""
            let reasons =
                row.explanations.isEmpty ? "" : ": " + row.explanations.joined(separator: "; ")
            return "\(place): \(row.rowClass.rawValue)\(start)\(state)\(why)\(reasons)"
        }.joined(separator: "\n")
    }
}
