import MailCore

extension CaseIterable where Self: RawRepresentable<String> {
    /// The cases for which a rule holds, for `IN` and `CHECK`: `('planned', 'deferred')`.
    ///
    /// The journal's SQL knows no state, class or kind by itself; it is made of the enums.
    static func sqlList(where rule: (Self) -> Bool = { _ in true }) -> String {
        "(" + allCases.filter(rule).map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")"
    }

    /// For `CHECK` on a column that is written a million times: SQLite builds the list of an `IN` anew for
    /// each row, and compares these one after the other.
    static func sqlCheck(_ column: String) -> String {
        allCases.map { "\(column) = '\($0.rawValue)'" }.joined(separator: " OR ")
    }
}

extension RawRepresentable<String> {
    /// As a text of SQL: `'planned'`.
    var sql: String { "'\(rawValue)'" }
}
