import Foundation
import Glibc
import TestSupport
import Testing

/// Backups of the state directory are put back in every usual way, at many moments of a campaign.
struct RestoredStateTests {
    /// How an administrator puts a folder back; `$backup` and `$state` are paths.
    enum Method: String, CaseIterable {
        case copied = "cp -a $backup/. $state/"
        case copiedOver = "cp -rf $backup/. $state/"
        case copiedAnew = "rm -r $state; cp -a $backup $state"
        case unpacked = "tar -C $backup -cf $backup.tar . && tar -C $state -xf $backup.tar"
        case synchronised = "rsync -a --delete $backup/ $state/"
        case renamed = "mv $state $state-old; cp -a $backup $backup-2; mv $backup-2 $state"
        /// Nothing is put back: the copy is used beside its original.
        case beside = "true"

        /// Whether files that the backup has not stay where they are.
        var keepsFiles: Bool { [.copied, .copiedOver, .unpacked].contains(self) }
    }

    /// A state directory at some moment, and how many had been told then.
    private struct Moment {
        let folder: String
        let told: Int
    }

    private let people = LongRun.isOn ? 500 : 40
    private let moments = LongRun.isOn ? 20 : 4

    /// In a long run each method has a campaign of its own: a child process lives ten minutes at most.
    private static let methods =
        LongRun.isOn ? Method.allCases.map { [$0] } : [Method.allCases]

    @Test(arguments: methods)
    func `nobody is told twice, and who may have been told is named`(
        methods: [Method]
    ) async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port, connections: 2))
        let plan = try await office.ready(SmallSchedule(people: people))
        var backups = [try await keep("backup-0", told: 0, office)]
        for moment in 1..<moments {
            let goal = people * moment / moments
            let told = try await sendUntil(goal, plan, relay, office)
            backups.append(try await keep("backup-\(moment)", told: told, office))
        }
        let told = try await sendUntil(people - 5, plan, relay, office)
        let paused = try await keep("paused", told: told, office)
        let finished: StatusResult = try await office.resume().exited(0).json()
        #expect(finished.count("accepted") == people)
        let ended = try await keep("finished", told: people, office)
        for (number, backup) in (backups + [paused]).enumerated() {
            for (place, method) in methods.enumerated() {
                let newest =
                    backup.folder == paused.folder || (number + place) % 2 == 0 ? ended : paused
                try await putBack(backup, by: method, after: newest, plan, relay, office)
            }
        }
    }

    /// Sends until about so many have been told, and stops.
    ///
    /// - Returns: How many have been.
    private func sendUntil(
        _ goal: Int,
        _ plan: PlanResult,
        _ relay: HoldingRelay,
        _ office: Operator
    ) async throws -> Int {
        // Of this run at least one, so that it is there to be stopped.
        let before = try await relay.taken().count
        let sending = try office.start(["send", plan.campaign, "--format", "json"])
        try await relay.interrupt(sending, after: max(goal, before + 1))
        return try await sending.finish().json(StatusResult.self).count("accepted")
    }

    /// State and witness as they are now.
    private func keep(_ name: String, told: Int, _ office: Operator) async throws -> Moment {
        let folder = office.path(name)
        try await shell(
            "mkdir -m 700 \(folder); cp -a $state \(folder)/state; cp -a $witness \(folder)/witness",
            office
        )
        return Moment(folder: folder, told: told)
    }

    private func shell(_ script: String, _ office: Operator) async throws {
        let places =
            "set -e; state=\(office.state); witness=\(office.path("witness")); "
        try await Program.run("sh", ["-c", places + script])
    }

    private func putBack(
        _ backup: Moment,
        by method: Method,
        after newest: Moment,
        _ plan: PlanResult,
        _ relay: HoldingRelay,
        _ office: Operator
    ) async throws {
        let log = "/state/journal.sqlite-wal"
        let files = FileManager.default
        let isStray =
            method.keepsFiles && !files.fileExists(atPath: backup.folder + log)
            && files.fileExists(atPath: newest.folder + log)
        let comment: Comment =
            "\(method.rawValue): \(backup.told) of \(people), then \(newest.told)"
        if isStray {
            try await shell(reset(backup, newest, method), office)
            try await expectNobodyTwice(newest, plan, relay, office, comment)
        }
        try await shell(
            reset(backup, newest, method) + (isStray ? "; rm $state/journal.sqlite-wal" : ""),
            office
        )
        let place = method == .beside ? " --state \(backup.folder)/copy" : ""
        let before = try await relay.takenIDs()
        let missing = newest.told - backup.told

        let resumed = try await office.run("resume" + place)
        #expect(resumed.status == 3, comment)
        let words = missing == 1 ? "1 message that" : "\(missing) messages that"
        #expect(resumed.errors.contains(words), "\(comment): \(resumed.errors)")
        let moved = try await office.run("send \(plan.campaign) --moved" + place)
        #expect(moved.status == 3, comment)
        #expect(try await relay.takenIDs() == before, comment)

        let restored = try await office.run(
            "send \(plan.campaign) --restored --format json" + place
        )
        #expect(restored.status == 1, "\(comment): \(restored.errors)")
        let status: StatusResult = try restored.json()
        #expect(status.count("unknown") == missing, comment)
        #expect(status.count("accepted") == people - missing, comment)
        if method == .renamed {
            #expect(try await office.verify(plan).failures == [], comment)
        }
        let after = try await relay.takenIDs()
        #expect(after.count - before.count == people - newest.told, comment)
        expectDisjoint(before.prefix(newest.told), after.dropFirst(before.count), comment)
    }

    /// Makes everything as it was at the newest moment, and then puts the backup back.
    private func reset(_ backup: Moment, _ newest: Moment, _ method: Method) -> String {
        """
        rm -rf $state* $witness; cp -a \(newest.folder)/state $state; cp -a \(newest.folder)/witness $witness
        rm -rf \(backup.folder)/copy*; cp -a \(backup.folder)/state \(backup.folder)/copy
        backup=\(backup.folder)/copy; \(method.rawValue)
        """
    }

    /// A backup without a log lies beside the log of the newest.
    ///
    /// SQLite reads the newest, a mixture, or nothing from them. Whatever it is, and whatever somebody
    /// says, nobody may be told twice.
    private func expectNobodyTwice(
        _ newest: Moment,
        _ plan: PlanResult,
        _ relay: HoldingRelay,
        _ office: Operator,
        _ comment: Comment
    ) async throws {
        let before = try await relay.takenIDs()
        for command in [
            "resume", "send \(plan.campaign) --moved", "send \(plan.campaign) --restored",
        ] {
            _ = try await office.run(command)
        }
        let after = try await relay.takenIDs()
        expectDisjoint(before.prefix(newest.told), after.dropFirst(before.count), comment)
    }

    private func expectDisjoint(
        _ told: ArraySlice<String>,
        _ later: ArraySlice<String>,
        _ comment: Comment
    ) {
        #expect(Set(told).isDisjoint(with: later), comment)
        #expect(Set(later).count == later.count, comment)
    }

    @Test func `a journal that was deleted and begun anew is not simply sent from`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let schedule = SmallSchedule(people: 6)
        let first = try await office.ready(schedule)
        try await office.send(first).exited(0)
        try await Program.run("rm", ["-r", office.state])
        let second = try await office.ready(schedule)
        let refused = try await office.run("send \(second.campaign)").exited(3)
        #expect(refused.errors.contains("6 people have been told"))
        #expect(refused.errors.contains("--restored"))
        #expect(try await relay.taken().count == 6)
        try await office.run("send \(second.campaign) --restored").exited(0)
        #expect(try await relay.taken().count == 12)
    }

    @Test func `a copy from between approval and sending is refused beside its original`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 6))
        try await Program.run("cp", ["-a", office.state, office.path("copy")])
        let early = try await office.run("send \(plan.campaign) --state copy").exited(3)
        #expect(early.errors.contains("--moved"))
        try await office.send(plan).exited(0)
        for claim in ["", " --moved"] {
            let late = try await office.run("send \(plan.campaign) --state copy\(claim)").exited(3)
            #expect(late.errors.contains("6 messages that"))
        }
        #expect(try await relay.taken().count == 6)
    }

    @Test func `every command says that the journal is not the newest, and verify fails`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 4))
        try await Program.run("cp", ["-a", office.state, office.path("copy")])
        try await office.send(plan).exited(0)
        try await Program.run("rm", ["-r", office.state])
        try await Program.run("mv", [office.path("copy"), office.state])
        let erased = try await office.run("erase \(plan.campaign)").exited(3)
        #expect(erased.errors.contains("--restored"), "\(erased.errors)")
        for command in ["status", "rows \(plan.campaign)", "approve \(plan.campaign)"] {
            let ending = try await office.run(command)
            #expect(
                ending.errors.contains("older than what was sent"),
                "\(command): \(ending.errors)"
            )
        }
        let verified = try await office.run("verify \(plan.campaign)").exited(3)
        #expect(verified.output.contains("older than what was sent"))
    }
}
