package import Foundation
package import MailCore

/// Everything from outside that the use cases need: clock, randomness, who acts, and ways to reach
/// the relay and the authority's own pages.
///
/// Made in one place of the program, and by tests.
package struct Surroundings: Sendable {
    /// What the relay said to a sender, without a message.
    package struct Probe: Sendable {
        package let session: RelaySession
        /// Nil if there was none.
        package let answer: SenderAnswer?

        package init(session: RelaySession, answer: SenderAnswer?) {
            self.session = session
            self.answer = answer
        }
    }

    /// Runs a program to its end, bounded in time and in what it prints.
    package typealias CommandRunner = @Sendable (OutsideCommand) async -> OutsideCommand.Ending

    package var now: @Sendable () -> Date
    /// A clock that nobody sets, and that goes on while the machine sleeps.
    package var elapsed: @Sendable () -> Duration
    package var sleep: @Sendable (Duration) async -> Void
    package var randomness: Randomness
    /// Asks another process to stop, and tells whether it could be asked.
    package var signalStop: @Sendable (Int32) -> Bool
    /// Who acts.
    package var account: Account
    package var environment: [String: String]
    /// The host's fully qualified name, as far as it knows one; may ask its resolver.
    package var hostName: @Sendable () -> String?
    /// Where files that came with the program are looked for, the nearest first.
    package var programFolder: String
    /// The program's version, as a proof names it.
    package var version: String
    /// A connection that has not been opened yet.
    package var makeTransport: @Sendable (Relay) -> any MessageTransport
    /// Goes as far as RCPT with the relay, takes that back and sends nothing; throws `RelayError`.
    package var probe: @Sendable (Relay, EmailAddress) async throws -> Probe
    package var runCommand: CommandRunner
    /// Visits a page; the last value is a file of certificates to trust instead of the system's.
    package var visit: @Sendable (PageKind, String, String?) async -> PageVisit

    package init(
        now: @escaping @Sendable () -> Date,
        elapsed: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async -> Void,
        randomness: Randomness,
        signalStop: @escaping @Sendable (Int32) -> Bool = { _ in false },
        account: Account,
        environment: [String: String],
        hostName: @escaping @Sendable () -> String? = { nil },
        programFolder: String,
        version: String,
        makeTransport: @escaping @Sendable (Relay) -> any MessageTransport,
        probe: @escaping @Sendable (Relay, EmailAddress) async throws -> Probe,
        runCommand: @escaping CommandRunner = { _ in .failed(.notStarted(code: 0)) },
        visit: @escaping @Sendable (PageKind, String, String?) async -> PageVisit
    ) {
        self.now = now
        self.elapsed = elapsed
        self.sleep = sleep
        self.randomness = randomness
        self.signalStop = signalStop
        self.account = account
        self.environment = environment
        self.hostName = hostName
        self.programFolder = programFolder
        self.version = version
        self.makeTransport = makeTransport
        self.probe = probe
        self.runCommand = runCommand
        self.visit = visit
    }
}
