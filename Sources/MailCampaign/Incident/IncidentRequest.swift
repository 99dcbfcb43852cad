/// What somebody wants about an incident, as they said it.
package enum IncidentRequest: Hashable, Sendable {
    /// Freezes a campaign, or shows what is known of its open incident; with a time that is still to be read.
    case open(campaign: String, awareAt: String?)
    case close(campaign: String, because: String)
    /// How many people's data a message shows.
    case check(file: String)

    /// - Throws: `UnclearRequest` unless just one is said.
    package init(
        campaign: String?,
        awareAt: String?,
        close: Bool,
        because reason: String?,
        check file: String?
    ) throws(UnclearRequest) {
        switch (campaign, awareAt, close, reason, file) {
        case (nil, nil, false, nil, let file?): self = .check(file: file)
        case (let campaign?, let awareAt, false, nil, nil):
            self = .open(campaign: campaign, awareAt: awareAt)
        case (let campaign?, nil, true, let reason?, nil)
        where reason.contains(where: \.isLetter):
            self = .close(campaign: campaign, because: reason)
        default: throw .incident
        }
    }
}
