import MailCore
import MailJournal
import MailSending

/// Sends a campaign when its time has come: at once, or behind a countdown that leaves the journal to others.
package struct TimedSending {
    private let name: String
    private let hour: String?
    private let asOf: String?
    private let claim: StateClaim?
    private let isPatient: Bool
    private let surroundings: Surroundings
    private let open: () throws -> Workspace

    /// - Parameters:
    ///   - name: The campaign's id, or the beginning of it.
    ///   - hour: When somebody wants it to begin, as they typed it; nil for as soon as it may.
    ///   - asOf: The moment that somebody has named again, as they typed it.
    ///   - claim: What somebody says of where the state directory comes from; nil for nothing.
    ///   - isPatient: Whether to wait for a relay that is away until no message has time left.
    ///   - surroundings: The world.
    ///   - open: Opens everything, before and after the countdown.
    package init(
        of name: String,
        at hour: String?,
        asOf: String?,
        claim: StateClaim?,
        isPatient: Bool,
        in surroundings: Surroundings,
        opening open: @escaping () throws -> Workspace
    ) {
        self.name = name
        self.hour = hour
        self.asOf = asOf
        self.claim = claim
        self.isPatient = isPatient
        self.surroundings = surroundings
        self.open = open
    }

    /// - Parameters:
    ///   - stop: How to stop it, also while it counts down; then nothing has been sent.
    ///   - onEvent: Told what happens.
    /// - Returns: How it ended.
    /// - Throws: `Refusal` and everything else that keeps it from being sent, before the countdown if that is known.
    package func run(
        stop: StopRequest,
        onEvent: @escaping @Sendable (SendingEvent) -> Void
    ) async throws -> Sending.Result {
        switch try beginning() {
        case .now(let sending): return try await sending.run(stop: stop, onEvent: onEvent)
        case .later(let countdown):
            guard try await countdown.wait(stop: stop, onEvent: onEvent) else {
                return Sending.Result(
                    status: try StatusReport(of: countdown.campaign, in: await reopened()),
                    outcome: .stopped(.asked),
                    hadWork: true
                )
            }
            return try await sending(in: reopened()).run(stop: stop, onEvent: onEvent)
        }
    }

    private enum Beginning {
        case now(Sending)
        /// The journal is left to others until then.
        case later(Countdown)
    }

    /// What keeps it from being sent is told before anybody waits.
    private func beginning() throws -> Beginning {
        let workspace = try open()
        let id = try workspace.campaignID(name)
        let sending = try sending(in: workspace)
        guard let countdown = try Countdown(before: id, at: hour, in: workspace) else {
            return .now(sending)
        }
        try sending.check()
        return .later(countdown)
    }

    private func sending(in workspace: Workspace) throws -> Sending {
        try Sending(
            of: workspace.campaignID(name),
            in: workspace,
            typedAsOf: asOf,
            claim: claim,
            isPatient: isPatient
        )
    }

    /// Whoever looks at the journal just when the time has come is done in a moment.
    private func reopened() async throws -> Workspace {
        for _ in 0..<Self.patience {
            do {
                return try open()
            } catch StateDirectoryError.inUse {
                await surroundings.sleep(.seconds(1))
            }
        }
        return try open()
    }

    /// Seconds.
    private static let patience = 600
}
