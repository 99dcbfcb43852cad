/// Where a row of the schedule ends.
///
/// Every row has exactly one class: the first that applies, in the order of this list.
package enum RowClass: String, CaseIterable, Hashable, Sendable, Codable {
    /// The row could not be read: field count, quoting, encoding.
    case rejected
    /// A test or blocker row; nobody is told.
    case testOrBlock = "test-or-block"
    /// The appointment lies outside the chosen days.
    case outOfWindow = "out-of-window"
    /// The service or site was not chosen.
    case otherService = "other-service"
    /// The status column says so.
    case alreadyCancelled = "already-cancelled"
    /// The appointment is already over.
    case past
    /// Same reference, start and address as an earlier row.
    case duplicate
    /// Told by an earlier campaign of this journal.
    case alreadyNotified = "already-notified"
    /// Ambiguous; blocks approval until a person decides.
    case needsDecision = "needs-decision"
    /// No address, but a phone number.
    case noEmail = "no-email"
    /// Neither address nor phone number.
    case noContact = "no-contact"
    /// The cell is not an address; never repaired by guess.
    case invalidEmail = "invalid-email"
    /// `keine@keine.de` and the like: mail would reach strangers.
    case placeholder
    /// Two addresses in one cell.
    case multiAddress = "multi-address"
    /// One address on five or more different people, or the authority's own.
    case collectiveAddress = "collective-address"
    /// This program cannot send to the address: it needs SMTPUTF8 (RFC 6531).
    case unsendable
    /// Gets a message.
    case send

    /// Whether somebody still has to reach the person by phone, letter or at the door, so that
    /// the row's contact data is kept.
    package var isKept: Bool {
        switch self {
        case .rejected, .testOrBlock, .outOfWindow, .otherService, .alreadyCancelled, .past,
            .duplicate, .alreadyNotified:
            false
        case .needsDecision, .noEmail, .noContact, .invalidEmail, .placeholder, .multiAddress,
            .collectiveAddress, .unsendable, .send:
            true
        }
    }

    /// Whether a person should look at each row of this class.
    package var isProblem: Bool {
        switch self {
        case .rejected, .testOrBlock, .needsDecision, .invalidEmail, .placeholder, .multiAddress,
            .collectiveAddress, .unsendable:
            true
        case .outOfWindow, .otherService, .alreadyCancelled, .past, .duplicate,
            .alreadyNotified, .noEmail, .noContact, .send:
            false
        }
    }
}
