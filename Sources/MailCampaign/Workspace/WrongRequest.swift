package import MailCore

/// What was asked for does not exist or means nothing; asked otherwise, it may.
package enum WrongRequest: Error, Hashable, Sendable {
    case noTemplateName(String)
    /// Nothing of the campaign was reported that could be shown or closed.
    case noIncident(campaign: String)
    /// Nobody knows today what they learn tomorrow.
    case awareLater
    /// It does not cancel anything.
    case templateForFollowUps(String)
    /// A row to leave out that would get no message anyway.
    case nothingToLeaveOut(row: Int)
    /// A row to take for a real person's that does not look like a test.
    case notLikeATest(row: Int)
    case rowWithoutMessage(Int, campaign: String)
    case nothingUnknown(campaign: String)
    /// Nobody's message of the earlier campaign stands in one of these states.
    case nobodyToFollow(campaign: String, String)
    /// A row of the earlier campaign without a message in one of these states.
    case notWrittenTo(row: Int, campaign: String, String)
    /// Blanks, or characters that nobody sees.
    case noApproverName
    case nothingInterrupted
    /// Nothing was typed where a person should be named.
    case nobodyNamed
    case severalInterrupted([String])
    case address(NoAddress)
    /// Neither a known layout of schedules nor a file with one.
    case unknownLayout(String)
    /// Sending is to begin at a time that lies behind.
    case hourHasPassed(String)
    /// When sending is to begin, the first appointment has begun.
    case hourTooLate(first: String)
    case negativeHeaderRow
    /// No message of the campaign was refused with that reply.
    case noneRefused(with: String, campaign: String)
    /// What an option about reading a file cannot mean; with what it can.
    case reading(option: String, value: String, allowed: [String])
    /// A start that the clocks of its day do not have, or have twice; with the reason.
    case unclearStart(RowReason)
    /// What was typed as a start is none.
    case noStart(String)

    /// Why what was given is no address.
    package enum NoAddress: Hashable, Sendable {
        case none, several
        /// Nothing was typed where one was awaited.
        case notGiven
        case invalid(AddressFlaw)
    }
}
