import MailCore
import MailJournal
import TestSupport
import Testing

/// Whom the journal calls unreached.
struct UnreachedTests {
    private func contact(_ number: Int) throws -> Contact {
        let person = try SampleCampaign.person(number)
        return Contact(
            name: person.name,
            address: nil,
            phone: "0221 \(number)",
            site: person.site,
            reference: person.reference
        )
    }

    @Test func `rows of every class that is kept are there, and of no other`() async throws {
        let scene = try JournalScene()
        let classes = RowClass.allCases.filter { $0 != .send }
        let others = try classes.enumerated().map { index, rowClass in
            try SampleCampaign.row(
                2 + index,
                rowClass,
                contact: rowClass.isKept ? contact(2 + index) : nil
            )
        }
        let sample = try SampleCampaign(people: 3, others: others, firstRow: 40)
        let campaign = try scene.plan(sample, approved: true)
        let people = try scene.journal.unreached(of: campaign.id)
        let expected = others.filter(\.rowClass.isKept)
        #expect(people.map(\.row) == expected.map(\.row))
        #expect(people.map(\.contact) == expected.map(\.contact))
        #expect(people.map(\.start) == expected.map(\.start))
        #expect(Set(people.map(\.cause)).count == 7)
    }

    @Test func `a message counts by where it stands`() async throws {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 6), approved: true)
        #expect(try scene.journal.unreached(of: campaign.id).isEmpty)
        let verdicts: [Verdict] = [
            JournalScene.accepted, .refused(Reply(code: 550, enhancedCode: "5.1.1")),
            .unknown(.connectionLost), .deferred(.connectionLost),
        ]
        for (index, verdict) in verdicts.enumerated() {
            let delivery = try await scene.claim(index, of: campaign)
            try await scene.record(verdict, on: delivery, of: campaign)
        }
        _ = try scene.journal.withdraw(rows: [7], from: campaign, at: scene.now)
        let people = try scene.journal.unreached(of: campaign.id)
        #expect(people.map(\.row) == [3, 4, 7])
        #expect(people.map(\.cause) == [.refused, .unknown, .withdrawn])
        #expect(people[0].contact == (try SampleCampaign.person(3)))
    }

    @Test func `somebody left out is there, and people of other campaigns are not`() throws {
        let scene = try JournalScene()
        let undecided = try SampleCampaign.row(2, .needsDecision, contact: contact(2))
        let sample = try SampleCampaign(people: 1, others: [undecided], firstRow: 3)
        let campaign = try scene.plan(sample)
        let second = try SampleCampaign.row(2, .noEmail, contact: contact(9))
        let other = try SampleCampaign(people: 1, others: [second], firstRow: 3, seed: 2)
        _ = try scene.plan(other)
        #expect(try scene.journal.unreached(of: campaign.id).map(\.cause) == [.undecided])
        _ = try scene.journal.withdraw(rows: [2], from: campaign, at: scene.now)
        let people = try scene.journal.unreached(of: campaign.id)
        #expect(people.map(\.cause) == [.leftOut])
        #expect(people.map(\.contact) == [try contact(2)])
    }

    @Test func `a row whose contact is lost is there all the same`() throws {
        let scene = try JournalScene()
        let lost = try SampleCampaign.row(2, .noEmail, contact: nil)
        let campaign = try scene.plan(SampleCampaign(people: 0, others: [lost]))
        let people = try scene.journal.unreached(of: campaign.id)
        #expect(people.map(\.row) == [2] && people.map(\.contact.phone) == [nil])
    }
}
