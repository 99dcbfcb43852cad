import Foundation
import MailCore
import MailJournal
import Synchronization
import Testing
import TestSupport

struct DeliveryLedgerTests {
    private func claim(_ number: Int64) -> DeliveryStep {
        DeliveryStep(outcome: nil, claim: number, claimAheadOf: nil)
    }

    @Test func `a thousand steps share commits, and each gets its own answer`() async throws {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 1_000), approved: true)
        let numbers = try scene.numbers(of: campaign)
        // The ledger asks for the time once in every commit.
        let (commits, now) = (Counter(), scene.now)
        let ledger = DeliveryLedger(journal: try scene.journal, campaign: campaign.id) {
            commits.add()
            return now
        }
        try await withThrowingTaskGroup(of: (Int64, Int64?).self) { group in
            for number in numbers {
                group.addTask { (number, try await ledger.perform(self.claim(number))?.number) }
            }
            for try await (asked, given) in group { #expect(asked == given) }
        }
        #expect(commits.value < 500)
        #expect(try scene.states(of: campaign).allSatisfy { $0 == .sending })
        #expect(try scene.journal.evidence(of: campaign).failures == [])
    }

    @Test func `a batch with a fault in it is written by nobody, and everybody hears`() async throws
    {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 40), approved: true)
        let numbers = try scene.numbers(of: campaign)
        try await scene.claim(20, of: campaign)
        let now = scene.now
        let ledger = DeliveryLedger(journal: try scene.journal, campaign: campaign.id) { now }
        let failed = await withTaskGroup(of: Int?.self) { group in
            for (index, number) in numbers.enumerated() {
                group.addTask {
                    do {
                        _ = try await ledger.perform(self.claim(number))
                        return nil
                    } catch {
                        return index
                    }
                }
            }
            return await group.reduce(into: Set<Int>()) { if let index = $1 { $0.insert(index) } }
        }
        let states = try scene.states(of: campaign)
        #expect(failed.contains(20))
        for index in states.indices where index != 20 {
            #expect(states[index] == (failed.contains(index) ? .planned : .sending))
        }
        #expect(try scene.journal.evidence(of: campaign).failures == [])
    }

    @Test func `cancelled tasks hold up nobody`() async throws {
        let scene = try JournalScene()
        let campaign = try scene.plan(SampleCampaign(people: 300), approved: true)
        let numbers = try scene.numbers(of: campaign)
        let now = scene.now
        let ledger = DeliveryLedger(journal: try scene.journal, campaign: campaign.id) { now }
        let told = Counter()
        await withTaskGroup(of: Void.self) { group in
            for number in numbers {
                group.addTask {
                    _ = try? await ledger.perform(self.claim(number))
                    told.add()
                }
            }
            try? await Task.sleep(for: .milliseconds(5))
            group.cancelAll()
        }
        #expect(told.value == 300)
        // Whoever comes afterwards is served.
        let states = try scene.states(of: campaign)
        if let free = states.firstIndex(of: .planned) {
            #expect(try await ledger.perform(claim(numbers[free])) != nil)
        }
        #expect(try scene.journal.evidence(of: campaign).failures == [])
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock(\.self) }
        func add() { count.withLock { $0 += 1 } }
    }
}
