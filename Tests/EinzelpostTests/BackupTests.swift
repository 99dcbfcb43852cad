import Foundation
import TestSupport
import Testing

/// A backup is whole, names nobody, and is gone on from on another host.
struct BackupTests {
    private struct Written: Decodable {
        struct Needed: Decodable {
            let configuration: String
            let templates: String?
            let signing_key: String
        }

        struct LeftOut: Decodable {
            let key_store: String
            let witness: String
        }

        let file: String
        let octets: Int
        let sha256: String
        let campaigns: Int
        let events: Int
        let chain_head: String
        let needed: Needed
        let left_out: LeftOut
    }

    /// Another machine of the same office: its own folders, and no witness of anything.
    private func otherHost(of office: Operator, with files: [String], _ backup: String) async throws
        -> Operator
    {
        let host = try Operator()
        let text = try String(contentsOfFile: office.path("einzelpost.toml"), encoding: .utf8)
        try host.write(text, to: "einzelpost.toml")
        try await Program.run("mkdir", ["-m", "700", host.state])
        try await Program.run(
            "install",
            ["-m", "600", office.path(backup), host.state + "/journal.sqlite"]
        )
        for file in files {
            try await Program.run("cp", ["-p", "\(office.state)/\(file)", host.state])
        }
        return host
    }

    @Test func `a place where no backup can be made is named`() async throws {
        let office = try Operator()
        _ = try await office.plan(SmallSchedule(people: 2))
        let nowhere = try await office.run("backup nowhere/backup.sqlite").exited(64)
        #expect(
            nowhere.errors.contains("there is no folder \(office.path("nowhere"))"),
            "\(nowhere.errors)"
        )
        let folder = try await office.run("backup backups/").exited(64)
        #expect(folder.errors.contains("name a file, not a folder"), "\(folder.errors)")
        let files = FileManager.default
        for name in ["nowhere", "backups"] {
            #expect(!files.fileExists(atPath: office.path(name)))
        }
    }

    @Test func `while another process sends, a backup is whole, private, and names nobody`()
        async throws
    {
        let relay = try await HoldingRelay("--hold", "dot:5")
        let office = try Operator(Configuration(port: relay.port))
        let schedule = SmallSchedule(people: 9)
        let plan = try await office.ready(schedule)
        let sending = try office.start(["send", plan.campaign])
        try await relay.holding()
        let backup: Written = try await office.run("backup sicher.sqlite --format json").exited(0)
            .json()
        #expect(backup.campaigns == 1 && backup.events > 3)
        let octets = try office.folder.bytes(of: "sicher.sqlite")
        #expect(octets.count == backup.octets)
        #expect(try office.folder.mode(of: "sicher.sqlite") == 0o600)
        let sum = try await Program.run("sha256sum", [office.path("sicher.sqlite")])
        #expect(sum.hasPrefix(backup.sha256))
        for row in schedule.rows {
            for column in ["E-Mail", "Nachname"] {
                #expect(!octets.contains(Array(row[SmallSchedule.column(column)].utf8)))
            }
        }
        try relay.letGo()
        // It lets the connection go, in the middle of a message.
        try await sending.finish().exited(1)
        #expect(!office.stateFiles.contains("backup.new"))
        let again = try await office.run("backup sicher.sqlite").exited(64)
        #expect(again.errors.contains("is there already"))
    }

    @Test func `on another host, with its keys, what is open goes on, and nobody is told twice`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 4))
        try await office.run("check").exited(0)
        let backup: Written = try await office.run("backup sicher.sqlite --format json").exited(0)
            .json()
        let host = try await otherHost(of: office, with: ["keys", "signing-key"], "sicher.sqlite")
        // Sent on the first host after the backup.
        try await office.send(plan).exited(0)

        let verified = try await host.run("verify \(plan.campaign) --format json")
        #expect(verified.output.contains(backup.chain_head))
        let refused = try await host.run("send \(plan.campaign)").exited(3)
        for word in ["--moved", "--restored"] { #expect(refused.errors.contains(word)) }
        let status: StatusResult = try await host.run(
            "send \(plan.campaign) --restored --format json"
        ).exited(1).json()
        #expect(status.sums == ["unknown": 4])
        #expect(try await relay.taken().count == 4)
        #expect(
            try await office.run("check --format json").json(Key.self).signing_key
                == host.run("check --format json").json(Key.self).signing_key
        )
    }

    @Test func `without the keys nobody can be told, and a new plan goes on once that is said`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 3))
        try await office.run("backup sicher.sqlite").exited(0)
        let host = try await otherHost(of: office, with: [], "sicher.sqlite")
        try await host.run("keys").exited(1)
        let sent = try await host.run("send \(plan.campaign) --moved")
        #expect(sent.status != 0)
        #expect(try await relay.taken().isEmpty)
        try await host.run("keys --lost").exited(1)
        try await host.run("check --restored").exited(0)
        let new = try await host.ready(SmallSchedule(people: 3))
        try await host.send(new).exited(0)
        #expect(try await relay.taken().count == 3)
    }

    private struct Key: Decodable {
        let signing_key: String
    }
}
