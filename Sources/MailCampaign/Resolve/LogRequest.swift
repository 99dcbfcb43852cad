/// In which logs to look for unknown deliveries, as somebody said it.
package struct LogRequest: Hashable, Sendable {
    package let paths: [String]
    /// Whether they have said already that what is found there counts.
    package let isSaid: Bool

    /// - Throws: `UnclearRequest` where somebody names messages as well, or wants them to go again: that one is missing
    ///   in a log proves nothing.
    package init(
        paths: [String],
        messages: [String],
        rows: [Int],
        all: Bool = false,
        accepted: Bool,
        resend: Bool
    ) throws(UnclearRequest) {
        guard messages.isEmpty, rows.isEmpty, !all, !resend else { throw .logWithRuling }
        self.paths = paths
        isSaid = accepted
    }
}
