/// What a person answers about a row that would otherwise get no message.
package enum RowAnswer: String, CaseIterable, Hashable, Sendable {
    /// No message; somebody calls this person.
    case phone
    /// No message; how the person is reached instead is left open.
    case leaveOut = "leave-out"
    /// One message to one address, which the person gave.
    case send

    /// What is told behind the reasons of the row from then on; nothing is recognised by it.
    ///
    /// Never personal data.
    ///
    /// - Parameters:
    ///   - hasGivenStart: Whether the person also said when the appointment begins.
    ///   - isFine: Whether the person said that the row may be told as it stands.
    /// - Returns: A sentence for the operator.
    package func reason(hasGivenStart: Bool = false, isFine: Bool = false) -> String {
        switch self {
        case .phone: "a person decided: no message, to be phoned"
        case .leaveOut: "left out by a person; must be reached another way"
        case .send where isFine: "a person decided: fine, a message as planned"
        case .send where hasGivenStart:
            "a person decided: a message to an address, and for a start, given by hand"
        case .send: "a person decided: a message to an address given by hand"
        }
    }
}

extension RowClass {
    /// Whether a person may answer with an address; the others have one already, or nothing was
    /// kept of them.
    package var takesAddress: Bool { isKept && self != .send }

    /// Where a row goes when a person decides that it gets no message.
    ///
    /// - Parameter contact: Who is meant, if that was kept.
    /// - Returns: The phone list's class, or that of the letters.
    package static func unmailed(_ contact: Contact?) -> RowClass {
        contact?.phone == nil ? .noContact : .noEmail
    }
}
