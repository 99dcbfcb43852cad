/// Something that the guard asks about once, however many rows have it: the same cells of their own, or
/// one thing in the letter (decision 0018).
///
/// Numbered and frozen at planning. No personal data: it names rows and never a value.
package struct ValueQuestion: Codable, Hashable, Sendable {
    /// From 1, in the order of the first rows.
    package let number: Int
    /// All rows of the messages that have it, ascending; no row belongs to two of them.
    package let rows: [Int]
    /// The columns it stands in, as `GuardFinding.Column`; none if it stands in the letter.
    package let columns: [String]
    /// What it is.
    package let words: Kept<AskedValue>

    init(number: Int, rows: [Int], columns: [String], asked: AskedValue) {
        self.number = number
        self.rows = rows
        self.columns = columns
        words = .fact(asked)
    }

    /// Of each of its rows; nil for a question of an older version, whose rows have theirs.
    var reason: RowReason? {
        guard case .fact(let asked) = words else { return nil }
        return .value(number: number, asked: asked)
    }
}

/// What a person says of such a value.
package enum ValueAnswer: String, CaseIterable, Hashable, Sendable {
    /// It is meant: the messages go as they stand.
    case fine
    /// No message; somebody calls, and whoever has no phone number is left out.
    case phone
    case leaveOut = "leave-out"
}
