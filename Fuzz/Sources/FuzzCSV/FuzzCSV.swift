import MailCore
import MailImport

/// Any bytes as a text file, and as records of one delimiter.
///
/// The first two bytes choose the delimiter and the size of the chunks. What is read, or why it is
/// refused, must not depend on where the chunks end.
func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    guard input.count > 2 else { return 0 }
    let delimiters = Delimiter.allCases.map(\.rawValue.utf8.first)
    guard let delimiter = delimiters[Int(input[0]) % delimiters.count] else { return 0 }
    let chunkSize = Int(input[1]) % 64 + 1
    let text = Array(input[2...])
    let whole = Reading { try records(text, delimiter, chunkSize: text.count) }
    let chunked = Reading { try records(text, delimiter, chunkSize: chunkSize) }
    precondition(whole == chunked, "the records depend on the chunks")
    let file = Reading { try records(text, chunkSize: text.count) }
    let chunkedFile = Reading { try records(text, chunkSize: chunkSize) }
    precondition(file == chunkedFile, "the file depends on the chunks")
    return 0
}

/// What came of it: records, then perhaps an error.
private struct Reading: Equatable {
    struct Record: Equatable {
        let row: Int
        let line: Int
        let cells: [[UInt8]]
    }

    private(set) var records: [Record] = []
    private(set) var error: ScheduleError?

    init(_ read: () throws -> [CSVRecord]) {
        do {
            records = try read().map { record in
                precondition(record.count > 0 && record.count <= 256, "a record has columns")
                precondition(record.row > 0 && record.line > 0, "places count from 1")
                let cells = (0..<record.count).map { Array(record[$0]) }
                precondition(cells.allSatisfy { $0.count <= 1 << 16 }, "a field is limited")
                return Record(row: record.row, line: record.line, cells: cells)
            }
            let rows = records.map(\.row)
            precondition(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 }, "rows only grow")
            let lines = records.map(\.line)
            precondition(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }, "lines only grow")
        } catch let error as ScheduleError {
            precondition(!error.message.isEmpty, "a refusal says why")
            self.error = error
        } catch {
            preconditionFailure("only a ScheduleError refuses a file")
        }
    }
}

private func records(
    _ bytes: [UInt8],
    _ delimiter: UInt8,
    chunkSize: Int
) throws -> [CSVRecord] {
    var records: [CSVRecord] = []
    var reader = CSVReader(delimiter: delimiter)
    let next = try ScheduleSource(bytes: bytes, chunkSize: chunkSize).open()
    while let chunk = try next() {
        try chunk.withUnsafeBufferPointer { try reader.read($0) { records.append($0) } }
    }
    try reader.finish { records.append($0) }
    return records
}

private func records(_ bytes: [UInt8], chunkSize: Int) throws -> [CSVRecord] {
    var records: [CSVRecord] = []
    let text = try TextRecords(ScheduleSource(bytes: bytes, chunkSize: chunkSize))
    try text.forEachRecord {
        records.append($0)
        return .more
    }
    return records
}
