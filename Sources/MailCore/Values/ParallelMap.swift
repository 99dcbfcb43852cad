import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// The same as `map`, on all processors at once.
    ///
    /// - Parameters:
    ///   - worker: Makes what one processor keeps from one element to the next.
    ///   - transform: Called once for each element, in no order; must not wait for anything.
    /// - Returns: What it gave, in the order of the elements.
    package func parallelMap<Worker, Output: Sendable>(
        each worker: @Sendable () -> Worker,
        _ transform: @Sendable (inout Worker, Element) -> Output
    ) -> [Output] {
        let size = 256
        let starts = Swift.stride(from: 0, to: count, by: size).map { $0 }
        let next = Atomic(0)
        let outputs = Mutex<[Int: [Output]]>([:])
        DispatchQueue.concurrentPerform(iterations: Swift.min(starts.count, Self.most)) { _ in
            var worker = worker()
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < starts.count else { return }
                let part = self[starts[number]..<Swift.min(starts[number] + size, count)]
                    .map { transform(&worker, $0) }
                outputs.withLock { $0[number] = part }
            }
        }
        return outputs.withLock { parts in starts.indices.flatMap { parts[$0] ?? [] } }
    }

    /// How many processors can be of use; a worker that finds nothing left to do has cost nothing.
    private static var most: Int { 64 }
}
