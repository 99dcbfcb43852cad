/// What a person's word has made of one row since planning, as an event tells it: `decided`, or
/// `withdrawn` of a row that waited for a decision.
package struct RowChange: Sendable {
    package let row: Int
    package let answer: RowAnswer
    /// Whether the row had no certain start before, and has got one.
    package let hasGivenStart: Bool
    /// The classes before and after.
    let before: String
    let after: String
    /// The message it belongs to now; nil for other answers than `send`.
    let message: String?
    /// The digest that message had before, if it was planned already and got one row more.
    let digestBefore: String?

    /// - Returns: Nil if it says something else than the program writes.
    init?(_ event: ChainEvent, _ kind: EventKind, _ facts: [String: String]) {
        guard let row = facts["row"].flatMap({ Int($0) }), let after = facts["class"] else {
            return nil
        }
        self.row = row
        self.after = after
        message = event.message
        guard kind == .decided else {
            answer = .leaveOut
            before = RowClass.needsDecision.rawValue
            (hasGivenStart, digestBefore) = (false, nil)
            return
        }
        guard let answer = facts["answer"].flatMap(RowAnswer.init), let before = facts["before"],
            (answer == .send) == (message != nil)
        else { return nil }
        self.answer = answer
        self.before = before
        hasGivenStart = facts["start"] == "given"
        digestBefore = facts["digest_before"]
    }
}
