/// How much a line on standard error matters, as journald reads it from the line's beginning
/// (sd-daemon(3)).
enum LogPriority: Int {
    case error = 3
    case notice = 5
    case info = 6

    /// Nothing in front where no journal listens.
    func mark(_ text: String, isJournal: Bool) -> String {
        guard isJournal else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: true)
            .map { "<\(rawValue)>\($0)" }.joined(separator: "\n")
    }
}
