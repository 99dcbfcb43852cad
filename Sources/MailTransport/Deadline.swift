/// A point in time to wait for, at most.
///
/// The only clock of the transport: it bounds waits and never gets into a verdict or a record.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(in duration: Duration) {
        end = .now + duration
    }

    /// Milliseconds that are left, rounded up, for `poll`; 0 when the time is over.
    var milliseconds: Int32 {
        let left = ContinuousClock.now.duration(to: end)
        guard left > .zero else { return 0 }
        return Int32(clamping: left.wholeMilliseconds)
    }
}

extension Duration {
    /// Rounded up.
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
