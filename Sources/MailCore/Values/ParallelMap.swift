import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// The same as `map`, on all processors at once.
    ///
    /// - Parameter transform: Called once for each element, in no order; must not wait for anything.
    /// - Returns: What it gave, in the order of the elements.
    func parallelMap<Output: Sendable>(_ transform: @Sendable (Element) -> Output) -> [Output] {
        let size = 256
        let starts = Swift.stride(from: 0, to: count, by: size).map { $0 }
        let outputs = Mutex<[Int: [Output]]>([:])
        DispatchQueue.concurrentPerform(iterations: starts.count) { number in
            let part = self[starts[number]..<Swift.min(starts[number] + size, count)].map(transform)
            outputs.withLock { $0[number] = part }
        }
        return outputs.withLock { parts in starts.indices.flatMap { parts[$0] ?? [] } }
    }
}
