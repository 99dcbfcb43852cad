import TestSupport
import Testing

/// Configurations with a fault, and what the refusal must name.
struct WrongConfigurationTests {
    @Test func `every fault is told at once`() async throws {
        let office = try Operator()
        let text = Configuration().text.replacing("people = 1", with: "people = 0\nname = 1")
            .replacing("connections = 1", with: "connections = 65")
        try office.write(text, to: "einzelpost.toml")
        let ending = try await office.run("check").exited(78)
        for key in ["relay.connections", "approval.people", "approval.name"] {
            #expect(ending.output.contains(key))
        }
    }

    @Test func `without a configuration the places are named where it was looked for`()
        async throws
    {
        let office = try Operator()
        try await Program.run("rm", [office.path("einzelpost.toml")])
        let ending = try await office.run("check").exited(78)
        for place in ["einzelpost.toml", "/.config/einzelpost/", "/etc/einzelpost/", "--config"] {
            #expect(ending.output.contains(place))
        }
        let named = try await office.run("check --config anders.toml").exited(78)
        #expect(named.output.contains("anders.toml"))
    }
}
