import Foundation
import MailCampaign
import MailCore
import Synchronization

/// Sends what somebody has told it to, one campaign at a time, whoever is watching.
///
/// A second click, a reload or another browser finds the same run; a closed tab ends nothing.
package final class SendingDesk: Sendable {
    /// A run, also when it is over.
    struct Run: Sendable {
        let campaign: String
        /// Nil when it is over: it holds on to what has the journal open.
        var stop: StopRequest?
        /// What happened last.
        var event: SendingEvent?
        /// Counts what can be seen of it; an event's id.
        var sequence = 0
        var isOver = false
        var isStopping = false
        /// Why it could not begin, or what it has left to say.
        var words: Sentence?
        var hasFailed = false
    }

    private struct State {
        var run: Run?
        var isClosed = false
    }

    /// What came of the wish to send.
    enum Beginning: Equatable {
        case begun, runsAlready
        case another(String)
    }

    private let state = Mutex(State())
    private let office: Office
    private let jobs: AsyncStream<String>
    private let orders: AsyncStream<String>.Continuation

    package init(of office: Office) {
        self.office = office
        (jobs, orders) = AsyncStream.makeStream()
    }

    /// Must run as long as the server does.
    package func run() async {
        for await campaign in jobs { await send(campaign) }
    }

    /// Asks for a campaign to be sent.
    func begin(_ campaign: String) -> Beginning {
        let beginning: Beginning = state.withLock { state in
            if let run = state.run, !run.isOver {
                return run.campaign == campaign ? .runsAlready : .another(run.campaign)
            }
            guard !state.isClosed else { return .another(campaign) }
            state.run = Run(campaign: campaign, stop: StopRequest())
            return .begun
        }
        if beginning == .begun { orders.yield(campaign) }
        return beginning
    }

    /// Lets what is in flight end, and nothing new begin.
    ///
    /// - Returns: Whether a run was there to be stopped.
    @discardableResult
    package func stop() async -> Bool {
        let stop = state.withLock { state -> StopRequest? in
            guard let run = state.run, !run.isOver else { return nil }
            state.run?.isStopping = true
            state.run?.sequence += 1
            return run.stop
        }
        await stop?.ask()
        return stop != nil
    }

    /// Takes no more orders, and waits until the last run is over.
    package func close() async {
        state.withLock { $0.isClosed = true }
        await stop()
        orders.finish()
    }

    package var isSending: Bool { state.withLock { $0.run.map { !$0.isOver } ?? false } }

    package var isClosed: Bool { state.withLock { $0.isClosed } }

    /// The run of a campaign, or the last one of it; nil if this server has not sent it.
    func run(of campaign: String) -> Run? {
        state.withLock { $0.run?.campaign == campaign ? $0.run : nil }
    }

    /// How far a run is, in words and numbers made only where somebody looks.
    func sight(of run: Run) -> SendingSight? {
        run.event.map { SendingSight($0, of: run.campaign, at: office.surroundings.now()) }
    }

    /// The campaign that is being sent; nil if none is.
    var current: String? { state.withLock { $0.run.flatMap { $0.isOver ? nil : $0.campaign } } }

    private func send(_ campaign: String) async {
        for attempt in 1... {
            let ending = await attemptToSend(campaign)
            // A page or a command that looks at the journal is done in a moment.
            guard ending.isBusy, attempt < Self.tries, !isStopping else { return end(ending) }
            await office.surroundings.sleep(.milliseconds(500))
        }
    }

    /// What a run has left to say.
    private struct Ending {
        let words: Sentence?
        var hasFailed = false
        var isBusy = false
    }

    /// Must hold on to nothing behind its end: the journal is closed then.
    private func attemptToSend(_ campaign: String) async -> Ending {
        guard let stop = state.withLock({ $0.run?.stop }) else { return Ending(words: nil) }
        do {
            let result = try await sending(campaign).run(stop: stop) { self.note($0) }
            return Ending(words: result.notes.first)
        } catch {
            let report = ErrorReport(error) ?? .fault(error)
            return Ending(
                words: report.message,
                hasFailed: true,
                isBusy: report.conclusion == .busy
            )
        }
    }

    private var isStopping: Bool { state.withLock { $0.run?.isStopping ?? true } }

    private static let tries = 20

    private func sending(_ campaign: String) -> TimedSending {
        let (places, surroundings) = (office.places, office.surroundings)
        return TimedSending(
            of: campaign,
            at: nil,
            asOf: office.moment,
            claim: nil,
            isPatient: false,
            in: surroundings,
            opening: { try Workspace.open(places, in: surroundings) }
        )
    }

    private func note(_ event: SendingEvent) {
        state.withLock { state in
            state.run?.event = event
            state.run?.sequence += 1
        }
    }

    private func end(_ ending: Ending) {
        // First of all, so that whoever is told that it is over finds the journal free.
        state.withLock { $0.run?.stop = nil }
        state.withLock { state in
            state.run?.isOver = true
            state.run?.sequence += 1
            state.run?.words = ending.words
            state.run?.hasFailed = ending.hasFailed
        }
    }
}
