extension FileQuestion {
    /// The question for people, and the option that answers it.
    package var message: String {
        switch self {
        case .encoding(let candidates): Self.encoding(candidates)
        case .isComplete(let end):
            "\(end.words) The export may have died before its end. Compare the last row with the "
                + "booking system and export again; if the list is whole, say --complete."
        case .columnZone(let header):
            "The column \"\(header)\" says in words that are not understood which time zone its "
                + "times have. Say it with --column-zone '\(header)=UTC', or Europe/Berlin, …"
        case .isStatus(let header):
            "The column \"\(header)\" seems to say which appointments no longer stand, in words "
                + "that are not understood. Say --map 'status=\(header)' to go by it, or "
                + "--ignore '\(header)'."
        }
    }

    private static func encoding(_ candidates: [ScheduleEncoding]) -> String {
        let way =
            "Export the schedule as \"CSV UTF-8\", or say which with --encoding; look at the umlauts "
            + "in the names that preview shows."
        let names = candidates.map(\.rawValue)
        guard let last = names.last else {
            return "The encoding cannot be told: with none of those that are known do umlauts and "
                + "accents make sense. \(way)"
        }
        let list =
            names.count == 1 ? last : "\(names.dropLast().joined(separator: ", ")) or \(last)"
        return "The encoding cannot be told for certain; it may be \(list). \(way)"
    }
}
