/// The filter of a sheet.
struct SheetFilter {
    var range: ClosedRange<Int>?
    /// Whether it hides anything now.
    var isActive = false

    mutating func begin(_ attributes: XMLAttributes) {
        range = attributes.value("ref").flatMap { Self.rows(of: $0) }
    }

    /// Whether it is the filter that hides a hidden row.
    func covers(_ row: Int) -> Bool {
        isActive && range?.contains(row) ?? true
    }

    /// The rows of a range such as `A1:I250` or `$A$1:$I$250`.
    private static func rows(of text: String) -> ClosedRange<Int>? {
        let corners = text.filter { $0 != "$" }.split(separator: ":")
            .map { CellReference(parsing: $0)?.row }
        guard let first = corners.first ?? nil, let last = corners.last ?? nil, first <= last else {
            return nil
        }
        return first...last
    }
}
