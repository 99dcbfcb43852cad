import Foundation
package import MailCore
import MailJournal

/// Sends a letter of a planned campaign to the authority itself, with a made-up person in it, through the real
/// relay.
///
/// It is no message of the campaign: no delivery stands for it, and nobody counts as told.
package struct TestMail {
    private let workspace: Workspace
    private let campaign: CampaignRecord
    private let address: EmailAddress
    private let row: Int
    private let written: MadeUpMessage

    /// Writes it and looks at it; sends nothing.
    ///
    /// - Parameters:
    ///   - id: The campaign.
    ///   - workspace: The authority.
    ///   - typed: Where it shall go, as somebody typed it.
    ///   - row: Whose letter; nil for the first.
    /// - Throws: `TestMailError` if it may not go there, or shows too much; `Refusal` if the campaign is erased or
    ///   frozen, or if the authority is not as it was planned; `WrongRequest` for a row without a message.
    package init(
        of id: String,
        in workspace: Workspace,
        to typed: String,
        row: Int?
    ) throws {
        let journal = workspace.journal
        let campaign = try journal.campaign(id)
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        try clearance.checkNotFrozen()
        address = try Self.address(typed, of: campaign.id, in: workspace)
        guard let message = try journal.liveMessage(of: row, in: campaign.id) else {
            guard let row else { throw Refusal.noMessages(campaign: campaign.id) }
            throw WrongRequest.rowWithoutMessage(row, campaign: campaign.id)
        }
        self.workspace = workspace
        self.campaign = campaign
        self.row = row ?? message.recipient.appointments[0].row
        written = try MadeUpMessage(
            after: message.recipient,
            to: address,
            on: clearance.letter(),
            of: campaign.id,
            in: workspace
        )
    }

    /// One of the addresses that the configuration names, and nobody's of the campaign.
    private static func address(
        _ typed: String,
        of campaign: String,
        in workspace: Workspace
    ) throws -> EmailAddress {
        let listed = workspace.settings.testAddresses
        guard !listed.isEmpty else { throw TestMailError.noAddresses }
        guard let address = try? EmailAddress(parsing: typed) else {
            throw TestMailError.noAddress
        }
        guard let own = listed.first(where: { $0.comparisonKey == address.comparisonKey }) else {
            throw TestMailError.notListed
        }
        guard try !workspace.journal.isAddress(own, of: campaign) else {
            throw TestMailError.personOfCampaign(campaign: campaign)
        }
        return own
    }

    /// Sends it, and records both that it goes and what became of it.
    ///
    /// - Returns: What the relay made of it.
    /// - Throws: `RelayError` without a connection; then nothing was sent.
    package func run() async throws -> Result {
        let (journal, surroundings) = (workspace.journal, workspace.surroundings)
        let access = try await workspace.file.access(runCommand: surroundings.runCommand)
        let connection = access.transport(surroundings.makeTransport)
        let session = try await connection.open()
        let test = try journal.beginTest(
            ofRow: row,
            to: address,
            of: campaign.id,
            by: surroundings.account.official,
            at: surroundings.now()
        )
        let began = surroundings.now()
        let submission = await connection.submit(written.message, announcing: nil) { _ in }
        let ended = surroundings.now()
        let facts = TestFacts(of: test, submission, over: session, began: began, ended: ended)
        try journal.concludeTest(facts, of: campaign.id, at: ended)
        await connection.close()
        try check(submission)
        return Result(
            campaign: campaign.id,
            row: row,
            address: address,
            verdict: submission.verdict,
            isDayMadeUp: written.isDayMadeUp,
            isSiteMadeUp: written.isSiteMadeUp
        )
    }

    /// What was really written, against what was meant.
    private func check(_ submission: Submission) throws {
        let fault = submission.receipt.fault(
            besides: address,
            written.message.digest,
            isWhole: submission.verdict.event == .accepted
        )
        if let fault { throw TestMailError.written(fault: fault) }
    }
}

extension TestMail {
    /// What came of it.
    package struct Result: Sendable {
        package let campaign: String
        /// Whose letter it was, as a spreadsheet numbers it.
        package let row: Int
        package let address: EmailAddress
        package let verdict: Verdict
        /// Whether the row's own day or site would have told something of a person.
        package let isDayMadeUp: Bool
        package let isSiteMadeUp: Bool
    }
}
