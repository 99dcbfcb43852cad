import MailCore
import Testing

/// What the chain must say of test mails.
struct TestMailEventTests {
    private static func findings(
        _ events: (kind: EventKind, facts: [String: String])...
    ) -> [String] {
        var audit = CampaignAudit(in: .salted, messages: [], rows: [])
        var head = ChainEvent.root
        let all: [(kind: EventKind, facts: [String: String])] = [(.planned, [:])] + events
        for (place, event) in all.enumerated() {
            let link = ChainEvent(
                after: head,
                sequence: place + 1,
                at: 0,
                kind: event.kind,
                campaign: "2021-03-16-1",
                message: nil,
                detail: event.facts
            )
            head = link.hash
            audit.read(link)
        }
        return audit.findings.texts
    }

    @Test func `a test mail may go at any time, also where nobody knows what became of it`() {
        #expect(Self.findings((.test, [:])) == [])
        #expect(Self.findings((.test, [:]), (.tested, ["test": "2", "recipients": "1"])) == [])
        #expect(Self.findings((.test, [:]), (.test, [:])) == [])
    }

    @Test func `no outcome stands without its test mail, and none twice`() {
        let outcome: (kind: EventKind, facts: [String: String]) =
            (.tested, ["test": "2", "recipients": "1"])
        let tells = "tells of a test mail that was not recorded"
        #expect(Self.findings(outcome) == ["event 2 \(tells)"])
        #expect(Self.findings((.test, [:]), outcome, outcome) == ["event 4 \(tells)"])
        #expect(
            Self.findings((.test, [:]), (.tested, ["recipients": "1"])) == ["event 3 \(tells)"]
        )
    }

    @Test(arguments: ["2", "", "-1", "many"])
    func `it goes to one address at most`(recipients: String) {
        let found = Self.findings((.test, [:]), (.tested, ["test": "2", "recipients": recipients]))
        #expect(found == ["event 3: a test mail went to more than one address"])
    }

    @Test func `none goes while an incident is open`() {
        let incident: (kind: EventKind, facts: [String: String]) = (.incident, ["aware_at": "0"])
        #expect(
            Self.findings(incident, (.test, [:]))
                == ["event 3: a test mail was sent while an incident was open"]
        )
        let closed: (kind: EventKind, facts: [String: String]) = (.incidentClosed, [:])
        #expect(Self.findings(incident, closed, (.test, [:])) == [])
    }
}
