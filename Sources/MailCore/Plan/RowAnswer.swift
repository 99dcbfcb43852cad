/// What a person answers about a row that gets no message by itself.
package enum RowAnswer: String, CaseIterable, Hashable, Sendable {
    /// No message; somebody calls this person.
    case phone
    /// No message; how the person is reached instead is left open.
    case leaveOut = "leave-out"
    /// One message to one address, which the person gave.
    case send

    /// What stands behind the reasons of the row from then on.
    ///
    /// Never personal data.
    ///
    /// - Parameter hasGivenStart: Whether the person also said when the appointment begins.
    /// - Returns: A sentence for the operator.
    package func reason(hasGivenStart: Bool = false) -> String {
        switch self {
        case .phone: "a person decided: no message, to be phoned"
        case .leaveOut: ClassifiedRow.leftOutReason
        case .send where hasGivenStart:
            "a person decided: a message to an address, and for a start, given by hand"
        case .send: "a person decided: a message to an address given by hand"
        }
    }

    /// The answer behind the reasons of a row; nil if no person has decided it.
    package init?(reasons: [String]) {
        let last = reasons.last
        let answer = Self.allCases.first { answer in
            [false, true].contains { answer.reason(hasGivenStart: $0) == last }
        }
        guard let answer else { return nil }
        self = answer
    }
}

extension RowClass {
    /// Whether a person may answer with an address; the others have one already, or nothing was
    /// kept of them.
    package var takesAddress: Bool { isKept && self != .send }
}
