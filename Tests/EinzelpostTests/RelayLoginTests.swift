import Foundation
import TestSupport
import Testing

/// Tokens, keys and certificates in the middle of a campaign, with the built program.
struct RelayLoginTests {
    /// An office whose program prints token after token, `sesam-1` first.
    private func office(
        _ relay: EncryptedRelay,
        _ lines: String,
        script: String = counting,
        connections: Int = 1
    ) throws -> Operator {
        let office = try Operator()
        try office.write(
            "#!/bin/sh\ncd '\(office.folder.path)'\n\(script)\n",
            to: "tokens",
            mode: 0o700
        )
        let configuration = relay.configuration(login: false).with {
            $0.connections = connections
            $0.login = """
                username = "termine"
                ca_file = "\(relay.certificate)"
                \(lines.replacing("TOKENS", with: office.path("tokens")))
                """
        }
        try office.write(configuration.text, to: "einzelpost.toml")
        return office
    }

    private static let counting = """
        n=$(($(cat count 2>/dev/null || echo 0) + 1)); echo $n >count
        env >environment; ls -l /proc/$$/fd >descriptors
        echo "complaint sesam-$n" >&2
        echo sesam-$n
        """

    /// One that all connections find out about at a time is renewed once.
    @Test func `a token that has ended before the first message is renewed for all`() async throws {
        let relay = try await EncryptedRelay("--mechanisms", "OAUTHBEARER", "--tokens", "sesam:0:2")
        let office = try office(relay, "token_command = [\"TOKENS\"]", connections: 3)
        let plan = try await office.ready(SmallSchedule(people: 12))
        try await office.run("send \(plan.campaign)").exited(0)
        let told = try await relay.finish()
        #expect(told.contains("refused token 1"))
        #expect(told.count { $0.hasPrefix("message ") } == 12)
        #expect(try text("count", of: office) == "2\n")
    }

    @Test func `a token that ends in mid-campaign is renewed, and shows itself nowhere`()
        async throws
    {
        let relay = try await EncryptedRelay("--mechanisms", "XOAUTH2", "--tokens", "sesam:7")
        let office = try office(relay, "token_command = [\"TOKENS\"]")
        let plan = try await office.ready(SmallSchedule(people: 12))
        let sent = try await office.run(
            ["send", plan.campaign, "--format", "json"],
            environment: ["EINZELPOST_PASSWORD": "sesam-geheim"]
        )
        let status: StatusResult = try sent.exited(0).json()
        #expect(status.sums == ["accepted": 12])
        let told = try await relay.finish()
        #expect(told.count { $0.hasPrefix("message ") } == 12)
        #expect(told.contains("login XOAUTH2 termine"))
        #expect(told.contains("refused token 1") && !told.contains("refused token 2"))
        #expect(!told.contains { $0.hasPrefix("clear AUTH") })
        #expect(try text("count", of: office) == "2\n")

        #expect(!sent.output.contains("sesam") && !sent.errors.contains("sesam"))
        for file in office.stateFiles {
            let octets = try Data(contentsOf: URL(filePath: "\(office.state)/\(file)"))
            #expect(octets.firstRange(of: Data("sesam".utf8)) == nil, "\(file)")
        }
        let environment = try text("environment", of: office)
        #expect(!environment.contains("sesam") && !environment.contains("EINZELPOST"))
        #expect(environment.contains("HOME=\(office.folder.path)"))
        let descriptors = try text("descriptors", of: office)
        #expect(!descriptors.contains("lock") && !descriptors.contains("journal"), "\(descriptors)")
        #expect(!descriptors.contains("socket:"))
    }

    private func text(_ name: String, of office: Operator) throws -> String {
        try String(contentsOfFile: office.path(name), encoding: .utf8)
    }

    @Test func `a token that is refused twice stops sending, with its sentence`() async throws {
        let relay = try await EncryptedRelay("--mechanisms", "XOAUTH2", "--tokens", "sesam:3")
        let office = try office(relay, "token_file = \"token\"")
        try office.write("sesam-1\n", to: "token")
        let plan = try await office.ready(SmallSchedule(people: 8))
        let stopped: StatusResult = try await office.run(
            "send \(plan.campaign) --format json"
        ).exited(2).json()
        #expect(stopped.count("accepted") == 3 && stopped.count("unknown") == 0)
        let reason = try #require(stopped.stopped_because)
        #expect(reason.contains("did not accept the token; it answered"), "\(reason)")
        #expect(reason.contains("has no newer one"), "\(reason)")
        // Something else has written another one; and once more in the middle.
        try office.write("sesam-2\n", to: "token")
        try await office.resume().exited(2)
        try office.write("sesam-3\n", to: "token")
        try await office.resume().exited(0)
        let told = try await relay.finish()
        #expect(told.count { $0.hasPrefix("message ") } == 8)
        // Not once more with what is known to be refused.
        #expect(told.filter { $0.hasPrefix("refused") } == ["refused token 1", "refused token 2"])
    }

    @Test(arguments: [
        ("echo sesam-1; exit 3", 0o700, "tokens ended with exit code 3; run it by hand"),
        ("echo sesam; echo 1", 0o700, "tokens prints is no token"),
        ("exit 0", 0o700, "tokens prints is no token"),
        ("yes sesam", 0o700, "printed more than 65536 octets, and was ended"),
        ("kill -9 $$", 0o700, "was ended by signal 9"),
        ("echo sesam-1", 0o722, "others could change"),
        ("echo sesam-1", 0o600, "cannot be started (system error 13)"),
    ])
    func `what is wrong with the program is told without what it says`(
        script: String,
        mode: Int,
        sentence: String
    ) async throws {
        let relay = try await EncryptedRelay("--mechanisms", "XOAUTH2", "--tokens", "sesam:9")
        let office = try office(relay, "token_command = [\"TOKENS\"]", script: script)
        try office.chmod(mode, "tokens")
        let check = try await office.run("check").exited(78)
        #expect(
            check.output.contains("NO  token            relay.token_command: "),
            "\(check.output)"
        )
        #expect(check.output.contains(sentence), "\(check.output)")
        #expect(check.output.contains("not asked about our sender without a login"))
        #expect(!check.output.contains("sesam") && !check.errors.contains("sesam"))
        #expect(!(try await relay.finish()).contains { $0.contains("AUTH") })
    }

    @Test func `check logs in with a token`() async throws {
        let relay = try await EncryptedRelay("--mechanisms", "XOAUTH2", "--tokens", "sesam:9")
        let office = try office(relay, "login = \"xoauth2\"\ntoken_command = [\"TOKENS\"]")
        let check = try await office.run("check").exited(0)
        #expect(check.output.contains("logged in"), "\(check.output)")
    }

    @Test func `another program for tokens voids the approval, another token does not`()
        async throws
    {
        let relay = try await EncryptedRelay("--mechanisms", "XOAUTH2", "--tokens", "sesam:9")
        let office = try office(relay, "token_command = [\"TOKENS\"]")
        let plan = try await office.ready(SmallSchedule(people: 2))
        let text = try text("einzelpost.toml", of: office)
        try office.write(
            text.replacing("/tokens\"", with: "/tokens\", \"--for\", \"somebody\""),
            to: "einzelpost.toml"
        )
        try await office.run("send \(plan.campaign)").exited(3)
        try office.write(text, to: "einzelpost.toml")
        try await office.run("send \(plan.campaign)").exited(0)
    }

    @Test(arguments: [1, 3])
    func `a pinned key that changes in mid-campaign stops it`(connections: Int) async throws {
        let other = try await EncryptedRelay()
        let arguments = ["--cert", other.certificate, "--key", other.key, "--after", "4"]
        let relay = try await EncryptedRelay(arguments)
        let (trusted, pin) = (try await relay.trusted(beside: other), try await relay.pin)
        let office = try Operator(
            relay.configuration(login: false).with {
                $0.connections = connections
                $0.login = """
                    ca_file = "\(trusted)"
                    pinned_key = "\(pin)"
                    """
            }
        )
        let plan = try await office.ready(SmallSchedule(people: 12))
        let stopped: StatusResult = try await office.run(
            "send \(plan.campaign) --format json"
        ).exited(2).json()
        #expect(stopped.stopped_because?.contains("showed another key than pinned_key") == true)
        #expect(stopped.count("refused") + stopped.count("unknown") == 0)
        #expect((4..<12).contains(stopped.count("accepted")))
        let told = try await relay.finish()
        #expect(told.count { $0.hasPrefix("message ") } == stopped.count("accepted"))
    }

    @Test func `our own certificate lets us in`() async throws {
        let own = try await EncryptedRelay()
        let relay = try await EncryptedRelay("--client-ca", own.certificate)
        let office = try Operator(
            relay.configuration(login: true).with {
                $0.login +=
                    "client_certificate = \"\(own.certificate)\"\nclient_key = \"\(own.key)\""
            }
        )
        let password = ["EINZELPOST_TEST_KENNWORT": "kanarienvogel"]
        try await office.run(["check"], environment: password).exited(0)
        try await Program.run("chmod", ["640", own.key])
        let check = try await office.run(["check"], environment: password).exited(78)
        #expect(check.output.contains("relay.client_key: \(own.key) can be read by others"))
        #expect(try await relay.finish().contains("client relay"))
    }

    @Test func `the profile of the BSI refuses too little before the login`() async throws {
        let relay = try await EncryptedRelay("--ciphers", "ECDHE-ECDSA-AES128-SHA", "--tls", "1.2")
        let usual = relay.configuration(login: true)
        let password = ["EINZELPOST_TEST_KENNWORT": "kanarienvogel"]
        let office = try Operator(usual)
        try await office.run(["check"], environment: password).exited(0)
        try office.write(
            usual.with { $0.login += "tls_profile = \"bsi\"" }.text,
            to: "einzelpost.toml"
        )
        let check = try await office.run(["check"], environment: password).exited(69)
        #expect(check.output.contains("as BSI TR-02102-2 asks for it"), "\(check.output)")
        #expect(try await relay.finish().count { $0.contains("AUTH") } == 1)
    }
}
