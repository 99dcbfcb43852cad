import TestSupport

/// Runs every job of a sending on the caller's thread, one at a time, in an order that a seed decides, and
/// keeps the time, which moves on when nobody can do anything but wait.
///
/// Whoever is preferred by a task runs its child tasks and its calls of actors as well (SE-0417), so each
/// call of the dispatcher and of the ledger is a place where another connection may get its turn.
final class SeededExecutor: TaskExecutor, @unchecked Sendable {
    // All of it belongs to the one thread that calls `run`: jobs are enqueued by jobs that run there.
    private struct Sleeper {
        let due: Double
        /// Whether it looks again now and then, and may as well look later.
        let isPatient: Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    /// Jobs a run may take: more is one that never ends.
    static let most = 300_000

    private var ready: [UnownedJob] = []
    private var sleepers: [Sleeper] = []
    private var chance: SplitMix
    private var stretch = 0.0
    /// Seconds that have passed, on a clock that nobody sets.
    private(set) var elapsed = 0.0
    /// Jobs that have run since `begin`.
    private(set) var steps = 0
    /// Nobody sleeps any more: what still runs is of a process that is dead.
    var isHurried = false {
        didSet { if isHurried { wakeAll() } }
    }
    /// Called before each job with its number.
    var beforeStep: (Int) -> Void = { _ in }

    init(seed: UInt64) { chance = SplitMix(seed: seed) }

    /// Another process begins, with an order of its own.
    func begin(seed: UInt64) {
        chance = SplitMix(seed: seed)
        (steps, stretch, isHurried) = (0, 0, false)
        beforeStep = { _ in }
    }

    func enqueue(_ job: consuming ExecutorJob) { ready.append(UnownedJob(job)) }

    /// Lets time pass while no process runs.
    func pass(_ seconds: Double) { elapsed += seconds }

    /// - Throws: `Breach` if it comes to no end, and what the body throws.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) throws -> Value {
        let end = End<Value>()
        Task(executorPreference: self) {
            do { end.result = .success(try await body()) } catch { end.result = .failure(error) }
        }
        while true {
            if ready.isEmpty {
                if let result = end.result { return try result.get() }
                try moveOn()
            } else {
                try step()
            }
        }
    }

    /// Asks for something beside what runs.
    func interject(_ body: @escaping @Sendable () async -> Void) {
        Task(executorPreference: self) { await body() }
    }

    func sleep(_ seconds: Double, isPatient: Bool = false) async {
        guard !isHurried else { return }
        let due = elapsed + max(seconds, 0)
        await withCheckedContinuation { continuation in
            sleepers.append(
                Sleeper(due: due, isPatient: isPatient, continuation: continuation)
            )
        }
    }

    private func step() throws {
        steps += 1
        guard steps < Self.most else {
            throw Breach(.comesToNoEnd, "after \(steps) steps, at \(elapsed)")
        }
        beforeStep(steps)
        let job = ready.remove(at: Int.random(in: 0..<ready.count, using: &chance))
        job.runSynchronously(on: asUnownedTaskExecutor())
    }

    /// A system may wake whoever sleeps as late as it likes: those who only look again now and then look less and
    /// less often, so that an hour of waiting costs no hour's looks.
    private func moveOn() throws {
        guard let next = sleepers.map(\.due).min() else {
            throw Breach(.comesToNoEnd, "everybody waits for somebody")
        }
        let busy = sleepers.filter { !$0.isPatient }.map(\.due).min() ?? .infinity
        elapsed = max(elapsed, min(next + stretch, busy))
        stretch = elapsed < busy ? min(20, 2 * stretch + 0.1) : 0
        let awake = sleepers.filter { $0.due <= elapsed }
        sleepers.removeAll { $0.due <= elapsed }
        for sleeper in awake { sleeper.continuation.resume() }
    }

    private func wakeAll() {
        let all = sleepers
        sleepers = []
        for sleeper in all { sleeper.continuation.resume() }
    }
}

/// Where a task leaves its result; read and written on the executor's thread alone.
private final class End<Value>: @unchecked Sendable {
    var result: Result<Value, any Error>?
}
