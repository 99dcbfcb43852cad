import MailCore

/// Completes rows where the operator has said that something is missing in them only to the eye: last
/// cells that an export leaves out where they are empty, and a day that stands once for all rows below
/// it.
struct RowCompletion {
    private let headers: [String]
    private let padsRows: Bool
    /// The columns whose empty cells say the same as the one above.
    private let filled: [Int]
    private var last: [Int: ArraySlice<UInt8>] = [:]
    private var paddedRows = 0
    private var filledRows = 0

    init(headers: [String], padsRows: Bool, filled: [Int]) {
        self.headers = headers
        self.padsRows = padsRows
        self.filled = filled
    }

    /// The row as it is meant.
    mutating func completed(_ record: CSVRecord) -> CSVRecord {
        guard padsRows || !filled.isEmpty else { return record }
        var record = record
        if padsRows, record.count < headers.count {
            paddedRows += 1
            while record.count < headers.count { record.ends.append(record.bytes.count) }
        }
        guard filled.contains(where: { $0 < record.count }) else { return record }
        var cells = (0..<record.count).map { record[$0] }
        var isFilled = false
        for column in filled where column < cells.count {
            if cells[column].allSatisfy({ $0 == UInt8(ascii: " ") }) {
                guard let above = last[column] else { continue }
                cells[column] = above
                isFilled = true
            } else {
                last[column] = ArraySlice(Array(cells[column]))
            }
        }
        guard isFilled else { return record }
        filledRows += 1
        return record.holding(cells)
    }

    /// What was done, for whoever plans and approves.
    var warnings: [PlanWarning] {
        [
            paddedRows > 0 ? .shortRows(count: paddedRows) : nil,
            filledRows > 0
                ? .filledRows(count: filledRows, headers: filled.map { headers[$0] }) : nil,
        ].compactMap(\.self)
    }
}

extension CSVRecord {
    /// The same row with other cells.
    fileprivate func holding(_ cells: [ArraySlice<UInt8>]) -> CSVRecord {
        var record = CSVRecord()
        record.begin(row: row, line: line)
        for cell in cells {
            record.bytes += cell
            record.ends.append(record.bytes.count)
        }
        return record
    }
}
