import TestSupport
import Testing

/// Honest lists and lists with leaks, from a generator that knows nothing of the guard.
struct GuardListTests {
    /// Kinds of lists in which something looks like somebody else's.
    @Test(
        arguments: LongRun.all(
            of: ["letters", "rooms", "postcodes", "wordnames", "formfillers"],
            sample: ["letters", "rooms", "wordnames"]
        )
    )
    func `an honest list is not stopped, and little is asked`(family: String) async throws {
        let output = try await Self.measure("--families", family, "--rows", "300")
        let counts = try #require(output.split(separator: "\n").dropFirst().first)
            .split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        #expect(counts[0] == 1 && counts[1] == 300)
        #expect(counts[2] == 0, "stopped")
        #expect(counts[3] < 5, "asked")
    }

    @Test(
        arguments: LongRun.all(of: ["digits", "namedplaces", "families"], sample: ["namedplaces"])
    )
    func `no planted leak gets a message`(family: String) async throws {
        let output = try await Self.measure("--families", family, "--rows", "300", "--leaks", "28")
        #expect(output.contains(" 28 "))
    }

    /// Ends with an error if a leak gets through.
    private static func measure(_ options: String...) async throws -> String {
        let script = [Checkout.oracle("guard_alarms.py"), Checkout.program, "--seeds", "1-1"]
        return try await Program.run("python3", script + options)
    }
}
