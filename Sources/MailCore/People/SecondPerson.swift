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
    private let planner: String
    private let deciders: [String]

    /// - Parameters:
    ///   - configured: How many people the configuration asks for now.
    ///   - planned: How many it asked for at planning; never fewer count.
    ///   - planner: Whose plan it is.
    ///   - deciders: Who decided to write to somebody.
    package init(configured: Int, planned: Int, planner: String, deciders: [String]) {
        people = max(configured, planned)
        self.planner = planner
        self.deciders = deciders
    }

    /// - Parameter account: Of whoever approves, or has approved.
    /// - Returns: Why it cannot approve; nil if it can.
    package func objection(to account: String) -> Objection? {
        guard people > 1 else { return nil }
        let approver = Identity(account: account)
        func isApprover(_ text: String) -> Bool {
            Identity.mayBeOnePerson(approver, Identity(account: text))
        }
        if isApprover(planner) { return .planned(by: planner) }
        return deciders.first(where: isApprover).map { .decided(by: $0) }
    }
}
