import MailCore
import Testing

struct DeliveryStateTests {
    /// The table of docs/delivery-states.md; every pair that is not in it is illegal.
    static let table: [(DeliveryState, DeliveryEvent, DeliveryState)] = [
        (.planned, .claimed, .sending),
        (.planned, .expired, .expired),
        (.planned, .withdrawn, .withdrawn),
        (.sending, .accepted, .accepted),
        (.sending, .refused, .refused),
        (.sending, .deferred, .deferred),
        (.sending, .lost, .unknown),
        (.sending, .released, .planned),
        (.deferred, .claimed, .sending),
        (.deferred, .givenUp, .refused),
        (.deferred, .expired, .expired),
        (.deferred, .withdrawn, .withdrawn),
        (.unknown, .ruledAccepted, .accepted),
        (.unknown, .ruledResend, .planned),
    ]

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
        #expect(Self.table.contains { $0.0 == state } == !isFinal)
        #expect(DeliveryState.allCases.count == 8)
    }

    /// Written out once more, so that a set which loses a state is seen.
    @Test func `the sets of states are those of docs/delivery-states.md`() {
        func states(_ rule: (DeliveryState) -> Bool) -> [DeliveryState] {
            DeliveryState.allCases.filter(rule)
        }
        #expect(states(\.isOpen) == [.planned, .deferred])
        #expect(states(\.isUnderWay) == [.planned, .sending, .deferred])
        #expect(states(\.isFinal) == [.accepted, .refused, .expired, .withdrawn])
        #expect(states(\.countsAsTold) == [.sending, .unknown, .accepted])
        #expect(states { !$0.isLive } == [.withdrawn])
        #expect(states(\.hasFailed) == [.refused, .expired])
        #expect(states(\.needsPerson) == [.unknown, .refused, .expired])
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
        #expect(events == [.ruledAccepted, .ruledResend])
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
