import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// Whatever is asked of a campaign that is not there is refused, and those that are get named.
struct UnknownCampaignTests {
    private static let id = "2097-01-01-1"

    private static let questions: [(String, @Sendable (Workspace) throws -> Void)] = [
        ("rows", { _ = try RowList(of: id, in: $0) }),
        ("preview", { _ = try MessagePreview(of: id, in: $0) }),
        ("approve", { _ = try Approval(of: id, in: $0) }),
        ("send", { _ = try Sending(of: id, in: $0, asOf: nil, claim: nil) }),
        ("rehearse", { _ = try Rehearsal(of: id, in: $0, output: nil) }),
        ("decide", { _ = try Decision(of: id, in: $0) }),
        ("withdraw", { _ = try Withdrawal(of: id, in: $0).run(rows: [2]) }),
        (
            "resolve",
            {
                let request = try ResolveRequest(
                    messages: ["m"],
                    rows: [],
                    accepted: true,
                    resend: false
                )
                _ = try Resolution(of: id, in: $0).run(request)
            }
        ),
        ("resolve --from-log", { _ = try LogResolution(of: id, in: $0).look(into: []) }),
        ("lists", { _ = try Listing(of: id, in: $0) }),
        ("verify", { _ = try Verification(of: id, in: $0) }),
        ("proof", { _ = try Proving(in: $0).proof(of: id) }),
    ]

    @Test(arguments: questions.indices)
    func `it is refused, and the others are named`(index: Int) throws {
        let office = try CampaignScene()
        let known = try office.plan(SmallSchedule(people: 2)).campaign.id
        let error = try #require(
            #expect(throws: UnknownCampaign.self, "\(Self.questions[index].0)") {
                try office.open(Self.questions[index].1)
            }
        )
        #expect(error.id == Self.id && error.known == [known])
        #expect(Conclusion(error) == .usage)
        #expect("\(error)".contains("“\(Self.id)”") && "\(error)".contains(known))
    }

    @Test func `the same of where it stands`() throws {
        let office = try CampaignScene()
        let known = try office.plan(SmallSchedule(people: 2)).campaign.id
        let look = StatusLook(at: office.places, in: office.surroundings)
        let error = try #require(
            #expect(throws: UnknownCampaign.self) { try look.look(at: Self.id) }
        )
        #expect(error.known == [known])
    }

    private static let choices: [(String, @Sendable (inout Planning.Choice) -> Void)] = [
        ("--map service", { $0.services = ["AstraZenica"] }),
        ("--map site", { $0.sites = ["Nord"] }),
        ("Postfach", { $0.reading.map = ["email=Postfach"] }),
    ]

    @Test(arguments: choices.indices)
    func `a choice that does not fit the schedule is refused`(index: Int) throws {
        let (word, choose) = Self.choices[index]
        let office = try CampaignScene()
        let error = try #require(
            #expect(throws: (any Error).self) {
                try office.plan(SmallSchedule(people: 3), choose)
            }
        )
        #expect([.usage, .input].contains(Conclusion(error)), "\(error)")
        #expect("\(error)".contains(word), "\(error)")
        #expect(try office.campaigns() == [])
    }
}
