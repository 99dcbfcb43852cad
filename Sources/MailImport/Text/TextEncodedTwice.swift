/// How many rows hold text that was encoded twice.
///
/// One such cell is a question about its row: somebody pasted it. Where one row in ten has it, the
/// export is broken, and everybody would be addressed by a broken name.
struct TextEncodedTwice {
    var rows = 0
    private var broken = 0
    private var first: (line: Int, row: Int)?

    mutating func add(_ record: CSVRecord) {
        broken += 1
        first = first ?? (record.line, record.row)
    }

    /// After the last row; nil if the file is sound.
    var problem: ScheduleError? {
        guard let first, broken * 10 > rows else { return nil }
        return DoubleEncoding.error(line: first.line, row: first.row)
    }
}
