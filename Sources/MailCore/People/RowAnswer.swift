/// What a person answers about a row that would otherwise get no message.
package enum RowAnswer: String, CaseIterable, Codable, Hashable, Sendable {
    /// No message; somebody calls this person.
    case phone
    /// No message; how the person is reached instead is left open.
    case leaveOut = "leave-out"
    /// One message to one address, which the person gave.
    case send
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
