import MailCore

/// What somebody answers about rows, as they said it.
package struct AnswerRequest: Sendable {
    package var rows: [Int] = []
    /// Every row that needs a decision.
    package var isAboutAllDoubtful = false
    /// All rows with a value that the guard asks about, by its number.
    package var value: Int?
    package var saysFine = false
    package var phones = false
    package var leavesOut = false
    /// Whether there is an address; it may still have to be read.
    package var sends = false
    /// When the appointment begins, on the authority's clocks.
    package var start: String?
    /// The row of somebody else who shares the address.
    package var sharedWith: Int?

    package init() {}

    /// Whether it is one answer, and about rows that it may be given for.
    ///
    /// - Throws: `UnclearRequest`.
    package func check() throws(UnclearRequest) {
        guard [phones, leavesOut, saysFine, sends].count(where: \.self) == 1 else { throw .answer }
        guard [isAboutAllDoubtful, !rows.isEmpty, value != nil].count(where: \.self) == 1 else {
            throw .rows
        }
        if saysFine, value == nil { throw .fineWithoutValue }
        if sends, value != nil { throw .addressForValue }
        if isAboutAllDoubtful, !phones { throw .allDoubtfulUnlessPhoned }
        if sends, rows.count != 1 { throw .addressOfOtherThanOneRow }
        if sharedWith != nil, !sends { throw .sharedWithoutAddress }
        if start != nil, !sends { throw .startWithoutAddress }
        _ = try writtenStart
    }

    /// - Parameter address: The one to write to, if there is one.
    /// - Returns: The answer.
    /// - Throws: `UnclearRequest`.
    package func answer(_ address: GivenAddress?) throws(UnclearRequest) -> Decision.Answer {
        try check()
        if let value { return .value(value, saysFine ? .fine : phones ? .phone : .leaveOut) }
        guard let address else {
            return isAboutAllDoubtful
                ? .phoneAllDoubtful : .leave(rows: rows, phones ? .phone : .leaveOut)
        }
        return .send(row: rows[0], address, start: try writtenStart, sharedWith: sharedWith)
    }

    private var writtenStart: String? {
        get throws(UnclearRequest) {
            guard let start else { return nil }
            return try WrittenMoment.clockTime(start, option: "--start")
        }
    }
}
