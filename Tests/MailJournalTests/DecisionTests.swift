import Foundation
import MailCore
import MailJournal
import Testing
import TestSupport

/// A person answers that rows get no message, one by one or all that are doubtful.
struct DecisionTests {
    private let scene: JournalScene
    private let campaign: CampaignRecord

    init() throws {
        scene = try JournalScene()
        let phone = "0221 4710 100"
        let others = try [
            DecisionScene.row(
                100,
                contact: DecisionScene.person(100, phone: phone),
                start: DecisionScene.at(8)
            ),
            DecisionScene.row(101, contact: DecisionScene.person(101), start: nil),
            DecisionScene.row(102, contact: nil, start: nil),
            DecisionScene.row(
                103,
                .invalidEmail,
                contact: DecisionScene.person(103, phone: "0221 4710 103"),
                start: DecisionScene.at(8)
            ),
            DecisionScene.row(104, .past, contact: nil, start: DecisionScene.at(7)),
        ]
        campaign = try scene.plan(SampleCampaign(people: 3, others: others), approved: true)
    }

    @Test func `each answer has its class, its event and its account, and voids the approval`()
        throws
    {
        #expect(try scene.journal.approval(of: campaign) != nil)
        let phoned = try scene.decide([100], .phone, of: campaign)
        #expect(phoned.changed.map(\.rowClass) == [.noEmail] && phoned.unchanged.isEmpty)
        let left = try scene.decide([102, 101, 101], .leaveOut, of: campaign)
        #expect(left.changed.map(\.row) == [101, 102])
        #expect(
            try scene.classes(of: campaign) == [
                .noEmail, .noContact, .noContact, .invalidEmail, .past,
            ]
        )
        let row = try scene.journal.rows(of: campaign.id).first { $0.row == 100 }
        let words = [
            "Taken for a real person because of --real.",
            "a person decided: no message, to be phoned",
        ]
        #expect(row?.explanations.map(\.english) == words && row?.reasons == [.fact(.takenForReal)])
        #expect(row?.answer == .phone)
        #expect(try scene.journal.undecidedRows(of: campaign.id) == 0)
        let changed = try scene.journal.campaign(campaign.id)
        #expect(changed.digest != campaign.digest)
        #expect(try scene.journal.approval(of: changed) == nil)
        #expect(try scene.failures(of: campaign) == [])
        #expect(try scene.journal.officialsThatDecidedToSend(of: campaign.id) == [])
        try scene.journal.approve(changed, as: "B. Muster", by: .login("b", 3), at: scene.now)
        #expect(try scene.failures(of: campaign) == [])
    }

    @Test func `what already goes to the phone list changes nothing`() throws {
        let before = try scene.journal.evidence(of: campaign).chainHead
        for answer in [RowAnswer.phone, .leaveOut] {
            let record = try scene.decide([103], answer, of: campaign)
            #expect(record.changed.isEmpty && record.unchanged.map(\.row) == [103])
        }
        #expect(try scene.journal.evidence(of: campaign).chainHead == before)
        #expect(try scene.journal.approval(of: campaign) != nil)
    }

    @Test func `all doubtful rows at once are phoned, or left out where there is no number`()
        throws
    {
        let decided = try scene.journal.decideDoubtfulByPhone(
            of: campaign,
            by: JournalScene.decider,
            at: scene.now
        )
        #expect(decided.changed.map(\.rowClass) == [.noEmail, .noContact, .noContact])
        #expect(decided.changed.compactMap(\.answer) == [.phone, .leaveOut, .leaveOut])
        #expect(try scene.failures(of: campaign) == [])
        #expect(try scene.states(of: campaign) == [.planned, .planned, .planned])
        let head = try scene.journal.evidence(of: campaign).chainHead
        let again = try scene.journal.decideDoubtfulByPhone(
            of: campaign,
            by: JournalScene.decider,
            at: scene.now
        )
        #expect(again.changed.isEmpty && again.unchanged.isEmpty)
        #expect(try scene.journal.evidence(of: campaign).chainHead == head)
    }

    @Test(arguments: [
        ([100, 999], RowAnswer.phone, DecisionError.noSuchRow(999)),
        ([100, 101], .phone, .noPhone(101)),
        ([100, 104], .leaveOut, .nothingKept(104, .past)),
        ([2, 100], .leaveOut, .getsMessage(2)),
    ])
    func `what cannot be decided whole is not decided at all`(
        rows: [Int],
        answer: RowAnswer,
        error: DecisionError
    ) throws {
        let before = try scene.journal.evidence(of: campaign).chainHead
        #expect(throws: error) { try scene.decide(rows, answer, of: campaign) }
        #expect(try scene.journal.undecidedRows(of: campaign.id) == 3)
        #expect(try scene.journal.evidence(of: campaign).chainHead == before)
        #expect(try scene.journal.approval(of: campaign) != nil)
        #expect(error.description.hasSuffix("nothing was changed"))
    }

    @Test func `nothing is decided once sending has begun, even if nothing has left`() throws {
        try scene.journal.start(campaign.id, at: scene.now)
        let error = DecisionError.begun(campaign: campaign.id)
        #expect(throws: error) { try scene.decide([100], .phone, of: campaign) }
        #expect(throws: error) {
            try scene.decide(100, sending: DecisionScene.letter("e@post.example"), of: campaign)
        }
        #expect(throws: error) {
            try scene.journal.decideDoubtfulByPhone(of: campaign, by: .login("x", 1), at: scene.now)
        }
    }

    @Test func `a row withdrawn and a row decided stand beside each other`() throws {
        try scene.decide([100], .phone, of: campaign)
        _ = try scene.journal.withdraw(rows: [101, 3], from: campaign, at: scene.now)
        try scene.decide([102], .leaveOut, of: campaign)
        #expect(try scene.failures(of: campaign) == [])
        #expect(try scene.states(of: campaign) == [.planned, .withdrawn, .planned])
    }
}
