import TestSupport
import Testing

/// A campaign is named by the beginning of its id, as a commit is in git.
struct NamedCampaignTests {
    private let office: Operator

    init() throws {
        office = try Operator()
    }

    @Test func `the only one that begins so is meant, by every command`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 2))
        let day = String(plan.campaign.dropLast(2))
        for line in [
            "show \(day)", "status \(day)", "rows \(day)", "preview \(day)", "verify \(day)",
            "lists \(day) --output liste.csv", "report \(day) --output bericht.md",
            "withdraw \(day) --row 2", "hold \(day) --because Anfrage", "hold \(day) --lift",
            "approve \(day)", "stop \(day)", "send \(day) --rehearse",
        ] {
            let ending = try await office.run(line).exited(0)
            #expect(!(ending.output + ending.errors).contains("\(day):"), "\(line)")
        }
        try await office.run("status \(day.dropLast(3))").exited(64)
    }

    @Test func `where several begin so, they are named`() async throws {
        let first = try await office.plan(SmallSchedule(people: 2))
        let second = try await office.plan(SmallSchedule(people: 3), as: "zweite.csv")
        let day = String(first.campaign.dropLast(2))
        let ending = try await office.run("show \(day)").exited(64)
        #expect(ending.errors.contains("\(first.campaign), \(second.campaign)"))
        try await office.run("show \(first.campaign)").exited(0)
    }
}
