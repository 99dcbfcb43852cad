package import MailCore

/// As what a message counts for the person who gets it.
struct Telling: Hashable {
    /// Whether it tells that the appointment is cancelled, so that no later schedule tells it again.
    let cancels: Bool
    /// The kind of follow-up it is: its template; nil for a message about a schedule.
    let kind: String?

    /// As the messages of a campaign count that is sent with a template.
    init(_ followUp: FollowUp?, _ template: Template) {
        cancels = template.says == .cancelled
        kind = followUp.map { _ in template.source.name }
    }

    /// As the messages of a campaign count.
    ///
    /// - Throws: `TemplateError` if this version of the program no longer takes its template.
    init(of campaign: CampaignRecord) throws {
        self.init(campaign.facts.followUp, try Template(campaign.letter.template))
    }
}

/// That a person is told by another follow-up of the same kind.
package struct EarlierFollowUp: Hashable, Sendable {
    package let campaign: String
    /// Where its message stands.
    package let state: DeliveryState
}
