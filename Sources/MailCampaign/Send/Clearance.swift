package import Foundation
package import MailCore
package import MailJournal

/// Whether a campaign may be sent now.
///
/// Every reason against it has its sentence.
package struct Clearance {
    package let workspace: Workspace
    package let campaign: CampaignRecord

    package init(workspace: Workspace, campaign: CampaignRecord) {
        self.workspace = workspace
        self.campaign = campaign
    }

    /// The letter to send with, if configuration and template are still those of the plan.
    ///
    /// - Throws: `Failure` (3) that names what changed.
    package func letter() throws -> Letter {
        let frozen = try campaign.letter.thawed()
        let letter = try workspace.letter(template: campaign.letter.template.name)
        guard letter.template.source == frozen.template.source else {
            throw changed("the template “\(campaign.letter.template.name)”")
        }
        guard letter.digest == frozen.digest else {
            throw changed("[authority], [hotline] or [sender] of the configuration")
        }
        guard workspace.settings.relay.digest == campaign.relayDigest else {
            throw changed("[relay] of the configuration")
        }
        guard workspace.settings.timeZone.identifier == campaign.facts.timeZone else {
            throw changed("[appointments] of the configuration")
        }
        return letter
    }

    private func changed(_ what: String) -> Failure {
        Failure(
            .refused,
            "\(what) has changed since \(campaign.id) was planned, so what was approved is not "
                + "what would be sent; undo the change, or plan again"
        )
    }

    /// Checks the approval and everything it stands on.
    package func check(asOf: Date?, moved: Bool) throws {
        try checkNotErased()
        try checkPlace(moved: moved)
        try checkDecided()
        guard let approval = try workspace.journal.approval(of: campaign) else {
            throw Failure(
                .refused,
                "\(campaign.id) is not approved as it stands now; look at it, and see how to "
                    + "approve it, with: einzelpost approve \(campaign.id)"
            )
        }
        try checkTwoPeople(approval.account)
        try checkJournal()
        try checkMoment(asOf)
        try checkNotToldMeanwhile()
    }

    package func checkNotErased() throws {
        guard campaign.erasedAt == nil else {
            throw Failure(.refused, "\(campaign.id) has been erased; nothing can be sent")
        }
    }

    package func checkDecided() throws {
        let undecided = try workspace.journal.undecidedRows(of: campaign.id)
        guard undecided == 0 else {
            throw Failure(
                .refused,
                undecided.with("row of \(campaign.id) needs", "rows of \(campaign.id) need")
                    + " a decision first; see: einzelpost rows "
                    + "\(campaign.id) --class needs-decision. Decide them: einzelpost decide "
                    + "\(campaign.id) --row N --phone (or see decide --help), or correct the "
                    + "export and plan again"
            )
        }
    }

    /// As many as the configuration says, and never fewer than it said at planning.
    private var approvers: Int { max(workspace.settings.approvers, campaign.facts.approvers) }

    /// The account is that of whoever approves, or has approved.
    ///
    /// Whoever gave an address by hand counts like the planner: what they decided must be seen by
    /// somebody else.
    package func checkTwoPeople(_ account: String) throws {
        guard approvers > 1 else { return }
        guard !Account.isOnePerson(account, campaign.plannedBy) else {
            throw onePerson("planned \(campaign.id)", campaign.plannedBy, account)
        }
        let deciders = try workspace.journal.accountsThatDecidedToSend(of: campaign.id)
        guard let one = deciders.first(where: { Account.isOnePerson(account, $0) }) else { return }
        throw onePerson("decided to write to somebody in \(campaign.id)", one, account)
    }

    private func onePerson(_ deed: String, _ doer: String, _ account: String) -> Failure {
        Failure(
            .refused,
            "approval.people = 2: the account that \(deed) cannot approve it; a second person "
                + "must do it from their own login (\(deed.prefix { $0 != " " }) by \(doer), "
                + "approved by \(account); see the README, “Two people”)"
        )
    }

    /// A plan that was judged by another day must not go out by accident.
    package func checkMoment(_ asOf: Date?) throws {
        guard let planned = campaign.asOf,
            abs(planned.timeIntervalSince(workspace.surroundings.now())) > 86_400
        else { return }
        guard asOf == planned else {
            let text = planned.iso8601(in: workspace.settings.timeZone).prefix(16)
            throw Failure(
                .refused,
                "\(campaign.id) was planned as of \(text), more than a day from now; if that is "
                    + "meant, say so again: --as-of \(text)"
            )
        }
    }

    /// What is approved is a digest; the journal must still hold just that, and no delivery may
    /// stand where no event has brought it.
    package func checkJournal() throws {
        let journal = workspace.journal
        var failures = try journal.evidence(of: campaign).failures
        failures += try journal.changes(of: campaign).map {
            "\($0) is not what was planned and approved"
        }
        guard failures.isEmpty else {
            throw Failure(
                .refused,
                "the journal has been changed from outside; nothing was sent. Keep it as it is and "
                    + "ask whoever runs this machine: " + failures.joined(separator: "; ")
            )
        }
    }

    /// A copy of the journal must not be sent from beside its original.
    private func checkPlace(moved: Bool) throws {
        let journal = workspace.journal
        if try !moved && !journal.isInItsPlace() {
            throw Failure(
                .refused,
                "this state directory is a copy or was restored from a backup, or the machine has "
                    + "changed; whatever its original has sent since is not known here, and those "
                    + "people would be told twice. If the original is out of use and has sent "
                    + "nothing since the copy was made, say so once: einzelpost send "
                    + "\(campaign.id) --moved"
            )
        }
        try journal.settle(at: workspace.surroundings.now())
    }

    private func checkNotToldMeanwhile() throws {
        guard let other = try workspace.journal.toldMeanwhile(campaign.id) else { return }
        throw Failure(
            .refused,
            "\(other.messages) messages of \(campaign.id) are about appointments that "
                + "\(other.campaign) has told since; plan again, and those rows will be "
                + "already-notified"
        )
    }
}
