import Foundation
import Glibc
import TestSupport
import Testing

/// Two people who run the program as one service account, told apart by their logins.
@Suite(.enabled(if: Login.canBeSet, "a login uid must not be set yet, or root must test"))
struct TwoPeopleTests {
    private static let first = 60_001
    private static let second = 60_002
    /// `nobody`, where root tests; otherwise the tester's own account.
    private static let service: UInt32 = getuid() == 0 ? 65_534 : getuid()

    private let office: Operator

    init() async throws {
        office = try Operator(Configuration().with { $0.people = 2 })
        try office.write(SmallSchedule(people: 3).text, to: "termine.csv", mode: 0o644)
        try office.chmod(0o644, "einzelpost.toml")
        guard getuid() == 0 else { return }
        try await Program.run("chmod", ["777", office.folder.path])
    }

    /// Runs a command as somebody who logged in, or of whom no login is known, and went on as the
    /// service account.
    private func run(
        _ line: String,
        as person: Int?,
        environment: [String: String?] = [:]
    ) async throws -> ChildProcess.Ending {
        let become = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
        let login = person.map(String.init) ?? "4294967295"
        let script = "echo \(login) > /proc/self/loginuid; exec \(become) \"$0\" \"$@\""
        let own: [String: String?] = [
            "HOME": office.folder.path, "EINZELPOST_CONFIG": office.path("einzelpost.toml"),
        ]
        let process = try ChildProcess(
            "sh",
            ["-c", script, Checkout.program] + office.words(line),
            environment: own.merging(environment) { $1 },
            in: office.folder.path
        )
        process.closeInput()
        return try await process.finish()
    }

    private func planned(by person: Int?) async throws -> PlanResult {
        try await run("plan termine.csv \(SmallSchedule.days) --format json", as: person)
            .exited(0).json()
    }

    private func approve(_ plan: PlanResult) -> String {
        "approve \(plan.campaign) --digest \(plan.digest) --by Zweite"
    }

    @Test func `the second person approves from another login, and both are shown`() async throws {
        let plan = try await planned(by: Self.first)
        let ending = try await run(approve(plan), as: Self.second).exited(0)
        #expect(ending.output.contains("user (60001) as "))
        #expect(ending.output.contains("(\(Self.service))"))
        // Approved: what is left to fail is the relay, where nothing listens.
        try await run("send \(plan.campaign)", as: Self.first).exited(69)
    }

    @Test func `the planner cannot approve, whatever the environment says`() async throws {
        let plan = try await planned(by: Self.first)
        let fakes: [String: String?] = [
            "USER": "second", "LOGNAME": "second", "USERNAME": "second", "SUDO_USER": "second",
            "SUDO_UID": "60002", "UID": "60002",
        ]
        for environment in [[:], fakes] {
            let ending = try await run(
                approve(plan),
                as: Self.first,
                environment: environment
            ).exited(3)
            #expect(ending.errors.contains("approval.people = 2"))
        }
        let send = try await run("send \(plan.campaign)", as: Self.second).exited(3)
        #expect(send.errors.contains("is not approved"))
    }

    /// Otherwise `--config` with `people = 1` would do.
    @Test(
        .enabled(if: getuid() == 0, "only root can give a file away"),
        arguments: [
            ("60001", 0o644, false), ("0", 0o666, false), ("0", 0o664, false), ("0", 0o644, true),
            ("65534", 0o600, true),
        ]
    )
    func `a service account takes its configuration from root or itself`(
        owner: String,
        mode: Int,
        isTaken: Bool
    ) async throws {
        try office.write(Configuration().text, to: "eigene.toml", mode: mode)
        try await Program.run("chown", [owner, office.path("eigene.toml")])
        let ending = try await run(
            "plan termine.csv \(SmallSchedule.days)",
            as: Self.first,
            environment: ["EINZELPOST_CONFIG": office.path("eigene.toml")]
        )
        ending.exited(isTaken ? 0 : 78)
        #expect(ending.errors.contains("must be owned by root") != isTaken, "\(ending.errors)")
    }

    /// Two people who cannot be told apart are one.
    @Test func `whoever has no login is no second person`() async throws {
        let plan = try await planned(by: Self.first)
        let ending = try await run(approve(plan), as: nil).exited(3)
        #expect(ending.errors.contains("approval.people = 2"), "\(ending.errors)")
        #expect(ending.errors.contains("without a login"))
    }

    /// Neither a file of one's own nor one that root has left somewhere, with a login or without one.
    @Test(arguments: [first, nil] as [Int?])
    func `no other file than that of the service account says how many people it takes`(
        person: Int?
    ) async throws {
        try office.write(Configuration().text, to: "rest.toml", mode: 0o644)
        for command in ["plan termine.csv \(SmallSchedule.days)", "status", "check"] {
            let ending = try await run("\(command) --config rest.toml", as: person).exited(78)
            let told = ending.errors + ending.output
            #expect(told.contains("takes its configuration from"), "\(told)")
        }
        let plan = try await planned(by: Self.first)
        try await run("\(approve(plan)) --config rest.toml", as: person).exited(78)
        try await run("send \(plan.campaign) --config rest.toml", as: person).exited(78)
    }
}

enum Login {
    /// Whether a process may say who logged in, as pam_loginuid does.
    static var canBeSet: Bool {
        let current = try? String(contentsOfFile: "/proc/self/loginuid", encoding: .ascii)
        return getuid() == 0 || current?.hasPrefix("4294967295") == true
    }
}
