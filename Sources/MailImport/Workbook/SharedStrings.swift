/// The texts that the cells of a workbook name by number.
struct SharedStrings {
    /// All texts, one behind the other: one growing buffer instead of one allocation per text.
    private var bytes: [UInt8] = []
    /// Where each text ends in `bytes`.
    private var ends: [Int32] = []

    subscript(index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }
}

/// Formatted text comes in runs, which are joined; hints at its pronunciation are no text.
extension SharedStrings: XMLPartReader {
    enum Place { case list, item, run, text }

    mutating func begin(
        _ name: String,
        in place: Place?,
        _ attributes: XMLAttributes
    ) throws(ScheduleError) -> Place? {
        switch (place, name) {
        case (nil, "sst"): .list
        case (.list, "si"): .item
        case (.item, "r"): .run
        case (.item, "t"), (.run, "t"): .text
        default: nil
        }
    }

    mutating func text(
        _ piece: UnsafeBufferPointer<UInt8>,
        in place: Place
    ) throws(ScheduleError) {
        guard place == .text else { return }
        bytes.append(contentsOf: piece)
        guard bytes.count <= WorkbookLimit.sharedText else { throw WorkbookRefusal.tooLarge.error }
    }

    mutating func end(_ place: Place) throws(ScheduleError) {
        guard place == .item else { return }
        EscapedText.unescape(&bytes, from: Int(ends.last ?? 0))
        ends.append(Int32(bytes.count))
        guard ends.count <= WorkbookLimit.sharedStrings else {
            throw WorkbookRefusal.tooLarge.error
        }
    }
}
