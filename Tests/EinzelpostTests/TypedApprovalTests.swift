import TestSupport
import Testing

/// On a terminal the approver types what only somebody who has looked can know.
struct TypedApprovalTests {
    private let office: Operator

    init() throws {
        office = try Operator()
    }

    @Test(
        arguments: [
            (["4", "19.03.2097"], true), (["4 messages", "2097-03-19"], true),
            (["5", "4", "20.03.2097", "Di, 19.03.2097"], true),
            (["5", "", "44"], false), (["4", "18.03.2097", "heute", ""], false),
            (["4", "19.03.", "\u{4}"], false), (["\u{4}"], false),
        ]
    )
    func `number and last day must be those of the view`(
        answers: [String],
        isApproved: Bool
    ) async throws {
        let plan = try await office.plan(SmallSchedule(people: 4))
        let ending = try await Pseudoterminal.run(
            [Checkout.program, "approve", plan.campaign, "--digest", plan.digest, "--by", "Amt"],
            typing: answers,
            after: ["number of messages: ", "(as 31.12.2026): "],
            in: office.folder.path
        )
        #expect(ending.status == (isApproved ? 0 : 3), "\(ending.output)")
        let state = try await office.status(of: plan).state
        #expect(state == (isApproved ? "approved" : "planned"))
        #expect(ending.output.contains("beside the rows they were made from"))
    }

    /// Scripts rely on it.
    @Test func `without a terminal the digest is the confirmation`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 4))
        let ending = try await office.run(
            "approve \(plan.campaign) --digest \(plan.digest) --by Amt"
        ).exited(0)
        #expect(ending.output.contains("beside the rows they were made from"))
        #expect(ending.output.contains("\(plan.campaign): approved, 4 messages"))
    }
}
