package import MailCore

/// What somebody should think twice about before a campaign is sent.
package enum CampaignWarning: Hashable, Sendable {
    /// Found at planning.
    case planned(Kept<PlanWarning>)
    case late(Lateness)
    case nobody
    /// With [pace] as it is now.
    case otherPace(seconds: Int)
    /// Nothing but a person can know whether somebody answers there.
    case hotline(phone: String, hours: String)
    /// The two parts of a message do not say the same.
    case otherPart(PartsDifference)
    /// It has told people of the same days, and they are not recognised any more.
    case forgotten(campaign: String, messages: Int)
    case size(Size, now: Int, before: Int, other: String)

    /// What there is much more or much less of than in the campaign before.
    package enum Size: Hashable, Sendable { case rows, messages }
}

extension CampaignWarning {
    /// For scripts; nil for one that an older campaign keeps as a sentence.
    package var code: String? {
        switch self {
        case .planned(let warning): warning.code
        case .late: "late"
        case .nobody: "nobody"
        case .otherPace: "other-pace"
        case .hotline: "hotline"
        case .otherPart: "other-part"
        case .forgotten: "forgotten"
        case .size: "other-size"
        }
    }
}
