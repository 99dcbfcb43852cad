/// What only a person can say about a whole file, as a value that any page can ask.
///
/// Never personal data.
package enum FileQuestion: Hashable, Sendable {
    /// Which encodings the file may have, the likeliest first; none where no one is likely.
    case encoding([ScheduleEncoding])
    /// Whether the export is whole, though its end looks as if it had died.
    case isComplete(ExportEnd)
    /// Whose clock a column shows, of which its header or its cells say what is not understood.
    case columnZone(header: String)
    /// Whether a column that seems to say who has cancelled decides, or is left out.
    case isStatus(header: String)

    /// One answer: an option of the command, and its value; nil for an option without one.
    package struct Answer: Hashable, Sendable {
        package let option: String
        package let value: String?

        init(_ option: String, _ value: String? = nil) {
            self.option = option
            self.value = value
        }
    }

    /// What can be said; more may be typed than stands here where any value is possible.
    package var answers: [Answer] {
        switch self {
        case .encoding(let candidates):
            (candidates.isEmpty ? ScheduleEncoding.codePages : candidates)
                .map { Answer("--encoding", $0.rawValue) }
        case .isComplete: [Answer("--complete")]
        case .columnZone(let header):
            ["UTC", "Europe/Berlin"].map { Answer("--column-zone", "\(header)=\($0)") }
        case .isStatus(let header):
            [Answer("--map", "status=\(header)"), Answer("--ignore", header)]
        }
    }
}
