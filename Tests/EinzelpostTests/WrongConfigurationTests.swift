import TestSupport
import Testing

/// Configurations with a fault, and what the refusal must name.
struct WrongConfigurationTests {
    @Test(
        arguments: [
            (
                "phone = \"0221 4710 001\"", "phone = \"0221 4710 001\"\nfax = \"1\"",
                "authority.fax"
            ),
            ("[pace]", "[pase]", "pase"),
            ("imprint = \"https://www.kreis.example/impressum\"", "", "authority.imprint"),
            ("url = \"smtp://127.0.0.1:1\"", "", "relay.url"),
            ("connections = 1", "connections = \"1\"", "relay.connections"),
            ("connections = 1", "connections = 0", "relay.connections"),
            ("people = 1", "people = 3", "approval.people"),
            ("hours = \"täglich 8 bis 20 Uhr\"", "hours = 8", "hotline.hours"),
            (
                "reply_to = \"buergerservice@kreis.example\"", "reply_to = \"a@b, c@d\"",
                "sender.reply_to"
            ),
            ("hours = \"täglich 8 bis 20 Uhr\"", "hours = \"täglich 8 bis 20 Uhr", "syntax"),
            (
                "url = \"smtp://127.0.0.1:1\"", "url = \"smtp://mail.kreis.example:587\"",
                "relay.security"
            ),
            ("url = \"smtp://127.0.0.1:1\"", "url = \"http://127.0.0.1:1\"", "relay.url"),
            ("security = \"none\"", "security = \"maybe\"", "relay.security"),
            (
                "url = \"smtp://127.0.0.1:1\"", "url = \"smtp://termine:geheim@127.0.0.1:1\"",
                "relay.url"
            ),
        ]
    )
    func `a fault is refused by its key and its line`(
        right: String,
        wrong: String,
        key: String
    ) async throws {
        let office = try Operator()
        let text = Configuration().text
        #expect(text.contains(right))
        try office.write(text.replacing(right, with: wrong), to: "einzelpost.toml")
        let ending = try await office.run("check")
        ending.exited(78)
        #expect(ending.output == "")
        #expect(ending.errors.contains(key), "\(ending.errors)")
        #expect(!ending.errors.contains("geheim"))
        if !wrong.isEmpty {
            let lines = text.replacing(right, with: wrong).split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            let faulty = wrong.split(separator: "\n").last ?? ""
            let number = try #require(lines.firstIndex(of: faulty)) + 1
            // A quote that is not closed shows at its line; a key in a place that depends on
            // another one shows at its own line.
            if key != "relay.security" || wrong.hasPrefix("security") {
                let place = "einzelpost.toml:\(number): "
                #expect(ending.errors.contains(place), "\(ending.errors)")
            }
        }
    }

    @Test func `every fault is told at once`() async throws {
        let office = try Operator()
        let text = Configuration().text.replacing("people = 1", with: "people = 0\nname = 1")
            .replacing("connections = 1", with: "connections = 65")
        try office.write(text, to: "einzelpost.toml")
        let ending = try await office.run("check").exited(78)
        for key in ["relay.connections", "approval.people", "approval.name"] {
            #expect(ending.errors.contains(key))
        }
    }

    @Test func `without a configuration the places are named where it was looked for`()
        async throws
    {
        let office = try Operator()
        try await Program.run("rm", [office.path("einzelpost.toml")])
        let ending = try await office.run("check").exited(78)
        for place in ["einzelpost.toml", "/.config/einzelpost/", "/etc/einzelpost/", "--config"] {
            #expect(ending.errors.contains(place))
        }
        let named = try await office.run("check --config anders.toml").exited(78)
        #expect(named.errors.contains("anders.toml"))
    }

    @Test(arguments: [0o640, 0o604, 0o644])
    func `a password file that others can read is refused`(mode: Int) async throws {
        let office = try Operator(Self.login("password_file = \"kennwort\""))
        try office.write("kanarienvogel\n", to: "kennwort", mode: mode)
        let ending = try await office.run("check").exited(78)
        #expect(ending.errors.contains("relay.password_file"))
        #expect(ending.errors.contains("chmod 600"))
        #expect(!(ending.errors + ending.output).contains("kanarienvogel"))
    }

    @Test func `a password file that is missing or empty is refused`() async throws {
        let office = try Operator(Self.login("password_file = \"kennwort\""))
        let missing = try await office.run("check").exited(78)
        #expect(missing.errors.contains("relay.password_file"))
        try office.write("\n", to: "kennwort")
        let empty = try await office.run("check").exited(78)
        #expect(empty.errors.contains("is empty"))
    }

    @Test func `a password variable that is not set is refused by its name`() async throws {
        let office = try Operator(Self.login("password_env = \"EINZELPOST_TEST_KENNWORT\""))
        let ending = try await office.run("check").exited(78)
        #expect(ending.errors.contains("relay.password_env"))
        #expect(ending.errors.contains("EINZELPOST_TEST_KENNWORT"))
    }

    @Test func `a login without encryption is refused`() async throws {
        let login = "username = \"termine\"\npassword_env = \"X\""
        let office = try Operator(Configuration().with { $0.login = login })
        let ending = try await office.run("check").exited(78)
        #expect(ending.errors.contains("relay.username"))
    }

    private static func login(_ password: String) -> Configuration {
        Configuration().with {
            $0.security = "tls"
            $0.login = "username = \"termine\"\n\(password)"
        }
    }
}
