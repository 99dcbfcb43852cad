import MailCore
import Testing

struct DeliveryStateTests {
    private static let page = DeliveryStatesPage()

    /// The table of docs/delivery-states.md; every pair that is not in it is illegal.
    static let table = page.transitions

    @Test func `every event in every state does what the table says`() {
        for state in DeliveryState.allCases {
            for event in DeliveryEvent.allCases {
                let rows = Self.table.filter { $0.0 == state && $0.1 == event }
                #expect(rows.count <= 1)
                if let next = rows.first?.2 {
                    #expect(throws: Never.self) {
                        let after = try state.after(event)
                        #expect(after == next, "\(state) \(event)")
                    }
                } else {
                    #expect(throws: IllegalTransition(state: state, event: event)) {
                        try state.after(event)
                    }
                }
            }
        }
    }

    @Test(arguments: [
        (DeliveryState.planned, "planned", false), (.sending, "sending", false),
        (.deferred, "deferred", false), (.unknown, "unknown", false), (.accepted, "accepted", true),
        (.refused, "refused", true), (.expired, "expired", true), (.withdrawn, "withdrawn", true),
    ])
    func `the words are those of the journal, and nothing leaves a final state`(
        state: DeliveryState,
        word: String,
        isFinal: Bool
    ) {
        #expect(state.rawValue == word)
        #expect(state.isFinal == isFinal)
        let leaving = Self.table.filter { $0.0 == state }.map(\.1)
        // Only a person's word leads out of a final state.
        #expect(isFinal ? leaving.allSatisfy { $0 == .ruledResend } : !leaving.isEmpty)
        #expect(Self.page.states == Set(DeliveryState.allCases))
    }

    @Test func `the sets of states are those of docs/delivery-states.md`() {
        let sets: [String: (DeliveryState) -> Bool] = [
            "open": \.isOpen, "under way": \.isUnderWay, "final": \.isFinal,
            "pending": \.isPending, "has a verdict": \.hasVerdict,
            "counts as told": \.countsAsTold, "live": \.isLive, "failed": \.hasFailed,
            "needs a person": \.needsPerson,
        ]
        #expect(Set(Self.page.sets.keys) == Set(sets.keys))
        for (name, rule) in sets {
            #expect(Self.page.sets[name] == Set(DeliveryState.allCases.filter(rule)), "\(name)")
        }
    }

    @Test func `the sets follow from the table of events`() {
        for state in DeliveryState.allCases {
            #expect(state.isOpen == Self.table.contains { $0.0 == state && $0.1 == .claimed })
            #expect(!(state.isFinal && state.isUnderWay))
            #expect(!(state.countsAsTold && (state.isOpen || state.hasFailed)))
        }
    }

    @Test func `a doubtful delivery is only ever moved by a person's word`() {
        let events = Self.table.filter { $0.0 == .unknown }.map(\.1)
        #expect(Set(events) == [.ruledAccepted, .ruledResend])
    }

    @Test(arguments: [
        (Verdict.accepted(Reply(code: 250)), DeliveryEvent.accepted),
        (.refused(Reply(code: 550)), .refused),
        (.deferred(.reply(Reply(code: 451))), .deferred),
        (.deferred(.connectionLost), .deferred),
        (.deferred(.relayFault(Reply(code: 421))), .deferred),
        (.unknown(.timeout), .lost),
        (.unknown(.processDied), .lost),
    ])
    func `a verdict is an event`(verdict: Verdict, event: DeliveryEvent) {
        #expect(verdict.event == event)
    }

    @Test func `an impossible event names the state and the event`() {
        let error = IllegalTransition(state: .accepted, event: .claimed)
        #expect(error.description == "a delivery that is accepted cannot be claimed")
    }
}
