import MailCore
import Testing

struct SecondPersonTests {
    private static let planner = "anna (1001) as einzelpost (990)"

    private func rule(configured: Int = 2, planned: Int = 2, deciders: [String] = [])
        -> SecondPerson
    {
        SecondPerson(
            configured: configured,
            planned: planned,
            planner: Self.planner,
            deciders: deciders
        )
    }

    @Test func `the planner cannot approve, also from another shell`() {
        #expect(rule().objection(to: Self.planner) == .planned(by: Self.planner))
        #expect(rule().objection(to: "anna (1001)") == .planned(by: Self.planner))
        #expect(rule().objection(to: "bernd (1002) as einzelpost (990)") == nil)
    }

    @Test func `whoever gave an address cannot approve it`() {
        let decider = "bernd (1002)"
        let rule = rule(deciders: [decider])
        #expect(rule.objection(to: "bernd (1002) as einzelpost (990)") == .decided(by: decider))
        #expect(rule.objection(to: "clara (1003)") == nil)
    }

    @Test func `one person is enough only where planning and configuration agree on it`() {
        #expect(rule(configured: 1, planned: 1).objection(to: Self.planner) == nil)
        #expect(rule(configured: 1, planned: 2).objection(to: Self.planner) != nil)
        #expect(rule(configured: 2, planned: 1).objection(to: Self.planner) != nil)
    }

    @Test func `an account that says nothing of its login is no second person`() {
        #expect(rule().objection(to: "somebody") == .planned(by: Self.planner))
    }
}
