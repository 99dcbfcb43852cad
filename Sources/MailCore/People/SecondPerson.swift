/// Whether an approval comes from somebody else than what is approved (decision 0007).
package struct SecondPerson: Sendable {
    /// Why an account cannot approve.
    package enum Objection: Hashable, Sendable {
        case planned(by: String)
        /// Whoever gave an address by hand counts like the planner: what they decided must be seen
        /// by somebody else.
        case decided(by: String)
    }

    private let people: Int
    private let planner: Official
    private let deciders: [Official]

    /// - Parameters:
    ///   - configured: How many people the configuration asks for now.
    ///   - planned: How many it asked for at planning; never fewer count.
    ///   - planner: Whose plan it is.
    ///   - deciders: Who decided to write to somebody.
    package init(configured: Int, planned: Int, planner: Official, deciders: [Official]) {
        people = max(configured, planned)
        self.planner = planner
        self.deciders = deciders
    }

    /// - Parameter official: Whoever approves, or has approved.
    /// - Returns: Why they cannot approve; nil if they can.
    package func objection(to official: Official) -> Objection? {
        guard people > 1 else { return nil }
        func isApprover(_ other: Official) -> Bool {
            Identity.mayBeOnePerson(official.identity, other.identity)
        }
        if isApprover(planner) { return .planned(by: planner.text) }
        return deciders.first(where: isApprover).map { .decided(by: $0.text) }
    }
}
