import Foundation
import TestSupport
import Testing

/// State directories that somebody else could read, or has put there.
struct UnsafeStateDirectoryTests {
    private let office: Operator

    init() throws {
        office = try Operator()
        try office.write(SmallSchedule(people: 3).text, to: "termine.csv")
    }

    private func expectRefusal(
        _ word: String,
        status: Int32 = 73,
        at location: SourceLocation = #_sourceLocation
    ) async throws {
        for command in ["plan termine.csv \(SmallSchedule.days)", "status"] {
            let ending = try await office.run(command)
            ending.exited(status, at: location)
            #expect(ending.output == "", sourceLocation: location)
            #expect(ending.errors.contains(word), "\(ending.errors)", sourceLocation: location)
            expectOneSentence(ending, at: location)
        }
        // It tells all its findings, that nothing listens at the relay among them.
        let check = try await office.run("check")
        check.exited(status == 75 ? 69 : status, at: location)
        #expect(check.output.contains("NO  state directory"), sourceLocation: location)
        #expect(check.output.contains(word), "\(check.output)", sourceLocation: location)
    }

    @Test(arguments: [0o755, 0o750, 0o701, 0o777])
    func `a folder that others can enter is refused, with what to do`(mode: Int) async throws {
        try await Program.run("mkdir", [office.state])
        try office.chmod(mode, "state")
        try await expectRefusal("chmod 700")
        #expect(office.stateFiles == [])
    }

    @Test func `a symbolic link is refused`() async throws {
        try await Program.run("mkdir", ["-m", "700", office.path("elsewhere")])
        try await Program.run("ln", ["-s", office.path("elsewhere"), office.state])
        try await expectRefusal("symbolic link")
    }

    @Test(.enabled(if: getuid() == 0, "only root can give a folder away"))
    func `a folder of another user is refused`() async throws {
        try await Program.run("mkdir", ["-m", "700", office.state])
        try await Program.run("chown", ["65534", office.state])
        try await expectRefusal("another user (nobody); run as that one: sudo -u nobody")
    }

    @Test(.enabled(if: getuid() == 0, "only root can give a file away"))
    func `a file of another user is refused, with whose it is and what to do`() async throws {
        _ = try await office.plan(SmallSchedule(people: 3))
        try await Program.run("chown", ["65534", office.path("state/journal.sqlite")])
        try await expectRefusal("another user (nobody)")
        try await expectRefusal("chown root: '\(office.state)/journal.sqlite'")
    }

    @Test(arguments: ["journal.sqlite", "lock", "progress.json", "signing-key"])
    func `a file that others can read is refused`(file: String) async throws {
        _ = try await office.plan(SmallSchedule(people: 3))
        try office.write([], to: "state/\(file).new")
        if !office.stateFiles.contains(file) {
            try await Program.run(
                "mv",
                [office.path("state/\(file).new"), office.path("state/\(file)")]
            )
        }
        try office.chmod(0o644, "state/\(file)")
        try await expectRefusal("chmod 600")
    }

    @Test(arguments: ["-s", "-L"])
    func `a journal that is a link is refused`(kind: String) async throws {
        _ = try await office.plan(SmallSchedule(people: 3))
        let (file, other) = (office.path("state/journal.sqlite"), office.path("other.sqlite"))
        try await Program.run("mv", [file, other])
        try await Program.run("ln", [kind, other, file])
        try await expectRefusal("link")
    }

    @Test func `a state directory that is a file is refused`() async throws {
        try office.write("", to: "state")
        try await expectRefusal("is not a folder")
    }

    @Test func `a folder that cannot be made is refused`() async throws {
        try office.write("", to: "file")
        let ending = try await office.run("plan termine.csv \(SmallSchedule.days) --state file/in")
        ending.exited(73)
        expectOneSentence(ending)
    }

    @Test(arguments: ["this is no database, but it is long enough for SQLite to look at", "x"])
    func `a journal that is no database is refused and left as it is`(text: String) async throws {
        let contents = String(repeating: text, count: 100)
        try await Program.run("mkdir", ["-m", "700", office.state])
        try office.write(contents, to: "state/journal.sqlite")
        try await expectRefusal("journal")
        #expect(try office.folder.bytes(of: "state/journal.sqlite") == Array(contents.utf8))
    }

    @Test(
        arguments: [
            ("PRAGMA user_version = 99", "version 99"),
            ("PRAGMA application_id = 1", "not a journal of Einzelpost"),
        ]
    )
    func `a journal of another program or a newer version is refused`(
        change: String,
        word: String
    ) async throws {
        _ = try await office.plan(SmallSchedule(people: 3))
        try await Program.run(
            "python3",
            [
                "-c",
                "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
                    + "c.execute(sys.argv[2]); c.close()", office.path("state/journal.sqlite"),
                change,
            ]
        )
        try await expectRefusal(word)
    }

    @Test func `a damaged journal is refused`() async throws {
        _ = try await office.plan(SmallSchedule(people: 30))
        var bytes = try office.folder.bytes(of: "state/journal.sqlite")
        for index in bytes.indices where index > 4_096 && index % 7 == 0 { bytes[index] ^= 0x5A }
        try office.write(bytes, to: "state/journal.sqlite")
        try await expectRefusal("journal")
    }

    @Test func `a folder that another process holds is refused, and status says who to wait for`()
        async throws
    {
        let plan = try await office.plan(SmallSchedule(people: 3))
        let lock = office.path("state/lock")
        let holder = try ChildProcess(
            "flock",
            [lock, "sh", "-c", "echo held; read line"]
        )
        try await holder.output.wait { $0 == ["held"] }
        for command in [
            "plan termine.csv \(SmallSchedule.days)", "status", "rows \(plan.campaign)",
            "send \(plan.campaign)", "verify \(plan.campaign)", "resume",
        ] {
            let ending = try await office.run(command)
            ending.exited(75)
            #expect(ending.errors.contains("einzelpost status"))
            expectOneSentence(ending)
        }
        holder.closeInput()
        _ = try await holder.finish()
        #expect(try await office.status(of: plan).state == "planned")
    }

    @Test func `status without a state directory shows an empty list and makes nothing`()
        async throws
    {
        #expect(try await office.campaigns().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: office.state))
    }
}
