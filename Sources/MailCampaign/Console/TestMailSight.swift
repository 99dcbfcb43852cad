package import MailCore
import MailJournal

/// What a page shows of test mails: where they may go, and those that went.
package struct TestMailSight: Sendable {
    /// One that went.
    package struct Past: Sendable {
        package let at: Sentence
        /// Whose letter it was.
        package let row: Int
        package let by: Sentence
        package let outcome: Sentence
    }

    /// Mailboxes of the authority, as configured.
    package let addresses: [String]
    /// The latest first.
    package let past: [Past]

    /// - Throws: `UnknownCampaign`; `Refusal` if nothing is left of it.
    package init(of id: String, in workspace: Workspace) throws {
        let journal = workspace.journal
        let campaign = try journal.campaign(id)
        try Clearance(workspace: workspace, campaign: campaign).checkNotErased()
        let zone = workspace.settings.timeZone
        addresses = workspace.settings.testAddresses.map(\.text)
        past = try journal.tests(of: campaign.id).map { test in
            Past(
                at: test.at.moment(in: zone),
                row: test.row,
                by: Sentence(stored: test.by.text),
                outcome: test.outcome.map(Self.words)
                    ?? Sentence(
                        en: "not known: the program ended meanwhile",
                        de: "nicht bekannt: Das Programm endete währenddessen"
                    )
            )
        }
    }

    private static func words(_ outcome: TestMailRecord.Outcome) -> Sentence {
        let reply = outcome.reply.map { Sentence(same: " (\($0))") } ?? .empty
        return outcome.verdict == DeliveryEvent.accepted.rawValue
            ? Sentence(en: "accepted", de: "angenommen") + reply
            : Sentence(en: "not accepted", de: "nicht angenommen") + reply
    }
}
