package import MailCore
package import MailJournal

/// Why a safety check said no.
package enum Refusal: Error, Hashable, Sendable {
    case erased(campaign: String)
    /// Nobody of it can be told again.
    case nobodyLeft(campaign: String)
    /// Nobody is left to be listed.
    case nobodyToList(campaign: String)
    case digestDiffers(campaign: String)
    case noMessages(campaign: String)
    /// What somebody typed to confirm is not what the view shows.
    case wrongFigures(campaign: String)
    case undecided(campaign: String, rows: Int)
    case notApproved(campaign: String)
    case changed(LetterPart, campaign: String)
    case samePerson(SecondPerson.Objection, campaign: String, approver: String)
    /// Planned as of another day; that moment, as it must be named.
    case momentNotNamed(campaign: String, moment: String)
    case journalChanged([String])
    /// Nil where it is not clear which campaign was meant, here and in the next ones.
    case copiedState(campaign: String?)
    case olderJournal(JournalStanding.MissingPart, campaign: String?)
    case replacedJournal(told: Int, campaign: String?)
    /// Keys of these campaigns are missing, and would have been moved along.
    case movedWithoutKeys(lost: [String], campaign: String?)
    case toldMeanwhile(campaign: String, messages: Int, other: String)
    case template(LintReport, Use)
    case unexpectedRows(expected: Int, found: Int)
    /// Planned by an earlier program: a proof of it could be tried out.
    case unsaltedProof(campaign: String)
    case proofFails(campaign: String, failures: [String])
    case madeUpAddress
    case addressNeedsSMTPUTF8
    /// Something went wrong with it, and nobody has said that this is over.
    case frozen(campaign: String, since: String)
    /// An incident is open since another time.
    case incidentOpen(campaign: String, since: String)
    /// With the reason somebody gave.
    case held(campaign: String, because: String)
    /// Messages are under way, or unknown.
    case notSettled(campaign: String, open: Int, unknown: Int)
    /// Whoever was asked did not say yes.
    case notErased(campaign: String)
    /// Whoever was asked did not say how many are unknown.
    case notRuled(campaign: String)
    case nothingToHold(campaign: String)
    case severalPeople(Int)
    case personUnderWay(campaign: String, row: Int)
    /// Others of the campaign still have to be told.
    case campaignUnderWay(campaign: String, open: Int)
    /// Nobody can tell what is kept.
    case keysMissing(campaigns: [String], store: String)
    case anotherIsSent(campaign: String, other: String)
    case doesNotStop(campaign: String)
    case notConfirmed(campaign: String, messages: Int)
    case confirmationMissing(campaign: String, messages: Int)

    /// What may not differ between planning and sending.
    package enum LetterPart: Hashable, Sendable {
        case template(String)
        case authority, relay, timeZone
    }

    /// What a letter was wanted for.
    package enum Use: Hashable, Sendable { case planning, deciding }
}
