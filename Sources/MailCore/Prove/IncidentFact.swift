/// What the chain of events says of one incident of a campaign.
package struct IncidentFact: Hashable, Sendable {
    /// The number of the event that opened it.
    package let event: Int
    /// Since when somebody knows of it, in seconds since 1970.
    package let awareAt: Int
    /// The number of the event that closed it; nil as long as it is open.
    package private(set) var closing: Int?
    /// The hash of why it was closed.
    package private(set) var closedBecause: String?

    package init(event: Int, awareAt: Int, closing: Int? = nil, closedBecause: String? = nil) {
        self.event = event
        self.awareAt = awareAt
        self.closing = closing
        self.closedBecause = closedBecause
    }

    package var isOpen: Bool { closing == nil }

    mutating func close(by event: Int, because reason: String?) {
        (closing, closedBecause) = (event, reason)
    }
}
