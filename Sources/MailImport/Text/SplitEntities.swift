import MailCore

/// `M&uuml;ller` in a file whose cells end with semicolons: its reader ends a cell at the entity's own.
enum SplitEntities {
    /// The record with those cells put together again, if it then is as wide as the header;
    /// otherwise as it is.
    static func joined(_ record: CSVRecord, width: Int) -> CSVRecord {
        guard record.count > width, record.bytes.contains(UInt8(ascii: "&")) else { return record }
        var whole = CSVRecord()
        whole.begin(row: record.row, line: record.line)
        for field in 0..<record.count {
            whole.bytes += record[field]
            if field + 1 < record.count, endsWithinEntity(record[field]) {
                whole.bytes.append(UInt8(ascii: ";"))
            } else {
                whole.ends.append(whole.bytes.count)
            }
        }
        return whole.count == width ? whole : record
    }

    /// Whether a cell ends with all of an entity but its semicolon: `M&uuml`, `O&#039`, `&#xFC`.
    private static func endsWithinEntity(_ cell: ArraySlice<UInt8>) -> Bool {
        guard let mark = cell.lastIndex(of: UInt8(ascii: "&")) else { return false }
        let name = cell[(mark + 1)...]
        guard name.first == UInt8(ascii: "#") else {
            return (2...8).contains(name.count) && name.allSatisfy(\.isLetter)
        }
        let number = name.dropFirst()
        let isHexadecimal = number.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let digits = isHexadecimal ? number.dropFirst() : number
        return !digits.isEmpty && digits.count <= 6
            && digits.allSatisfy { $0.isDigit || isHexadecimal && $0.isLetter }
    }
}
