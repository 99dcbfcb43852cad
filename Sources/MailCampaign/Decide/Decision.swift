import Foundation
package import MailCore
import MailJournal

/// Takes a person's answers about rows into the journal, if the campaign is what it was.
package struct Decision {
    /// What a person answers.
    package enum Answer: Sendable {
        /// These rows get no message.
        case leave(rows: [Int], RowAnswer)
        /// Every row in doubt is phoned, or left out where there is no number.
        case phoneAllDoubtful
        /// One message to this address; the start as `2021-03-16 09:10`, nil if the schedule must
        /// say it; a row of somebody else who shares the address.
        case send(row: Int, GivenAddress, start: String?, sharedWith: Int? = nil)
        /// All rows with a value that the guard asks about, by its number.
        case value(Int, ValueAnswer)
    }

    private let workspace: Workspace
    private let campaign: CampaignRecord

    package init(of id: String, in workspace: Workspace) throws {
        self.workspace = workspace
        campaign = try workspace.journal.campaign(id)
    }

    /// - Parameter answer: Rows are numbered as a spreadsheet does.
    /// - Returns: What became of the rows.
    /// - Throws: `Refusal`, `DecisionError`, `WrongRequest`; then nothing is changed.
    package func take(_ answer: Answer) throws -> DecisionReport {
        let journal = workspace.journal
        if case .leave(let rows, .leaveOut) = answer,
            try journal.areUnread(rows, of: campaign.id)
        {
            // Nothing of the plan is touched.
        } else {
            try check()
        }
        let outcome =
            switch answer {
            case .leave(let rows, let answer): try leave(rows, answer)
            case .phoneAllDoubtful: try phoneAllDoubtful()
            case .send(let row, let given, let start, let other):
                try send(row, given.address, start, sharedWith: other)
            case .value(let value, let answer): try decide(value, answer)
            }
        let renewed = try journal.campaign(campaign.id)
        return DecisionReport(
            given: answer.given,
            outcome: outcome,
            campaign: campaign.id,
            digest: renewed.digest,
            isAnother: renewed.digest != campaign.digest,
            undecided: try journal.undecidedRows(of: campaign.id),
            status: try StatusReport(of: campaign.id, in: workspace),
            rows: try journal.rowsOfInterest(of: campaign.id)
        )
    }

    private func leave(_ rows: [Int], _ answer: RowAnswer) throws -> DecisionRecord {
        try workspace.journal.decide(
            rows: rows,
            answer,
            of: campaign,
            by: workspace.surroundings.account.official,
            at: workspace.surroundings.now()
        )
    }

    private func phoneAllDoubtful() throws -> DecisionRecord {
        try workspace.journal.decideDoubtfulByPhone(
            of: campaign,
            by: workspace.surroundings.account.official,
            at: workspace.surroundings.now()
        )
    }

    private func decide(_ value: Int, _ answer: ValueAnswer) throws -> DecisionRecord {
        let (journal, surroundings) = (workspace.journal, workspace.surroundings)
        guard answer == .fine else {
            return try journal.decide(
                value: value,
                answer == .phone ? .phone : .leaveOut,
                of: campaign,
                by: surroundings.account.official,
                at: surroundings.now()
            )
        }
        try lint()
        return try journal.decide(
            fine: value,
            of: campaign,
            zone: try campaign.zone,
            by: surroundings.account.official,
            at: surroundings.now(),
            randomness: surroundings.randomness
        )
    }

    private func send(
        _ row: Int,
        _ address: EmailAddress,
        _ start: String?,
        sharedWith other: Int?
    ) throws -> DecisionRecord {
        try lint()
        let zone = try campaign.zone
        var generator = workspace.surroundings.randomness
        return try workspace.journal.decide(
            row: row,
            sending: AddedRecipient(
                address: address,
                start: try start.map { try DecidedStart.read($0, in: zone) },
                id: MessageID(using: &generator),
                sharedWith: other
            ),
            of: campaign,
            zone: zone,
            by: workspace.surroundings.account.official,
            at: workspace.surroundings.now(),
            randomness: workspace.surroundings.randomness
        )
    }

    /// What somebody else has changed in the journal must not become part of a new digest.
    private func check() throws {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        try clearance.checkJournal()
    }

    /// As at planning: the hosts that links may lead to can have changed since.
    private func lint() throws {
        let report = LintReport(
            template: campaign.letter.template.name,
            findings: Linter.findings(
                in: try campaign.letter.letter(),
                allowedHosts: workspace.settings.allowedHosts
            )
        )
        guard report.isOK else { throw Refusal.template(report, .deciding) }
    }
}
