import TestSupport
import Testing

/// Variables that make other programs go through a third party.
struct ProxyTests {
    @Test(arguments: ["ALL_PROXY", "all_proxy", "smtp_proxy", "SMTP_PROXY"])
    func `no variable leads the mail past a third party`(variable: String) async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 3))
        // Nobody listens on the discard port: whoever asked a proxy there would fail.
        let environment = [variable: "http://127.0.0.1:9", "no_proxy": ""]
        try await office.run(["send", plan.campaign], environment: environment).exited(0)
        #expect(try await relay.taken().count == 3)
    }
}
