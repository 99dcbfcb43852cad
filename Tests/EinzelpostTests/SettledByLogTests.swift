import Foundation
import Glibc
import TestSupport
import Testing

/// A program that was killed at the dot, and the log of the real relay that knows better.
struct SettledByLogTests {
    private struct Found: Decodable {
        struct Entry: Decodable {
            let row: Int
            let message: String
            let found: String?
            let queue_id: String?
        }

        let recorded: Bool
        let lines: Int
        let unknown: [Entry]
        let status: StatusResult
    }

    /// A campaign of six, sent through a Postfix, in which the third message is unknown.
    ///
    /// - Parameters:
    ///   - held: What of it is withheld: its dot, or the reply to that.
    ///   - body: What is done with it, and with the log.
    /// - Throws: What the body throws.
    private static func killed(
        at held: String,
        _ body: @escaping @Sendable (Operator, PlanResult, PrivatePostfix) async throws -> Void
    ) async throws {
        try await PrivatePostfix.run { postfix in
            let proxy = try ChildProcess(
                "python3",
                [Checkout.oracle("dot_proxy.py"), "\(postfix.port)", "\(held):3"]
            )
            defer { proxy.closeInput() }
            try await proxy.output.wait { !$0.isEmpty }
            let port = try #require(proxy.output.lines.first.flatMap { Int($0) })
            let office = try Operator(Configuration(port: port))
            let plan = try await office.ready(SmallSchedule(people: 6))
            let sending = try office.start(["send", plan.campaign])
            try await proxy.output.wait { $0.contains("holding") }
            sending.signal(SIGKILL)
            _ = try await sending.finish()
            let status: StatusResult = try await office.resume().exited(1).json()
            #expect(status.sums == ["accepted": 5, "unknown": 1])
            #expect(
                status.stopped_because
                    == "1 delivery is unknown and waits for a person: einzelpost resolve"
            )
            try await body(office, plan, postfix)
        }
    }

    private static func look(
        _ office: Operator,
        _ plan: PlanResult,
        into logs: [String],
        _ more: [String] = []
    ) async throws -> ChildProcess.Ending {
        try await office.run(
            ["resolve", plan.campaign, "--format", "json", "--from-log"] + logs + more
        )
    }

    @Test(.needsRoot, .needsPostfix)
    func `what the relay has taken is settled by its log, once somebody says so`() async throws {
        try await Self.killed(at: "reply") { office, plan, postfix in
            let shown = try await Self.look(office, plan, into: [postfix.log]).exited(1)
            let found: Found = try shown.json()
            #expect(!found.recorded && found.unknown.map(\.found) == ["accepted"])
            #expect(shown.errors.contains("accepted, as \(found.unknown[0].queue_id ?? "?")"))
            #expect(!shown.errors.contains("@") && !shown.output.contains("@"))
            #expect(try await office.status(of: plan).count("unknown") == 1)

            // Packed, as logs of yesterday are; and the log in front of it does not matter.
            let packed = office.path("mail.log.1.gz")
            try await Program.run("sh", ["-c", "gzip -c '\(postfix.log)' >'\(packed)'"])
            try office.write("nothing\n", to: "older")
            let settled: Found = try await Self.look(
                office,
                plan,
                into: [office.path("older"), packed],
                ["--accepted"]
            ).exited(0).json()
            #expect(settled.recorded && settled.lines > 20)
            #expect(settled.status.sums == ["accepted": 6])
            #expect(settled.status.state == "finished")
            #expect(try await office.verify(plan).ok)
        }
    }

    @Test(.needsRoot, .needsPostfix)
    func `a log in which the relay only began to take it settles nothing`() async throws {
        try await Self.killed(at: "dot") { office, plan, postfix in
            let message = try #require(
                try await office.rows(of: plan).rows.first { $0.state == "unknown" }?.message
            )
            // Its Message-ID is there all the same.
            let log = try String(contentsOfFile: postfix.log, encoding: .utf8)
            #expect(log.contains("message-id=<\(message)@"))
            let found: Found = try await Self.look(
                office,
                plan,
                into: [postfix.log],
                ["--accepted"]
            ).exited(1).json()
            #expect(!found.recorded && found.unknown.map(\.found) == ["begun"])
            #expect(found.status.sums == ["accepted": 5, "unknown": 1])

            try office.write("", to: "empty")
            let none: Found = try await Self.look(office, plan, into: [office.path("empty")])
                .exited(1).json()
            #expect(none.unknown.map(\.found) == [nil])
        }
    }

    @Test func `a log that cannot be read to its end settles nothing`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 2))
        try office.write(String(repeating: "a line of a log\n", count: 9_000), to: "log")
        try await Program.run(
            "sh",
            ["-c", "cd '\(office.folder.path)'; gzip -c log | head -c 200 >cut.gz; chmod 000 log"]
        )
        let cut = try await Self.look(office, plan, into: [office.path("cut.gz")]).exited(65)
        #expect(cut.errors.contains("cut off before its end"), "\(cut.errors)")
        let missing = try await Self.look(office, plan, into: [office.path("gone")]).exited(65)
        #expect(missing.errors.contains("gone"), "\(missing.errors)")
        try await Self.look(office, plan, into: [office.folder.path]).exited(65)
    }
}
