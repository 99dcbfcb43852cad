package import MailCore

/// What a relay's log says of the deliveries of a campaign that are unknown.
package struct LogReport: Sendable {
    /// One of them.
    package struct Entry: Hashable, Sendable {
        /// The first row of its person.
        package let row: Int
        package let message: String
        /// Nil if the log does not name it, which proves nothing.
        package let finding: RelayLog.Finding?
    }

    /// By their rows.
    package let entries: [Entry]
    /// How many lines were read.
    package let lines: Int
    /// Whether those that were taken are recorded as that.
    package let isRecorded: Bool
    /// Where the campaign stands now.
    package let status: StatusReport

    init(entries: [Entry], lines: Int, isRecorded: Bool = false, status: StatusReport) {
        self.entries = entries
        self.lines = lines
        self.isRecorded = isRecorded
        self.status = status
    }

    /// Those that the relay has taken.
    package var accepted: [Entry] {
        entries.filter { entry in
            if case .accepted = entry.finding { true } else { false }
        }
    }
}
