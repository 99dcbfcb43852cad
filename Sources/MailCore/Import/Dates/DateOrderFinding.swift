/// Whether it is known if the day or the month comes first in `3/4/2021`.
package enum DateOrderFinding: Hashable, Sendable {
    /// No date leaves it open.
    case notNeeded
    /// The operator's word.
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
    /// - Parameter chosen: The operator's word.
    /// - Returns: What the order of the appointments' days stands on.
    func dateOrder(chosen: DateOrder?) -> DateOrderFinding {
        guard !dates.slashed.isEmpty else { return .notNeeded }
        let format = format(of: mapping.dayColumn)
        guard format != .unproven else { return .open }
        guard let order = format.order else { return .notNeeded }
        if chosen != nil { return .chosen(order) }
        return (try? dates.format(chosen: nil))?.order == nil ? .layout(order) : .proven(order)
    }
}
