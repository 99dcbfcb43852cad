import MailCore

extension CaseIterable where Self: RawRepresentable<String> {
    /// The cases for which a rule holds, for `IN` and `CHECK`: `('planned', 'deferred')`.
    ///
    /// The journal's SQL knows no state, class or kind by itself; it is made of the enums.
    static func sqlList(where rule: (Self) -> Bool = { _ in true }) -> String {
        "(" + allCases.filter(rule).map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")"
    }
}

extension RawRepresentable<String> {
    /// As a text of SQL: `'planned'`.
    var sql: String { "'\(rawValue)'" }
}
