import TestSupport
import Testing

/// No room is left for the journal in the middle of a campaign.
struct DiskFullTests {
    @Test func `sending stops, and resume loses and doubles nobody`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 300))
        // No file may grow beyond this: for the journal's log it is as if the disk were full.
        let process = try ChildProcess(
            "bash",
            ["-c", "ulimit -f 900; exec \"$0\" send \(plan.campaign)", Checkout.program],
            environment: office.environment,
            in: office.folder.path
        )
        process.closeInput()
        let limited = try await process.finish().exited(73)
        #expect(limited.errors.contains("free space"), "\(limited.errors)")
        let taken = try await relay.taken().count
        #expect((1..<300).contains(taken))

        // What the relay took last may not have been noted any more: then a person must say.
        let resumed: StatusResult = try await office.resume().json()
        let unknown = resumed.count("unknown")
        #expect(unknown <= 1)
        #expect(resumed.count("accepted") + unknown == 300)
        let ids = try await relay.takenIDs()
        #expect(Set(ids).count == ids.count)
        #expect(ids.count >= 300 - unknown)
    }

    @Test func `a list that does not fit is not there, and nobody is blamed`() async throws {
        let office = try Operator()
        var schedule = SmallSchedule(people: 600)
        for row in 2...601 { schedule = schedule.with(row: row, "E-Mail", "") }
        let plan = try await office.plan(schedule)
        let process = try ChildProcess(
            "bash",
            [
                "-c", "ulimit -f 8; exec \"$0\" lists \(plan.campaign) --output liste.csv",
                Checkout.program,
            ],
            environment: office.environment,
            in: office.folder.path
        )
        process.closeInput()
        let limited = try await process.finish().exited(73)
        #expect(limited.errors.contains("liste.csv: cannot be written"), "\(limited.errors)")
        #expect(try !office.folder.names.contains { $0.hasPrefix("liste") })
    }
}
