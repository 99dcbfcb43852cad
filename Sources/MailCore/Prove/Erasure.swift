/// Which personal data was destroyed, as an event tells it.
package enum Erasure: Hashable, Sendable {
    case campaign
    /// Of the person of these rows.
    case rows(Set<Int>)

    /// For the detail of an `erased` event.
    package var facts: [String: String] {
        switch self {
        case .campaign: ["what": "campaign"]
        case .rows(let rows):
            [
                "what": "rows",
                "rows": rows.sorted().map(String.init).joined(separator: ","),
            ]
        }
    }

    /// Nil if it says something else than the program writes.
    package init?(_ facts: [String: String]) {
        let rows = facts["rows"]?.split(separator: ",", omittingEmptySubsequences: false)
            .map { Int($0) }
        switch (facts["what"], rows) {
        case ("campaign", nil): self = .campaign
        case ("rows", let rows?) where !rows.contains(nil):
            self = .rows(Set(rows.compactMap(\.self)))
        default: return nil
        }
    }
}
