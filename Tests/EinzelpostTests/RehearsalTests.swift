import Foundation
import Glibc
import TestSupport
import Testing

/// The declared dry run: everything is done but the sending, and nothing stays behind.
struct RehearsalTests {
    private let relay: HoldingRelay
    private let office: Operator

    init() async throws {
        relay = try await HoldingRelay()
        office = try Operator(Configuration(port: relay.port, connections: 4))
    }

    @Test(arguments: ["--rehearse", "--dry-run"])
    func `a rehearsal needs no approval and changes nothing`(option: String) async throws {
        let plan = try await office.plan(SmallSchedule(people: 12))
        let before = (try await office.status(of: plan), office.stateFiles)
        let ending = try await office.run("send \(plan.campaign) \(option) --format json")
        let rehearsed: StatusResult = try ending.exited(0).json()
        #expect(rehearsed.sums == ["accepted": 12])
        #expect(try await office.status(of: plan) == before.0)
        #expect(office.stateFiles == before.1)
        #expect(try await relay.connections() == 0)
        let proof = try await office.verify(plan)
        #expect(proof.ok)
        #expect(proof.transactions == 0)
    }

    @Test func `a rehearsal of an approved campaign leaves the approval`() async throws {
        let plan = try await office.ready(SmallSchedule(people: 3))
        try await office.run("send \(plan.campaign) --rehearse").exited(0)
        #expect(try await office.status(of: plan).state == "approved")
        let sent: StatusResult = try await office.send(plan).exited(0).json()
        #expect(sent.sums == ["accepted": 3])
    }

    @Test func `--output keeps the messages for their owner alone`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 5))
        try await office.run("send \(plan.campaign) --rehearse --output briefe").exited(0)
        let names = try FileManager.default.contentsOfDirectory(atPath: office.path("briefe"))
        #expect(names.count { $0.hasSuffix(".eml") } == 5)
        #expect(names.count { $0.hasSuffix(".envelope.json") } == 5)
        #expect(try office.folder.mode(of: "briefe") == 0o700)
        for name in names { #expect(try office.folder.mode(of: "briefe/\(name)") == 0o600) }
        #expect(office.stateFiles.allSatisfy { !$0.hasPrefix("rehearsal") })
    }

    @Test func `preview --output keeps the messages for their owner alone`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 5))
        try await office.run("preview \(plan.campaign) --output briefe --all").exited(0)
        let names = try FileManager.default.contentsOfDirectory(atPath: office.path("briefe"))
        #expect(names.sorted().first == "row-000002.eml")
        #expect(names.count == 5)
        #expect(try office.folder.mode(of: "briefe") == 0o700)
        for name in names { #expect(try office.folder.mode(of: "briefe/\(name)") == 0o600) }
    }

    /// A link was followed, and a file of everybody's kept its mode.
    @Test(arguments: [
        "preview CAMPAIGN --output briefe", "send CAMPAIGN --rehearse --output briefe",
    ])
    func `messages go to no folder and no file that somebody has planted`(line: String) async throws
    {
        let plan = try await office.plan(SmallSchedule(people: 1))
        let files = FileManager.default
        let words = office.words(line.replacing("CAMPAIGN", with: plan.campaign))
        try files.createDirectory(atPath: office.path("fremd"), withIntermediateDirectories: false)
        try files.createSymbolicLink(
            atPath: office.path("briefe"),
            withDestinationPath: office.path("fremd")
        )
        for end in ["", "/", "/.", "//./"] {
            let ending = try await office.run(words.dropLast() + ["briefe\(end)"]).exited(64)
            #expect(ending.errors.contains("or a link"), "\(ending.errors)")
        }
        #expect(try files.contentsOfDirectory(atPath: office.path("fremd")) == [])

        try files.removeItem(atPath: office.path("briefe"))
        try files.createDirectory(atPath: office.path("briefe"), withIntermediateDirectories: false)
        try office.chmod(0o777, "briefe")
        let open = try await office.run(words).exited(64)
        #expect(open.errors.contains("is open to others"), "\(open.errors)")

        try office.chmod(0o700, "briefe")
        for name in ["row-000002.eml", "000001.eml"] {
            try office.write("planted", to: "briefe/\(name)", mode: 0o666)
        }
        try await office.run(words).exited(64)
        #expect(try office.folder.bytes(of: "briefe/row-000002.eml") == Array("planted".utf8))
        #expect(try office.folder.bytes(of: "briefe/000001.eml") == Array("planted".utf8))
    }

    @Test func `no list or proof is written where everybody can put another in its place`()
        async throws
    {
        let plan = try await office.plan(SmallSchedule(people: 2).with(row: 3, "E-Mail", ""))
        try FileManager.default.createDirectory(
            atPath: office.path("alle"),
            withIntermediateDirectories: false
        )
        try office.chmod(0o777, "alle")
        for command in ["lists", "proof"] {
            let line = "\(command) \(plan.campaign) --output alle/datei"
            let ending = try await office.run(line).exited(64)
            #expect(ending.errors.contains("is open to others"), "\(ending.errors)")
        }
        // As /tmp: nobody can take away there what is not theirs.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o1777],
            ofItemAtPath: office.path("alle")
        )
        try await office.run("lists \(plan.campaign) --output alle/liste.csv").exited(0)
        #expect(try office.folder.mode(of: "alle/liste.csv") == 0o600)
    }

    @Test func `a rehearsal that was killed leaves nothing for the next command to find`()
        async throws
    {
        let plan = try await office.plan(SmallSchedule(people: 200))
        // One that is quicker than the signal ends well, and is begun anew.
        var status: Int32 = 0
        for _ in 0..<20 where status == 0 {
            let rehearsal = try office.start(["send", plan.campaign, "--rehearse"])
            try await rehearsal.errors.wait { $0.contains { $0.contains("accepted") } }
            rehearsal.signal(SIGKILL)
            status = try await rehearsal.finish().status
        }
        #expect(status == 128 + SIGKILL)
        #expect(office.stateFiles.contains("rehearsal"))
        let left = try await office.status(of: plan)
        #expect(left.state == "planned")
        #expect(left.sums == ["planned": 200])
        #expect(office.stateFiles.allSatisfy { !$0.hasPrefix("rehearsal") })
    }

    @Test func `until it is sent, a campaign never reaches the relay`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 6))
        let name = plan.campaign
        for line in [
            "rows \(name)", "preview \(name)", "preview \(name) --row 3", "status",
            "preview \(name) --output briefe", "verify \(name)", "send \(name) --rehearse",
            "approve \(name) --digest \(plan.digest) --by Amt", "withdraw \(name) --row 4",
            "cancel termine.csv \(SmallSchedule.days) --dry-run",
        ] {
            try await office.run(line).exited(0)
        }
        #expect(try await relay.connections() == 0)
        // The relay that saw nothing was there to be seen.
        try await office.run("check").exited(0)
        #expect(try await relay.connections() == 1)
        #expect(try await relay.taken().isEmpty)
    }

    @Test func `no proxy of the environment leads anything elsewhere`() async throws {
        let proxy = try await HoldingRelay()
        let plan = try await office.ready(SmallSchedule(people: 3))
        let address = "http://127.0.0.1:\(proxy.port)"
        let names = ["ALL_PROXY", "all_proxy", "SMTP_PROXY", "smtp_proxy", "http_proxy"]
        let ending = try await office.run(
            ["send", plan.campaign],
            environment: Dictionary(uniqueKeysWithValues: names.map { ($0, address) })
        )
        ending.exited(0)
        #expect(try await proxy.connections() == 0)
        #expect(try await relay.taken().count == 3)
    }
}
