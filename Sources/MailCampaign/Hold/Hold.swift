import MailCore
import MailJournal

/// Keeps the data of a campaign from being erased, because a court or an inquiry may ask for it.
package struct Hold {
    /// What somebody wants.
    package enum Request: Hashable, Sendable {
        case set(because: String)
        case lift

        /// - Throws: `UnclearRequest` unless just one is said.
        package init(because reason: String?, lift: Bool) throws(UnclearRequest) {
            switch (reason, lift) {
            case (let reason?, false) where reason.contains(where: \.isLetter):
                self = .set(because: reason)
            case (nil, true): self = .lift
            default: throw .hold
            }
        }
    }

    /// What came of it.
    package struct Result: Sendable {
        package let campaign: String
        /// Nil if it may be erased.
        package let heldBecause: String?
    }

    private let workspace: Workspace
    private let id: String

    package init(on id: String, in workspace: Workspace) {
        self.workspace = workspace
        self.id = id
    }

    /// - Returns: What came of it; a hold that was lifted already stays so.
    /// - Throws: `UnknownCampaign`, or `Refusal` if its data is gone.
    package func run(_ request: Request) throws -> Result {
        let journal = workspace.journal
        let campaign = try journal.campaign(id)
        let (official, now) = (
            workspace.surroundings.account.official, workspace.surroundings.now()
        )
        switch request {
        case .set(let reason):
            guard campaign.erasedAt == nil else { throw Refusal.nothingToHold(campaign: id) }
            try journal.hold(id, because: reason, by: official, at: now)
        case .lift where campaign.heldBecause != nil:
            try journal.liftHold(on: id, by: official, at: now)
        case .lift: break
        }
        return Result(campaign: id, heldBecause: try journal.campaign(id).heldBecause)
    }
}
