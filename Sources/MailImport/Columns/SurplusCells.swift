/// Cells beyond the header, as programs write them that end each row with a delimiter.
///
/// They shift nothing if they are there in every row, always so many, and empty.
struct SurplusCells {
    private var count: Int?
    private var isRegular = true

    mutating func take(_ record: CSVRecord, width: Int) {
        guard isRegular else { return }
        let surplus = record.count - width
        isRegular =
            surplus > 0 && count ?? surplus == surplus && Self.areEmpty(record, from: width)
        count = surplus
    }

    /// How many there are in every row; 0 if that is not so.
    var inEveryRow: Int { isRegular ? count ?? 0 : 0 }

    /// Whether a record has more cells than `width`, and nothing in them.
    static func areEmpty(_ record: CSVRecord, from width: Int) -> Bool {
        record.count > width
            && (width..<record.count).allSatisfy { column in
                record[column].allSatisfy { $0 == UInt8(ascii: " ") }
            }
    }
}
