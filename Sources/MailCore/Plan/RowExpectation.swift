/// How many rows somebody expects in the window.
package enum RowExpectation {
    /// What can be expected; a number beyond is a slip.
    package static let allowed = 0...10_000_000

    /// How many more or fewer there may be, in percent.
    package static let tolerance = 10

    /// Whether the file has about as many.
    package static func isMet(_ expected: Int, by count: Int) -> Bool {
        abs(count - expected) * 100 <= expected * tolerance
    }

    /// Rows in the window: everything that was readable, real, and chosen by day, service and site.
    package static func rowsInWindow(_ classes: [RowClass: Int]) -> Int {
        let outside: [RowClass] = [.rejected, .testOrBlock, .outOfWindow, .otherService]
        return classes.filter { !outside.contains($0.key) }.values.reduce(0, +)
    }
}
