import Foundation
import TestSupport
import Testing

/// What the system's journal gets: lines with their priority, few of them, and nobody.
struct JournalStreamTests {
    /// Runs a command with its standard error in a file that calls itself the journal's stream.
    private func journalled(_ line: String, in office: Operator, isNamed: Bool = true) async throws
        -> (status: Int32, lines: [String])
    {
        let script = """
            exec 2>protokoll
            \(isNamed ? "export JOURNAL_STREAM=$(stat -L -c %d:%i /proc/self/fd/2)" : "export JOURNAL_STREAM=1:2")
            exec "$0" "$@"
            """
        let process = try ChildProcess(
            "sh",
            ["-c", script, Checkout.program] + office.words(line),
            environment: office.environment,
            in: office.folder.path
        )
        process.closeInput()
        let ending = try await process.finish()
        let text = try String(contentsOfFile: office.path("protokoll"), encoding: .utf8)
        return (ending.status, text.split(separator: "\n").map(String.init))
    }

    @Test func `each line has its priority, none is about a message or a person`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let schedule = SmallSchedule(people: 60)
        let plan = try await office.ready(schedule)
        let (status, lines) = try await journalled("send \(plan.campaign)", in: office)
        #expect(status == 0)
        #expect(lines.allSatisfy { $0.hasPrefix("<5>") || $0.hasPrefix("<6>") }, "\(lines)")
        #expect(lines.first?.hasPrefix("<5>Sending \(plan.campaign)") == true)
        #expect(lines.last?.contains("60/60") == true)
        // One for the beginning, one for every twentieth, one for the end.
        #expect((3...23).contains(lines.count), "\(lines.count)")
        for row in schedule.rows {
            let address = row[SmallSchedule.column("E-Mail")]
            #expect(!lines.contains { $0.contains(address) })
        }
    }

    @Test func `an error is one`() async throws {
        let office = try Operator()
        let (status, lines) = try await journalled("send 2097-01-01-1", in: office)
        #expect(status == 64)
        #expect(lines.last?.hasPrefix("<3>einzelpost: ") == true, "\(lines)")
    }

    /// A variable that was handed down says nothing of where the lines go.
    @Test func `elsewhere no line has one`() async throws {
        let office = try Operator()
        let (_, lines) = try await journalled("send 2097-01-01-1", in: office, isNamed: false)
        #expect(lines.last?.hasPrefix("einzelpost: ") == true, "\(lines)")
    }

    /// A relay of another host, and nobody who keeps the machine awake.
    @Test func `on a laptop it is said how to keep it awake`() async throws {
        let office = try Operator(
            Configuration().with {
                $0.relay = "smtp://relay.invalid:587"
                $0.security = "tls"
            }
        )
        let plan = try await office.ready(SmallSchedule(people: 1))
        let hint =
            "systemd-inhibit --what=sleep:shutdown --why=Einzelpost einzelpost send \(plan.campaign)"
        let byHand = try await office.run(
            ["send", plan.campaign],
            environment: ["INVOCATION_ID": nil]
        )
        #expect(byHand.errors.contains(hint), "\(byHand.errors)")
        let asService = try await office.run(
            ["send", plan.campaign],
            environment: ["INVOCATION_ID": "1"]
        )
        #expect(!asService.errors.contains("systemd-inhibit"))
    }
}
