/// How many rows somebody expects in the window.
package enum RowExpectation {
    /// What can be expected; a number beyond is a slip.
    package static let allowed = 0...10_000_000

    /// Whether the file has about as many: at most 10 % more or fewer.
    package static func isMet(_ expected: Int, by count: Int) -> Bool {
        abs(count - expected) * 10 <= expected
    }

    /// Rows in the window: everything that was readable, real, and chosen by day, service and site.
    package static func rowsInWindow(_ classes: [RowClass: Int]) -> Int {
        let outside: [RowClass] = [.rejected, .testOrBlock, .outOfWindow, .otherService]
        return classes.filter { !outside.contains($0.key) }.values.reduce(0, +)
    }
}
