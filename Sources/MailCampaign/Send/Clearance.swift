import Foundation
import MailCore
import MailJournal

/// Whether a campaign may be sent now.
///
/// Every reason against it is a `Refusal`.
struct Clearance {
    let workspace: Workspace
    let campaign: CampaignRecord

    /// The letter to send with, if configuration and template are still those of the plan.
    ///
    /// - Throws: `Refusal` that names what changed.
    func letter() throws -> Letter {
        let name = campaign.letter.template.name
        let letter = try workspace.letter(template: name)
        if let part = try changedPart(letter) { throw Refusal.changed(part, campaign: campaign.id) }
        return letter
    }

    /// What differs between the plan and the authority as it is now; nil if nothing.
    func change() throws -> Refusal? {
        let letter = try workspace.letter(template: campaign.letter.template.name)
        return try changedPart(letter).map { .changed($0, campaign: campaign.id) }
    }

    private func changedPart(_ letter: Letter) throws -> Refusal.LetterPart? {
        let planned = try campaign.letter.letter()
        let settings = workspace.settings
        guard letter.template.source == planned.template.source else {
            return .template(campaign.letter.template.name)
        }
        guard letter.digest == planned.digest else { return .authority }
        guard settings.relay.digest == campaign.relayDigest else { return .relay }
        guard settings.timeZone.identifier == campaign.facts.timeZone else { return .timeZone }
        return nil
    }

    /// Checks the approval and everything it stands on; the state directory's place is another
    /// matter (`JournalPlace`).
    func check(asOf: Date?) throws {
        try checkNotErased()
        try checkDecided()
        guard let approval = try workspace.journal.approval(of: campaign) else {
            throw Refusal.notApproved(campaign: campaign.id)
        }
        try checkTwoPeople(approval.official)
        if let missing = try MissingKeys(of: campaign, in: workspace.journal) { throw missing }
        try checkJournalToSend()
        try checkMoment(asOf)
        try checkNotToldMeanwhile()
    }

    func checkNotErased() throws {
        guard campaign.erasedAt == nil else { throw Refusal.erased(campaign: campaign.id) }
    }

    /// Nothing of a frozen campaign is sent or erased.
    func checkNotFrozen() throws {
        guard let incident = try workspace.journal.openIncident(of: campaign.id) else { return }
        let since = incident.awareAt.iso8601(in: workspace.settings.timeZone).prefix(16)
        throw Refusal.frozen(campaign: campaign.id, since: String(since))
    }

    func checkDecided() throws {
        let undecided = try workspace.journal.undecidedRows(of: campaign.id)
        guard undecided == 0 else {
            throw Refusal.undecided(campaign: campaign.id, rows: undecided)
        }
    }

    /// Whether whoever approves, or has approved, may do so.
    func checkTwoPeople(_ official: Official) throws {
        let rule = SecondPerson(
            configured: workspace.settings.approvers,
            planned: campaign.facts.approvers,
            planner: campaign.planner,
            deciders: try workspace.journal.officialsThatDecidedToSend(of: campaign.id)
        )
        guard let objection = rule.objection(to: official) else { return }
        throw Refusal.samePerson(objection, campaign: campaign.id, approver: official.text)
    }

    private func checkMoment(_ asOf: Date?) throws {
        let (planned, now) = (campaign.asOf, workspace.surroundings.now())
        guard let planned, PlanningMoment.mustBeNamed(planned: planned, named: asOf, now: now)
        else { return }
        let moment = planned.iso8601(in: workspace.settings.timeZone).prefix(16)
        throw Refusal.momentNotNamed(campaign: campaign.id, moment: String(moment))
    }

    /// What is approved is a digest; the journal must still hold just that, and no delivery may
    /// stand where no event has brought it.
    func checkJournal() throws {
        let journal = workspace.journal
        let evidence = try journal.evidence(of: campaign)
        var failures = evidence.failures
        if !evidence.comparesBound { failures += try changes(in: .all) }
        guard failures.isEmpty else { throw Refusal.journalChanged(failures) }
        journal.noteCompared(campaign.id)
    }

    /// The same of a campaign that is resumed.
    ///
    /// Where everything did hold when it was sent before, and the file is still the one that was closed then, messages and
    /// rows are not read again: each message is held against its leaf when it is claimed.
    private func checkJournalToSend() throws {
        guard campaign.startedAt != nil, workspace.journal.wasCompared(campaign.id) else {
            return try checkJournal()
        }
        let failures = try changes(in: .single)
        guard failures.isEmpty else { throw Refusal.journalChanged(failures) }
    }

    private func changes(in scope: Journal.BoundScope) throws -> [String] {
        try workspace.journal.changes(of: campaign, in: scope).map {
            "\($0) is not what was planned and approved"
        }
    }

    private func checkNotToldMeanwhile() throws {
        guard let other = try workspace.journal.toldMeanwhile(campaign) else { return }
        throw Refusal.toldMeanwhile(
            campaign: campaign.id,
            messages: other.messages,
            other: other.campaign
        )
    }
}
