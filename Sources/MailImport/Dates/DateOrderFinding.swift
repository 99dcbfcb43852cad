/// Whether it is known if the day or the month comes first in `3/4/2021`.
package enum DateOrderFinding: Hashable, Sendable {
    /// No date leaves it open.
    case notNeeded
    /// `--date-order` says so.
    case chosen(DateOrder)
    /// The layout says so.
    case layout(DateOrder)
    /// Other rows of the column prove it.
    case proven(DateOrder)
    /// Not known: the operator has to say.
    case open

    package var order: DateOrder? {
        switch self {
        case .notNeeded, .open: nil
        case .chosen(let order), .layout(let order), .proven(let order): order
        }
    }
}

extension SurveyedColumns {
    /// What the order of the appointments' days stands on.
    var dateOrder: DateOrderFinding {
        guard !dates.slashed.isEmpty else { return .notNeeded }
        guard let origin = origin(of: mapping.dayColumn) else { return .open }
        guard let order = format(of: mapping.dayColumn).order else { return .notNeeded }
        return switch origin {
        case .chosen: .chosen(order)
        case .proven: .proven(order)
        case .layout: .layout(order)
        }
    }
}
