import Foundation
import TestSupport
import Testing

/// The state directory is its owner's alone, at every moment.
struct PermissionTests {
    private func expectPrivate(
        _ office: Operator,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try office.folder.mode(of: "state") == 0o700, sourceLocation: location)
        #expect(office.stateFiles.contains("journal.sqlite"), sourceLocation: location)
        for name in office.stateFiles {
            var isFolder: ObjCBool = false
            let path = office.path("state/\(name)")
            // What was written for a moment may be gone already.
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
                let mode = try? office.folder.mode(of: "state/\(name)")
            else { continue }
            #expect(
                mode == (isFolder.boolValue ? 0o700 : 0o600),
                "\(name)",
                sourceLocation: location
            )
        }
    }

    /// A umask that would let everybody read what the program does not protect by itself.
    @Test func `whatever the umask, nobody else may read a byte at any moment`() async throws {
        let relay = try await HoldingRelay("--hold", "dot:12")
        let office = try Operator(Configuration(port: relay.port, connections: 2))
        try office.write(SmallSchedule(people: 25).text, to: "termine.csv")
        func open(_ line: String) throws -> ChildProcess {
            let script = "umask 000; exec \"$0\" \"$@\""
            return try ChildProcess(
                "sh",
                ["-c", script, Checkout.program] + office.words(line),
                environment: office.environment,
                in: office.folder.path
            )
        }
        let planning = try open("plan termine.csv \(SmallSchedule.days) --format json")
        let plan: PlanResult = try await planning.finish().exited(0).json()
        try expectPrivate(office)
        try await office.approve(plan)
        try expectPrivate(office)

        let sending = try open("send \(plan.campaign)")
        try await relay.holding()
        try expectPrivate(office)
        for name in ["journal.sqlite-wal", "lock", "progress.json"] {
            #expect(office.stateFiles.contains(name))
        }
        sending.signal(9)
        _ = try await sending.finish()
        try expectPrivate(office)
        try relay.letGo()
        try await office.resume().exited(1)
        try expectPrivate(office)

        let rehearsing = try open("send \(plan.campaign) --rehearse --output briefe")
        try await rehearsing.errors.wait { !$0.isEmpty }
        try expectPrivate(office)
        try await rehearsing.finish().exited(0)
        #expect(try office.folder.mode(of: "briefe") == 0o700)
        try expectPrivate(office)
    }

    @Test func `while another process sends, status shows its sums`() async throws {
        let relay = try await HoldingRelay("--hold", "dot:5")
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 9))
        let sending = try office.start(["send", plan.campaign])
        try await relay.holding()
        let one = try await office.status(of: plan)
        #expect(one.state == "sending")
        #expect(one.messages == 9)
        #expect(one.finished_at == nil)
        #expect(try await office.campaigns() == [one])
        #expect(one.deliveries.values.reduce(0, +) == 9)
        try await office.run("send \(plan.campaign)").exited(75)
        sending.signal(9)
        _ = try await sending.finish()
    }

    @Test func `no column that is not needed is stored in a small schedule`() async throws {
        let office = try Operator()
        let schedule = SmallSchedule(people: 20)
        let plan = try await office.plan(schedule)
        #expect(plan.discarded_columns == ["Vermittlungscode", "Geb.-Datum", "Bemerkung"])
        let bytes = try office.stateFiles.map { try office.folder.bytes(of: "state/\($0)") }
        for column in plan.discarded_columns {
            for row in schedule.rows {
                let cell = Array(row[SmallSchedule.column(column)].utf8)
                #expect(!bytes.contains { $0.contains(cell) }, "\(column)")
            }
        }
    }
}
