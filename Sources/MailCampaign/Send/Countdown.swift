package import Foundation
import MailCore
import MailJournal

/// The time between now and a campaign's first message, which somebody has chosen: an hour (`--at`), or so long
/// after the approval (`[caution] hold_seconds`).
///
/// Nobody holds the journal meanwhile, so others may look, decide, withdraw, and stop it. A process that dies
/// takes its countdown with it: nothing is sent until somebody says so again.
package struct Countdown: Sendable {
    package let campaign: String
    /// When the first message may go.
    package let end: Date
    package let zone: TimeZone
    /// When it was begun.
    let announcedAt: Date
    private let stateDirectory: String
    /// This one, which has the journal as long as the countdown is made.
    private let process: Int32?
    private let surroundings: Surroundings

    /// Nil if nothing has to be waited for.
    ///
    /// - Parameters:
    ///   - id: The campaign; it must be approved.
    ///   - hour: When somebody wants it to begin, as they typed it; nil for at once.
    ///   - workspace: The authority.
    /// - Throws: `UnclearRequest` for what is no time; `WrongRequest` for an hour that has passed, or that would
    ///   leave no time to tell somebody.
    package init?(before id: String, at hour: String?, in workspace: Workspace) throws {
        let journal = workspace.journal
        let campaign = try journal.campaign(id)
        let settings = workspace.settings
        let now = workspace.surroundings.now()
        let chosen = try hour.map {
            try WrittenMoment.hour($0, behind: now, in: settings.timeZone, option: "--at")
        }
        let approval = campaign.startedAt == nil ? try journal.approval(of: campaign) : nil
        let held = approval?.at.addingTimeInterval(settings.caution.hold.inSeconds)
        if let chosen, chosen <= now { throw WrongRequest.hourHasPassed(hour ?? "") }
        guard let end = [chosen, held].compactMap(\.self).max(), end > now else { return nil }
        let first = try journal.pending(of: campaign.id, at: now).map(\.appointment).min()
        if let first, end >= first {
            throw WrongRequest.hourTooLate(first: first.clock(in: settings.timeZone, asOf: end))
        }
        self.campaign = campaign.id
        self.end = end
        announcedAt = now
        zone = settings.timeZone
        stateDirectory = journal.directory.path
        process = StateDirectory.holder(of: stateDirectory)
        surroundings = workspace.surroundings
    }

    /// Waits, as the countdown of its state directory.
    ///
    /// - Parameters:
    ///   - stop: How to stop it.
    ///   - onEvent: Told about five times a second how much is left.
    /// - Returns: Whether the time has come; false if somebody stopped it.
    /// - Throws: `CountdownError` if another process counts down already.
    package func wait(
        stop: StopRequest,
        onEvent: @Sendable (SendingEvent) -> Void
    ) async throws -> Bool {
        let sign = try CountdownSign(
            .init(
                campaign: campaign,
                begins: end.iso8601(in: zone),
                process: process
            ),
            in: stateDirectory
        )
        defer { sign.takeDown() }
        while !stop.isAsked {
            let left = end.timeIntervalSince(surroundings.now())
            guard left > 0 else { return true }
            onEvent(.countsDown(self, left: .seconds(left)))
            await surroundings.sleep(.seconds(min(left, 0.2)))
        }
        return false
    }
}

/// Another process counts down in this state directory (exit code 75).
package struct CountdownError: Error, Hashable, Sendable {
    package let campaign: String
    package let begins: String
}
