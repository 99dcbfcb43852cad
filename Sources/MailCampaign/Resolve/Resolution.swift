import MailCore
import MailJournal

/// Rules on deliveries whose outcome is not known.
package struct Resolution {
    /// What a person has found out about a message.
    package enum Ruling: Hashable, Sendable {
        /// The relay has taken it.
        case accepted
        /// The relay has not; send it again.
        case resend
    }

    private let workspace: Workspace
    private let id: String

    package init(of id: String, in workspace: Workspace) {
        self.workspace = workspace
        self.id = id
    }

    /// - Parameter request: The messages by their ids, or by the whole header values that somebody
    ///   found, and the ruling on all of them.
    /// - Returns: Where the campaign stands now.
    /// - Throws: `ResolveError` if one of them is not unknown; then nothing is changed.
    package func run(_ request: ResolveRequest) throws -> StatusReport {
        let event: DeliveryEvent =
            switch request.ruling {
            case .accepted: .ruledAccepted
            case .resend: .ruledResend
            }
        try workspace.journal.resolve(
            request.messages.map(MessageName.id),
            of: workspace.journal.campaign(id),
            as: event,
            by: workspace.surroundings.account.official,
            at: workspace.surroundings.now()
        )
        return try StatusReport(of: id, in: workspace)
    }
}
