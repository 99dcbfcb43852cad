/// One record of a CSV file: its fields as bytes, without delimiters and quotes.
package struct CSVRecord: Sendable {
    /// The record as a spreadsheet numbers it, from 1.
    package internal(set) var row = 0
    /// The physical line on which it begins, from 1.
    package internal(set) var line = 0
    /// All fields, one behind the other: one growing buffer instead of one allocation per field.
    var bytes: [UInt8] = []
    /// Where each field ends in `bytes`.
    var ends: [Int] = []

    package var count: Int { ends.count }

    package subscript(field: Int) -> ArraySlice<UInt8> {
        bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]]
    }

    /// Whether no field holds anything but blanks: spreadsheets pad exports with such rows.
    var isBlank: Bool {
        bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    mutating func begin(row: Int, line: Int) {
        self.row = row
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
