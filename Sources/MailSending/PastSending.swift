import Foundation
import MailCore
import MailJournal

/// What earlier runs and campaigns have left: sending goes on where they ended.
struct PastSending {
    let pace: PaceKeeper
    let brakes: Brakes
    let watch: RefusalWatch
    /// Whether an earlier run of this campaign has reached the relay.
    let wasReached: Bool
    let course: SendingCourse

    /// How long the brakes look back: longer than any of them holds, and long enough for a slow relay to
    /// have taken some.
    private static let brakesLookBack: TimeInterval = 900

    init(of campaign: String, in journal: Journal, _ settings: Settings, at now: Date) throws {
        let attempts = try journal.attempts(
            since: now.addingTimeInterval(-Double(settings.pace.longestWindow)),
            settings.pace.groups
        )
        var pace = PaceKeeper(pace: settings.pace)
        // A clock that was set back has attempts in its future: they are over all the same.
        for attempt in attempts { pace.begin(attempt.group, at: min(attempt.at, now)) }
        self.pace = pace

        let verdicts = try journal.verdicts(
            since: now.addingTimeInterval(-Self.brakesLookBack),
            settings.pace.groups
        )
        var brakes = Brakes()
        for verdict in verdicts {
            let at = min(verdict.at, now)
            brakes.begin(verdict.group, at: at)
            _ = brakes.note(
                verdict.verdict,
                of: verdict.group,
                message: verdict.number,
                at: at
            )
        }
        self.brakes = brakes

        let counts = try journal.deliveryCounts(of: campaign)
        wasReached = counts.sum(of: \.hasVerdict) > 0
        watch = RefusalWatch(
            caution: settings.caution,
            verdicts: counts.sum(of: \.hasVerdict),
            lastRefused: try journal.lastRefused(of: campaign)
        )
        var course = SendingCourse()
        // Times in the journal are whole seconds.
        course.attemptsFromTheFuture = attempts.count { $0.at > now.addingTimeInterval(1) }
        self.course = course
    }
}
