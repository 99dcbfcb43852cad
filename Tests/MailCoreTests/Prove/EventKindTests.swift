import MailCore
import Testing

struct EventKindTests {
    @Test func `everything that can become of a delivery is told by a kind of event`() {
        for event in DeliveryEvent.allCases {
            let kinds = EventKind.allCases.filter {
                $0.deliveryEvent(verdict: event.rawValue) == event
            }
            #expect(!kinds.isEmpty, "\(event)")
        }
    }
}
