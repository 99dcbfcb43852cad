import MailCore
import Testing

struct DeliveryCountsTests {
    private let counts = DeliveryCounts([
        .planned: 1, .sending: 2, .deferred: 4, .unknown: 8, .accepted: 16, .refused: 32,
        .withdrawn: 64, .expired: 128,
    ])

    @Test func `messages are all of the plan, and each sum is that of its states`() {
        #expect(counts.total == 255)
        #expect(counts.live == 255 - 64)
        #expect(counts.withdrawn == 64)
        #expect(counts.open == 1 + 4)
        #expect(counts.underWay == 1 + 2 + 4)
        #expect(counts.needingPerson == 8 + 32 + 128)
        #expect(counts.failed == 32 + 128)
    }

    @Test func `a state that is not named has none`() {
        let none = DeliveryCounts()
        #expect(none.total == 0)
        #expect(none[.accepted] == 0)
        #expect(none.byState.count == DeliveryState.allCases.count)
        #expect(none.byState.values.allSatisfy { $0 == 0 })
    }
}
