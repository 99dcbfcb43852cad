/// Of whom a campaign is made that tells the people of an earlier one again.
///
/// No personal data.
package struct FollowUp: Hashable, Sendable, Codable {
    /// The earlier campaign.
    package let campaign: String
    /// The template of the earlier campaign.
    package let earlierTemplate: String
    /// Where the earlier messages stood of those who are told again.
    package let states: [DeliveryState]
    /// The rows that somebody has named; empty for all of them.
    package let rows: [Int]
    /// As the template says.
    package let deadline: MessageDeadline
    /// Whether somebody wants people told a second time with the same template.
    package let isRepeated: Bool
    /// Where the earlier messages of the chosen rows stood at planning.
    package let before: [Before]

    /// Earlier messages in one state.
    package struct Before: Hashable, Sendable, Codable {
        package let state: DeliveryState
        package let messages: Int
        /// When the first one came there, in seconds since 1970; nil if nothing has happened to any.
        package let first: Int?
        package let last: Int?

        package init(state: DeliveryState, messages: Int, first: Int?, last: Int?) {
            self.state = state
            self.messages = messages
            self.first = first
            self.last = last
        }
    }

    package init(
        campaign: String,
        earlierTemplate: String,
        states: [DeliveryState],
        rows: [Int],
        deadline: MessageDeadline,
        isRepeated: Bool,
        before: [Before]
    ) {
        self.campaign = campaign
        self.earlierTemplate = earlierTemplate
        self.states = states
        self.rows = rows
        self.deadline = deadline
        self.isRepeated = isRepeated
        self.before = before
    }

    /// Whoever may have got the earlier message.
    package static let usualStates: Set<DeliveryState> = [.accepted, .unknown]
}
