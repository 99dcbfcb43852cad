import Foundation
import MailCore
import MailJournal

/// Whether a journal may be sent from where it lies, and what somebody says of how it came there.
struct JournalPlace {
    let journal: Journal
    /// The campaign that somebody wants to send, for what they are told to type; nil where it is not clear which.
    let campaign: String?

    /// A copy of the journal must not be sent from beside its original, nor an older one in its place.
    ///
    /// - Parameter claim: What somebody says of where the state directory comes from.
    /// - Throws: `Refusal`.
    func check(_ claim: StateClaim?) throws {
        switch (journal.standing, claim) {
        case (.behind(let missing), nil), (.behind(let missing), .moved):
            throw Refusal.olderJournal(missing, campaign: campaign)
        case (.replaced(let told), nil), (.replaced(let told), .moved):
            throw Refusal.replacedJournal(told: told, campaign: campaign)
        case (.unwitnessed, nil): throw Refusal.copiedState(campaign: campaign)
        case (.unwitnessed, .moved): try checkKeysCameAlong()
        case (.behind, .restored), (.replaced, .restored), (.unwitnessed, .restored),
            (.newest, .moved), (.newest, .restored):
            break
        case (.newest, nil):
            guard try journal.isInItsPlace() else {
                throw Refusal.copiedState(campaign: campaign)
            }
        }
    }

    /// Takes somebody's word: from now on the journal belongs where it is.
    ///
    /// - Parameters:
    ///   - claim: Checked before.
    ///   - official: Who says so.
    ///   - now: The time of the events.
    /// - Throws: `JournalError`.
    func take(_ claim: StateClaim?, by official: Official, at now: Date) throws {
        try journal.takeForNewest(by: official, at: now, isOlder: claim == .restored)
        try journal.settle(at: now)
    }

    /// Whoever moves a state directory moves its keys; without them it was put back from a backup, and its original may
    /// have sent something since.
    private func checkKeysCameAlong() throws {
        let lost = try journal.campaigns().filter { $0.erasedAt == nil }.map(\.id)
            .filter { !journal.hasKey(of: $0) }
        guard lost.isEmpty else {
            throw Refusal.movedWithoutKeys(lost: lost, campaign: campaign)
        }
    }
}
