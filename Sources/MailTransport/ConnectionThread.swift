import Foundation

/// A thread of its own for one connection, as an actor's executor.
///
/// A connection blocks, up to ten minutes for one reply. On Swift's shared pool, which has as many
/// threads as the machine has cores, a few slow relays would stop the whole program.
///
/// `@unchecked Sendable`: `jobs` and `isEnded` are read and written under `condition` alone.
final class ConnectionThread: SerialExecutor, @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [UnownedJob] = []
    private var isEnded = false

    init() {
        let thread = Thread { self.run() }
        thread.name = "relay"
        thread.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        condition.withLock { jobs.append(job) }
        condition.signal()
    }

    /// Lets the thread end when its jobs are done.
    ///
    /// Must be called by the owner; the thread keeps this object alive until then.
    func end() {
        condition.withLock { isEnded = true }
        condition.signal()
    }

    private func run() {
        while let job = nextJob() {
            // The executor is this object, alive for the whole call.
            unsafe job.runSynchronously(on: asUnownedSerialExecutor())
        }
    }

    private func nextJob() -> UnownedJob? {
        condition.withLock {
            while jobs.isEmpty, !isEnded { condition.wait() }
            return jobs.isEmpty ? nil : jobs.removeFirst()
        }
    }
}
