/// Why a row has its class, or waits for a person.
///
/// Never personal data.
package enum RowReason: Coded {
    case notOnChosenDay, anotherService, anotherSite, cancelledByStatus, past, repeated, toldBefore
    case testOrBlock, takenForReal
    case furtherPerson, choiceEmpty, perhapsTold, unfinishedForm, doubtfulStatus, unknownStatus
    case encodedTwice, escapedText, lostLetterInName, leftover
    /// Another number of fields than the header has.
    case fieldCount(fields: Int, header: Int)
    case noText
    /// When it begins is not certain; `time` says what is wrong with the cell beside an uncertain day.
    case start(flaw: StartFlaw, time: StartFlaw?)
    case unknownZone
    /// It holds two appointments, and one of them is not certain.
    case halfKnown
    case noAddress, noContact, madeUpAddress, severalAddresses, unsendableAddress
    case invalidAddress(flaw: AddressFlaw)
    case doubtfulAddress(flaw: AddressFlaw)
    case noSuchTopLevel
    case misspelt(provider: String)
    case mixedAlphabets, disguisedLetters, guessedLetters
    case manyPeople, ownAddress
    /// The guard asks about a value, under a number.
    case value(number: Int, asked: AskedValue)
    /// What the person of a follow-up got before; the state as the journal writes it, day and time on the
    /// authority's clock.
    case before(template: String, campaign: String, state: String, day: String?, time: String?)
    /// The same template has told the person since, or earlier.
    case toldWithTemplate(campaign: String)
    /// What a person answered; never kept, since the journal has the answer itself.
    case decided(answer: RowAnswer, hasGivenStart: Bool, isFine: Bool)

    package var code: String {
        switch self {
        case .start(let flaw, _): flaw.rawValue
        default: String(kept.dropFirst(2).prefix { $0 != "\"" })
        }
    }

    private enum CodingKeys: String, CodingKey {
        case notOnChosenDay = "not-on-chosen-day"
        case anotherService = "another-service"
        case anotherSite = "another-site"
        case cancelledByStatus = "cancelled-by-status"
        case past, repeated
        case toldBefore = "told-before"
        case testOrBlock = "test-or-block"
        case takenForReal = "taken-for-real"
        case furtherPerson = "further-person"
        case choiceEmpty = "choice-empty"
        case perhapsTold = "perhaps-told"
        case unfinishedForm = "unfinished-form"
        case doubtfulStatus = "doubtful-status"
        case unknownStatus = "unknown-status"
        case encodedTwice = "encoded-twice"
        case escapedText = "escaped-text"
        case lostLetterInName = "lost-letter-in-name"
        case leftover
        case fieldCount = "field-count"
        case noText = "no-text"
        case start
        case unknownZone = "unknown-zone"
        case halfKnown = "half-known"
        case noAddress = "no-address"
        case noContact = "no-contact"
        case madeUpAddress = "made-up-address"
        case severalAddresses = "several-addresses"
        case unsendableAddress = "unsendable-address"
        case invalidAddress = "invalid-address"
        case doubtfulAddress = "doubtful-address"
        case noSuchTopLevel = "no-such-top-level"
        case misspelt
        case mixedAlphabets = "mixed-alphabets"
        case disguisedLetters = "disguised-letters"
        case guessedLetters = "guessed-letters"
        case manyPeople = "many-people"
        case ownAddress = "own-address"
        case value, before
        case toldWithTemplate = "told-with-template"
        case decided
    }
}
