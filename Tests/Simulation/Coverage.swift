package import MailCore

/// What the courses have walked.
package struct Coverage: Sendable {
    /// An arrow of the table of states.
    package struct Arrow: Hashable, Sendable {
        package let state: DeliveryState
        package let event: DeliveryEvent
    }

    /// How often somebody stood in each state at a rest.
    package var states: [DeliveryState: Int] = [:]
    package var arrows: [Arrow: Int] = [:]
    /// Of acts and blows, by their names.
    package var happenings: [String: Int] = [:]

    package init() {}

    package mutating func add(_ other: Coverage) {
        states.merge(other.states) { $0 + $1 }
        arrows.merge(other.arrows) { $0 + $1 }
        happenings.merge(other.happenings) { $0 + $1 }
    }

    /// Every arrow of the table that is written nowadays.
    package static var table: [Arrow] {
        DeliveryState.allCases.flatMap { state in
            DeliveryEvent.allCases.filter { $0 != .givenUp && (try? state.after($0)) != nil }
                .map { Arrow(state: state, event: $0) }
        }
    }

    /// The arrows that were walked less than once in a thousand seeds; none can be missed in fewer.
    package func neglected(in seeds: UInt64) -> [Arrow] {
        Self.table.filter { UInt64(arrows[$0] ?? 0) < seeds / 1_000 }
    }

    /// For people.
    package var lines: [String] {
        ["States, at rest:"]
            + DeliveryState.allCases.map { "  \($0.rawValue): \(states[$0] ?? 0)" }
            + ["Arrows:"]
            + Self.table.map { "  \($0.state.rawValue), \($0.event.rawValue): \(arrows[$0] ?? 0)" }
            + ["Happenings:"]
            + happenings.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
    }
}
