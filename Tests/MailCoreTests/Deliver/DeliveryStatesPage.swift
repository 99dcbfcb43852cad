import Foundation
import MailCore

/// The tables of docs/delivery-states.md.
struct DeliveryStatesPage {
    let transitions: [(DeliveryState, DeliveryEvent, DeliveryState)]
    /// Every state that has a row of its own, or stands in one.
    let states: Set<DeliveryState>
    /// By name.
    let sets: [String: Set<DeliveryState>]

    init() {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        let page = root.appending(path: "docs/delivery-states.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        let rows = Self.rows(of: text, below: "| State |")
        states = Set(rows.flatMap { Self.states(in: $0[0]) })
        var transitions: [(DeliveryState, DeliveryEvent, DeliveryState)] = []
        for row in rows {
            for step in row[1].matches(of: /([a-z-]+) → `([a-z]+)`/) {
                guard let event = DeliveryEvent(rawValue: String(step.1)),
                    let next = DeliveryState(rawValue: String(step.2))
                else { continue }
                transitions += Self.states(in: row[0]).map { ($0, event, next) }
            }
        }
        self.transitions = transitions
        var sets: [String: Set<DeliveryState>] = [:]
        for row in Self.rows(of: text, below: "| Set |") {
            sets[row[0]] = Self.set(row[1], of: sets)
        }
        self.sets = sets
    }

    /// `planned`, `deferred`; with the names of sets above it; or all but some.
    private static func set(
        _ words: String,
        of sets: [String: Set<DeliveryState>]
    ) -> Set<DeliveryState> {
        let named = sets.filter { words.contains($0.key) }.values.reduce(into: Set()) {
            $0.formUnion($1)
        }
        let all = Set(states(in: words)).union(named)
        return words.hasPrefix("all but") ? Set(DeliveryState.allCases).subtracting(all) : all
    }

    private static func states(in cell: String) -> [DeliveryState] {
        cell.matches(of: /`([a-z]+)`/).compactMap { DeliveryState(rawValue: String($0.1)) }
    }

    private static func rows(of page: String, below heading: String) -> [[String]] {
        page.split(separator: "\n").drop { !$0.hasPrefix(heading) }.dropFirst(2)
            .prefix { $0.hasPrefix("|") }
            .map { line in
                line.dropFirst().dropLast().split(
                    separator: "|",
                    omittingEmptySubsequences: false
                ).map { $0.trimmingCharacters(in: .whitespaces) }
            }
    }
}
