extension Int {
    /// The number with its noun: `1 row`, `3 rows`.
    ///
    /// - Parameters:
    ///   - one: What stands behind 1; more words may follow the noun.
    ///   - many: What stands behind every other number; with `s` at its end unless given.
    /// - Returns: Both, with a blank between them.
    package func with(_ one: String, _ many: String? = nil) -> String {
        "\(self) \(self == 1 ? one : many ?? one + "s")"
    }
}
