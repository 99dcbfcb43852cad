package import Foundation
import MailCore
import MailJournal

/// Sends an approved campaign and reports how it ended.
package struct Sending {
    /// What came of it.
    package struct Result: Sendable {
        /// Where the campaign stands now.
        package let status: StatusReport
        package let outcome: SendingOutcome
        /// Whether there was anything to send.
        package let hadWork: Bool
    }

    private let workspace: Workspace
    private let campaign: CampaignRecord
    private let asOf: Date?
    private let claim: StateClaim?
    private let isPatient: Bool
    private let retriedReply: String?

    /// - Parameters:
    ///   - id: The campaign; nil for the only one that is interrupted.
    ///   - workspace: The authority.
    ///   - typedAsOf: The moment that somebody has named again, as they typed it.
    ///   - claim: What somebody says of where the state directory comes from; nil for nothing.
    ///   - isPatient: Whether to wait for a relay that is away until no message has time left.
    ///   - retriedReply: Messages that were refused with this reply shall go again; nil for none.
    /// - Throws: `UnknownCampaign`, `UnclearRequest` for what is no moment, or `WrongRequest` if it is not
    ///   clear which one is meant.
    package init(
        of id: String?,
        in workspace: Workspace,
        typedAsOf: String?,
        claim: StateClaim?,
        isPatient: Bool = false,
        retryingRefused retriedReply: String? = nil
    ) throws {
        let zone = workspace.settings.timeZone
        try self.init(
            of: id,
            in: workspace,
            asOf: typedAsOf.map { try WrittenMoment.moment($0, in: zone, option: "--as-of") },
            claim: claim,
            isPatient: isPatient,
            retryingRefused: retriedReply
        )
    }

    /// - Parameters:
    ///   - id: The campaign; nil for the only one that is interrupted.
    ///   - workspace: The authority.
    ///   - asOf: The moment that somebody has named again.
    ///   - claim: What somebody says of where the state directory comes from; nil for nothing.
    ///   - isPatient: Whether to wait for a relay that is away until no message has time left.
    ///   - retriedReply: Messages that were refused with this reply shall go again; nil for none.
    /// - Throws: `UnknownCampaign`, or `WrongRequest` or `Refusal` if it is not clear which one is meant.
    package init(
        of id: String?,
        in workspace: Workspace,
        asOf: Date?,
        claim: StateClaim?,
        isPatient: Bool = false,
        retryingRefused retriedReply: String? = nil
    ) throws {
        self.isPatient = isPatient
        self.retriedReply = retriedReply
        self.workspace = workspace
        let journal = workspace.journal
        campaign = try id.map(journal.campaign) ?? Self.interrupted(in: journal)
        self.asOf = asOf
        self.claim = claim
    }

    /// Checks what can be checked before it is time to send; changes nothing.
    ///
    /// - Throws: `Refusal` if the campaign may not be sent as it is now.
    func check() throws {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        try clearance.checkNotFrozen()
        try place.check(claim)
        try clearance.check(asOf: asOf)
        _ = try clearance.letter()
    }

    private var place: JournalPlace {
        JournalPlace(journal: workspace.journal, campaign: campaign.id)
    }

    /// What the relay did not like has been mended, as somebody says: those whom it refused go again.
    private func retryRefused() throws {
        guard let retriedReply else { return }
        let journal = workspace.journal
        let refused = try journal.refused(of: campaign.id, with: retriedReply)
        guard !refused.isEmpty else {
            throw WrongRequest.noneRefused(with: retriedReply, campaign: campaign.id)
        }
        try journal.resolve(
            refused,
            of: campaign,
            as: .ruledResend,
            by: workspace.surroundings.account.official,
            at: workspace.surroundings.now()
        )
    }

    private static func interrupted(in journal: Journal) throws -> CampaignRecord {
        // The interrupted one may stand in the part that is missing.
        if case .behind(let missing) = journal.standing {
            throw Refusal.olderJournal(missing, campaign: nil)
        }
        let open = try journal.campaigns().filter {
            $0.startedAt != nil && $0.finishedAt == nil && $0.erasedAt == nil
        }
        guard let only = open.first else { throw WrongRequest.nothingInterrupted }
        guard open.count == 1 else { throw WrongRequest.severalInterrupted(open.map(\.id)) }
        return only
    }

    /// - Parameters:
    ///   - stop: How to stop it.
    ///   - onEvent: Told what happens, on any thread.
    /// - Returns: How it ended.
    /// - Throws: `Refusal` if it may not be sent; then nothing has been.
    package func run(
        stop: StopRequest,
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) async throws -> Result {
        let journal = workspace.journal
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        try clearance.checkNotFrozen()
        try place.check(claim)
        try place.take(
            claim,
            by: workspace.surroundings.account.official,
            at: workspace.surroundings.now()
        )
        try clearance.check(asOf: asOf)
        let run = CampaignRun(
            journal: journal,
            campaign: campaign,
            letter: try clearance.letter(),
            settings: workspace.settings,
            access: try await workspace.file.access(
                runCommand: workspace.surroundings.runCommand
            ),
            surroundings: workspace.surroundings,
            unread: try journal.unreadRows(of: campaign.id),
            isPatient: isPatient
        )
        // Only once everything that sending needs is there.
        try retryRefused()
        let counts = try journal.deliveryCounts(of: campaign.id)
        let hadWork = counts.open > 0
        let outcome =
            hadWork
            ? try await run.send(stop: stop, onEvent: onEvent) : try run.outcome(nil)
        return Result(
            status: try StatusReport(of: campaign.id, in: workspace),
            outcome: outcome,
            hadWork: hadWork
        )
    }
}
