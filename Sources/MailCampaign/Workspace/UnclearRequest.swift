/// What was asked for lacks something or contradicts itself, whatever it is asked of.
///
/// Found before anything is opened.
package enum UnclearRequest: Error, Hashable, Sendable {
    /// One choice is missing, or there are two that exclude each other.
    case days, answer, rows, ruling, whatToVerify, whatToErase, hold, keys
    case incident
    /// A file whose name does not say how it is to be written.
    case reportForm
    case fromBehindTo
    /// A file and an earlier campaign, or neither.
    case whatToPlan
    /// What belongs to an earlier campaign's people, or to a file, without it.
    case detailsWithoutFollowUp, followUpOfFile
    case followUpWithoutTemplate
    case expectation
    /// No message to rule on.
    case noMessage
    /// All of them, and some by name.
    case allAndSome
    /// A log tells which messages by itself, and never that one is to go again.
    case logWithRuling
    /// What a proof is to be about, or where it is to be written.
    case noCampaign, noOutput
    /// An answer for everybody that is not to be phoned.
    case allDoubtfulUnlessPhoned
    /// That it is fine, of something else than a value, or one address for all who have a value.
    case fineWithoutValue, addressForValue
    /// An address for more or fewer than one row.
    case addressOfOtherThanOneRow
    /// What has no meaning without something else.
    case sharedWithoutAddress, startWithoutAddress
    case digestWithoutName, nameWithoutDigest
    /// Two answers to where the state directory comes from.
    case movedAndRestored
    case allWithoutOutput, outputWithoutRehearsal, keyWithoutProof
    case key
    /// What is no day, or no time, with the option that needs one.
    case notADay(option: String, String)
    case notATime(option: String, String)
    case notAClockTime(option: String, String)
    case notAnHour(option: String, String)
    case hourOfRehearsal
    /// A row of which nobody said that it is for a test mail, and one beside something else.
    case rowWithoutTest, testAlone
    case campaignIsPlanned
    case peopleWithoutOutput
}
