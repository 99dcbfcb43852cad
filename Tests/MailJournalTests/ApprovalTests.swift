import Foundation
import MailCore
import MailJournal
import Testing
import TestSupport

struct ApprovalTests {
    @Test func `an approval is void after a withdrawal`() throws {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 3), approved: true)
        #expect(try scene.journal.approval(of: campaign)?.name == "A. Muster")
        let taken = try scene.journal.withdraw(rows: [3], from: campaign, at: scene.now)
        #expect(taken == (1, 0))
        let changed = try scene.journal.campaign(campaign.id)
        #expect(changed.digest != campaign.digest)
        #expect(try scene.journal.approval(of: changed) == nil)
        #expect(try scene.states(of: campaign) == [.planned, .withdrawn, .planned])
        #expect(try scene.journal.evidence(of: changed).failures == [])
        try scene.journal.approve(changed, as: "B. Muster", by: .login("b", 3), at: scene.now)
        #expect(try scene.journal.approval(of: changed)?.name == "B. Muster")
    }

    @Test(arguments: [
        ([2, 999], WithdrawError.noSuchRow(999)), ([2, 3, 100], .noMessage(100)),
        ([101, 2, 4], .tooLate(4)),
    ])
    func `a withdrawal that cannot be done whole is not done at all`(
        rows: [Int],
        error: WithdrawError
    ) async throws {
        let scene = try JournalScene()
        let others = try [
            SampleCampaign.row(100, .noEmail, contact: nil),
            SampleCampaign.row(101, .needsDecision, contact: SampleCampaign.person(101)),
        ]
        let campaign = try scene.plan(SampleCampaign(people: 3, others: others), approved: true)
        try await scene.claim(2, of: campaign)
        let before = try scene.journal.evidence(of: campaign).chainHead
        #expect(throws: error) {
            _ = try scene.journal.withdraw(rows: rows, from: campaign, at: scene.now)
        }
        #expect(try scene.states(of: campaign) == [.planned, .planned, .sending])
        #expect(try scene.journal.undecidedRows(of: campaign.id) == 1)
        #expect(try scene.journal.evidence(of: campaign).chainHead == before)
        #expect(try scene.journal.approval(of: campaign) != nil)
    }

    @Test func `rows that wait for a decision are left out, each to its list`() throws {
        let scene = try JournalScene()
        let person = try SampleCampaign.person(101)
        let reachable = Contact(
            name: person.name,
            address: nil,
            phone: "0221 4710 101",
            site: nil,
            reference: nil
        )
        let others = try [
            SampleCampaign.row(100, .needsDecision, contact: reachable),
            SampleCampaign.row(101, .needsDecision, contact: person),
            SampleCampaign.row(102, .needsDecision, contact: nil),
        ]
        let campaign = try scene.plan(SampleCampaign(people: 1, others: others))
        let taken = try scene.journal.withdraw(
            rows: [100, 101, 102],
            from: campaign,
            at: scene.now
        )
        #expect(taken == (0, 3))
        let rows = try scene.journal.rows(of: campaign.id).filter { $0.row >= 100 }
        #expect(rows.map(\.rowClass) == [.noEmail, .noContact, .noContact])
        #expect(rows.allSatisfy { $0.answer == .leaveOut })
        #expect(try scene.journal.undecidedRows(of: campaign.id) == 0)
        #expect(try scene.journal.evidence(of: campaign).failures == [])
    }
}
