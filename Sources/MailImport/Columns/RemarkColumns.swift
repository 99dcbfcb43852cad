import MailCore

/// Columns of remarks that nobody asked for, as far as they speak of cancellations.
///
/// Such a column is not kept. But an authority that notes cancellations there, and nowhere else, must
/// hear of it: those people would be told once more that they need not come. Of the cells nothing is
/// remembered but the program's own word for it.
struct RemarkColumns {
    private struct Column {
        let index: Int
        let header: String
        var cells = 0
        var words: [String: Int] = [:]
    }

    private var columns: [Column]

    /// - Parameters:
    ///   - headers: Of all columns.
    ///   - used: The columns that the mapping uses.
    init(headers: [String], used: Set<Int>) {
        columns = headers.enumerated().compactMap { index, header in
            guard !used.contains(index), DeniedColumn(header: header) == .remark else { return nil }
            return Column(index: index, header: header)
        }
    }

    mutating func take(_ record: CSVRecord) {
        for index in columns.indices {
            let cell = record.text(columns[index].index)
            guard !cell.isEmpty, let word = StatusCell.cancellation(beginning: cell) else {
                continue
            }
            columns[index].cells += 1
            columns[index].words[word, default: 0] += 1
        }
    }

    /// One for each such column.
    var warnings: [PlanWarning] {
        columns.filter { $0.cells > 0 }.map { column in
            let word = column.words.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
            return .cancellingRemarks(cells: column.cells, header: column.header, word: word)
        }
    }
}
