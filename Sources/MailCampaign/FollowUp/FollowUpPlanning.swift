package import Foundation
package import MailCore
import MailImport
import MailJournal

/// From an earlier campaign to a new one that tells exactly its people again.
package struct FollowUpPlanning {
    /// What the operator chose.
    package struct Choice: Sendable {
        /// The earlier campaign.
        package var campaign: String
        /// Where the earlier messages stand of those who are told again.
        package var states: Set<DeliveryState>
        /// Only the people of these rows; empty for everybody.
        package var rows: Set<Int>
        package var template: String
        /// How many rows somebody expects.
        package var expected: Int?
        /// Rows that get no message because of `--leave-out`.
        package var leftOut: Set<Int>
        package var asOf: Date?
        /// Whether people who were told with this template are told once more.
        package var isRepeated: Bool

        package init(
            of campaign: String,
            states: Set<DeliveryState> = FollowUp.usualStates,
            rows: Set<Int> = [],
            template: String,
            expected: Int? = nil,
            leftOut: Set<Int> = [],
            asOf: Date? = nil,
            isRepeated: Bool = false
        ) {
            self.campaign = campaign
            self.states = states
            self.rows = rows
            self.template = template
            self.expected = expected
            self.leftOut = leftOut
            self.asOf = asOf
            self.isRepeated = isRepeated
        }
    }

    private let workspace: Workspace
    private let choice: Choice
    private let earlier: CampaignRecord

    /// - Throws: `UnknownCampaign`.
    package init(_ choice: Choice, in workspace: Workspace) throws {
        self.workspace = workspace
        self.choice = choice
        earlier = try workspace.journal.campaign(choice.campaign)
    }

    /// Writes every message once, and stores the plan whole or not at all.
    ///
    /// - Returns: What was planned.
    /// - Throws: `Refusal`, `WrongRequest` and whatever is wrong with the template; then nothing is stored.
    package func run() throws -> PlanReport {
        guard earlier.erasedAt == nil else { throw Refusal.nobodyLeft(campaign: earlier.id) }
        let plannable = try PlannableLetter(choice.template, in: workspace)
        let people = try self.people()
        let (settings, now) = (workspace.settings, workspace.surroundings.now())
        let followUp = followUp(people, until: plannable.letter.template.deadline)
        try workspace.journal.bindPlace()
        let id = try workspace.journal.plan(
            relay: settings.relay.digest,
            asOf: choice.asOf,
            by: workspace.surroundings.account.official,
            at: now,
            timeZone: settings.timeZone,
            randomness: workspace.surroundings.randomness
        ) { draft in
            let notices = EarlierNotices(of: choice.template, in: draft)
            let judgement = FollowUpJudgement(
                earlier: earlier,
                followUp: followUp,
                present: choice.asOf ?? now,
                leftOut: choice.leftOut,
                zone: settings.timeZone
            )
            let judged = try people.rows.map { try judgement.judge($0, notices) }
            try check(judged)
            var generator = workspace.surroundings.randomness
            let plan = try CampaignPlan(
                rows: judged,
                letter: plannable.letter,
                date: now,
                timeZone: settings.timeZone,
                together: Dictionary(
                    uniqueKeysWithValues: people.rows.map { ($0.row.row, $0.message) }
                ),
                using: &generator
            )
            let warnings =
                plannable.warnings
                + (plan.warnings + notices.warnings + erasedWarning(people.erased)).map(Kept.fact)
            return Journal.PlannedCampaign(
                plan: plan,
                facts: facts(of: plan, followUp, warnings: warnings),
                letter: plannable.letter,
                parts: CancelledPart.all(of: plan.rows, shown: ChoiceText.shown)
            )
        }
        return try PlanReport(id, in: workspace.journal, zone: settings.timeZone)
    }

    /// Of the whole campaign, or of the rows that were named.
    private func people() throws -> EarlierPeople {
        let all = try workspace.journal.people(of: earlier, in: choice.states)
        guard !all.rows.isEmpty else {
            throw WrongRequest.nobodyToFollow(campaign: earlier.id, stateWords)
        }
        guard !choice.rows.isEmpty else { return all }
        let named = all.rows.filter { choice.rows.contains($0.row.row) }
        if let missing = choice.rows.subtracting(named.map(\.row.row)).min() {
            throw WrongRequest.notWrittenTo(row: missing, campaign: earlier.id, stateWords)
        }
        return EarlierPeople(rows: named, erased: 0)
    }

    private func check(_ rows: [ClassifiedRow]) throws {
        if let row = choice.leftOut.subtracting(rows.filter(\.isLeftOut).map(\.row)).min() {
            throw WrongRequest.nothingToLeaveOut(row: row)
        }
        guard let expected = choice.expected,
            !RowExpectation.isMet(expected, by: rows.count)
        else { return }
        throw Refusal.unexpectedRows(expected: expected, found: rows.count)
    }

    private func followUp(_ people: EarlierPeople, until deadline: MessageDeadline) -> FollowUp {
        FollowUp(
            campaign: earlier.id,
            earlierTemplate: earlier.letter.template.name,
            states: DeliveryState.allCases.filter(choice.states.contains),
            rows: choice.rows.sorted(),
            deadline: deadline,
            isRepeated: choice.isRepeated,
            before: people.sums
        )
    }

    private var stateWords: String {
        DeliveryState.allCases.filter(choice.states.contains).map(\.rawValue)
            .joined(separator: ", ")
    }

    private func erasedWarning(_ count: Int) -> [PlanWarning] {
        count > 0 ? [.erasedPeople(messages: count, campaign: earlier.id)] : []
    }

    /// The file is that of the earlier campaign, and so are its days.
    private func facts(
        of plan: CampaignPlan,
        _ followUp: FollowUp,
        warnings: [Kept<PlanWarning>]
    ) -> CampaignFacts {
        let (settings, before) = (workspace.settings, earlier.facts)
        return CampaignFacts(
            of: CampaignFacts.Source(
                name: before.source,
                digest: before.sourceDigest,
                changedAt: before.sourceChangedAt,
                form: before.sourceForm,
                uncounted: nil,
                columns: before.columns,
                dropped: before.dropped
            ),
            CampaignFacts.Choice(
                firstDay: before.firstDay,
                lastDay: before.lastDay,
                services: before.services,
                sites: before.sites,
                timeZone: settings.timeZone.identifier
            ),
            relay: "\(settings.relay.host):\(settings.relay.port)",
            warnings: warnings,
            sharedAddresses: plan.sharedAddresses,
            questions: plan.questions,
            forecastSeconds: PaceKeeper.forecast(
                messages: plan.messages.count,
                pace: settings.pace,
                caution: settings.caution
            ),
            followUp: followUp,
            approvers: settings.approvers
        )
    }
}
