import MailCore
import Testing

struct SecondPersonTests {
    private static let planner = official("anna (1001) as einzelpost (990)", 1001)

    private static func official(_ text: String, _ login: UInt32?) -> Official {
        Official(text: text, identity: login.map { Identity(login: $0) })
    }

    private func rule(configured: Int = 2, planned: Int = 2, deciders: [Official] = [])
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
        #expect(rule().objection(to: Self.planner) == .planned(by: Self.planner.text))
        #expect(
            rule().objection(to: Self.official("anna (1001)", 1001))
                == .planned(by: Self.planner.text)
        )
        #expect(
            rule().objection(to: Self.official("bernd (1002) as einzelpost (990)", 1002)) == nil
        )
    }

    @Test func `whoever gave an address cannot approve it`() {
        let decider = Self.official("bernd (1002)", 1002)
        let rule = rule(deciders: [decider])
        #expect(
            rule.objection(to: Self.official("bernd (1002) as einzelpost (990)", 1002))
                == .decided(by: decider.text)
        )
        #expect(rule.objection(to: Self.official("clara (1003)", 1003)) == nil)
    }

    @Test func `one person is enough only where planning and configuration agree on it`() {
        #expect(rule(configured: 1, planned: 1).objection(to: Self.planner) == nil)
        #expect(rule(configured: 1, planned: 2).objection(to: Self.planner) != nil)
        #expect(rule(configured: 2, planned: 1).objection(to: Self.planner) != nil)
    }

    @Test func `somebody without an identity is no second person`() {
        #expect(
            rule().objection(to: Self.official("somebody", nil)) == .planned(by: Self.planner.text)
        )
    }
}
