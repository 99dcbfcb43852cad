import Foundation
import MailCore
import MailJournal

/// A letter of the campaign with a made-up person in the place of a real one, judged by the guard.
struct MadeUpMessage {
    let message: OutgoingMessage
    let isDayMadeUp: Bool
    let isSiteMadeUp: Bool

    /// - Parameters:
    ///   - real: Whose letter it is; nothing of them but its shape goes into the message.
    ///   - address: Of the authority.
    ///   - letter: The campaign's.
    ///   - campaign: Its id.
    ///   - workspace: The authority.
    /// - Throws: `TestMailError` if the guard says no all the same.
    init(
        after real: Recipient,
        to address: EmailAddress,
        on letter: Letter,
        of campaign: String,
        in workspace: Workspace
    ) throws {
        let (journal, zone) = (workspace.journal, workspace.settings.timeZone)
        let (now, values) = (workspace.surroundings.now(), try journal.values(of: campaign))
        let commonDays = try Set(real.appointments.map(\.start.local.day)).filter {
            try journal.rows(on: $0, of: campaign) >= Crowd.people
        }
        let person = MadeUpPerson(for: real, in: zone)
        let messageGuard = MessageGuard(letter: letter, values: values)
        func written(isReal: Bool) throws -> (OutgoingMessage, Recipient, [GuardFinding]) {
            let recipient = person.recipient(
                at: address,
                otherDay: LocalDay(of: now, in: zone),
                isCommonDay: { isReal && commonDays.contains($0) },
                isCommonSite: { isReal && values.isPlace($0) }
            )
            var randomness = workspace.surroundings.randomness
            let message = try OutgoingMessage.render(
                for: recipient,
                on: letter,
                id: MessageID(using: &randomness),
                date: now,
                in: zone,
                isTest: true
            )
            return (message, recipient, messageGuard.findings(in: message, for: recipient))
        }
        var (message, recipient, findings) = try written(isReal: true)
        // A site that reads like somebody's name, or names a day: nobody is asked about a test mail.
        if !findings.isEmpty { (message, recipient, findings) = try written(isReal: false) }
        if let finding = findings.first(where: { !$0.isQuestion }) {
            throw TestMailError.guarded(finding: finding)
        }
        self.message = message
        let (shown, own) = (recipient.appointments, real.appointments)
        isDayMadeUp = shown.map(\.start.local.day) != own.map(\.start.local.day)
        isSiteMadeUp = shown.map(\.site) != own.map(\.site)
    }
}
