import MailCore

/// Rows without a day below one that has one: a day may stand once for all of them, as merged cells
/// look in an export.
///
/// It is never taken from there but by the operator's word.
struct EmptyDays {
    private var hasDayAbove = false
    private var count = 0

    mutating func take(_ cell: ArraySlice<UInt8>) {
        if cell.contains(where: { $0 != UInt8(ascii: " ") }) {
            hasDayAbove = true
        } else if hasDayAbove {
            count += 1
        }
    }

    func warning(header: String) -> PlanWarning? {
        count == 0 ? nil : .emptyDayCells(rows: count, header: header)
    }
}
