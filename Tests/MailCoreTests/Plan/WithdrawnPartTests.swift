import MailCore
import Testing

/// What leaves a campaign with a row.
struct WithdrawnPartTests {
    @Test(arguments: DeliveryState.allCases)
    func `a message leaves as long as it still has to go`(state: DeliveryState) throws {
        if [.planned, .deferred].contains(state) {
            #expect(try WithdrawnPart(of: 7, .send, state: state) == .message)
        } else {
            #expect(throws: WithdrawError.tooLate(7)) {
                try WithdrawnPart(of: 7, .send, state: state)
            }
        }
    }

    @Test(arguments: RowClass.allCases)
    func `a row without a message leaves only while it waits for a decision`(rowClass: RowClass)
        throws
    {
        if rowClass == .needsDecision {
            #expect(try WithdrawnPart(of: 7, rowClass, state: nil) == .row)
        } else {
            #expect(throws: WithdrawError.noMessage(7)) {
                try WithdrawnPart(of: 7, rowClass, state: nil)
            }
        }
    }
}
