import Foundation
package import MailCore
package import MailJournal

/// Takes a person's answers about rows into the journal, if the campaign is what it was.
package struct Decision {
    package let workspace: Workspace
    package let campaign: CampaignRecord

    package init(workspace: Workspace, campaign: CampaignRecord) {
        self.workspace = workspace
        self.campaign = campaign
    }

    package func leave(rows: [Int], _ answer: RowAnswer) throws -> DecisionRecord {
        try check()
        return try workspace.journal.decide(
            rows: rows,
            answer,
            of: campaign,
            account: workspace.surroundings.account.text,
            at: workspace.surroundings.now()
        )
    }

    package func phoneAllDoubtful() throws -> DecisionRecord {
        try check()
        return try workspace.journal.decideDoubtfulByPhone(
            of: campaign,
            account: workspace.surroundings.account.text,
            at: workspace.surroundings.now()
        )
    }

    /// - Parameters:
    ///   - row: As a spreadsheet numbers it.
    ///   - address: Where the message goes.
    ///   - start: As `2021-03-16 09:10`; nil if the schedule must say it.
    /// - Returns: What became of the row.
    /// - Throws: `Failure`, `DecisionError`.
    package func send(row: Int, to address: EmailAddress, start: String?) throws -> DecisionRecord {
        try check()
        try lint()
        let zone = try StatusReport.zone(of: campaign)
        var generator = workspace.surroundings.randomness
        return try workspace.journal.decide(
            row: row,
            sending: DecidedLetter(
                address: address,
                start: try start.map { try DecidedStart.read($0, in: zone) },
                id: MessageID(using: &generator)
            ),
            of: campaign,
            zone: zone,
            account: workspace.surroundings.account.text,
            at: workspace.surroundings.now()
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
                in: try campaign.letter.thawed(),
                allowedHosts: workspace.settings.allowedHosts
            )
        )
        guard report.isOK else {
            throw Failure(
                .refused,
                "the campaign's letter must not go out any more; nothing was changed:\n"
                    + report.text
            )
        }
    }
}
