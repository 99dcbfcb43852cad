import Glibc

/// What reading takes of a processor, and how that grows with what is read.
///
/// Counted is this thread's own time, so that other tests make little difference; where the time
/// would grow with the square, four times as much takes sixteen times as long.
package enum Cost {
    /// How many times as long four times the input takes; the best of four tries.
    ///
    /// - Parameters:
    ///   - size: What to begin with; doubled until reading takes a time that can be measured.
    ///   - input: Makes an input of this size.
    ///   - read: Reads it.
    /// - Returns: About 4 where the time grows with the size, 16 where it grows with its square.
    package static func growth<Input>(
        from size: Int,
        of input: (Int) throws -> Input,
        reading read: (Input) throws -> Void
    ) rethrows -> Double {
        var size = size
        while try seconds(input(size), read) < measurable, size < most { size *= 2 }
        let (small, large) = (try input(size), try input(size * 4))
        var best = Double.infinity
        for _ in 0..<4 where best > enough {
            let before = try seconds(small, read)
            best = min(best, try seconds(large, read) / max(before, measurable / 8))
        }
        return best
    }

    /// Linear reading takes four times as long, one that sorts a little more, a quadratic one sixteen
    /// times.
    package static let linear = 9.0

    private static let enough = 6.0
    private static let measurable = 0.004
    private static let most = 1 << 16

    private static func seconds<Input>(
        _ input: Input,
        _ read: (Input) throws -> Void
    ) rethrows -> Double {
        let begin = now
        try read(input)
        return now - begin
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
