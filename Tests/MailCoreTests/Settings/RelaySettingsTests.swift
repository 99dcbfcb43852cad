import MailCore
import Testing

struct RelaySettingsTests {
    @Test(arguments: [
        ("smtp://mail.kreis.example:587", "mail.kreis.example", 587, Relay.Security.startTLS),
        ("smtp://mail.kreis.example", "mail.kreis.example", 587, .startTLS),
        ("smtp://mail.kreis.example/", "mail.kreis.example", 587, .startTLS),
        ("smtp://mail", "mail", 587, .startTLS),
        ("smtp://192.0.2.25:25", "192.0.2.25", 25, .startTLS),
        ("smtps://mail.kreis.example", "mail.kreis.example", 465, .implicitTLS),
        ("smtps://[2001:db8::25]:465", "2001:db8::25", 465, .implicitTLS),
        ("smtp://mail.kreis.example:65535", "mail.kreis.example", 65_535, .startTLS),
    ])
    func `the url tells host, port and protection`(
        url: String,
        host: String,
        port: Int,
        security: Relay.Security
    ) throws {
        let relay = try Configurations.read(Configurations.relay("url = \"\(url)\"")).relay
        #expect(relay == RelaySettings(host: host, port: port, security: security))
    }

    @Test(arguments: [
        "mail.kreis.example", "mail.kreis.example:587", "http://mail.kreis.example", "smtp://",
        "smtp://:587", "smtp:mail.kreis.example", "smtp://a@mail.kreis.example",
        "smtp://a:b@mail.kreis.example", "smtp://mail.kreis.example/x",
        "smtp://mail.kreis.example?x=1", "smtp://mail.kreis.example#x",
        "smtp://mail.kreis.example:0", "smtp://mail.kreis.example:65536",
        "smtp://mail.kreis.example:x", "smtp://mail.kreis.example:587:588",
        "smtp://mail kreis.example", "smtp://mail%0d%0aRCPT.example",
        "smtp://mail.kreis.example%2f.example", "smtp://mail\u{200B}.example",
    ])
    func `any other url is refused at its line`(url: String) {
        let source = Configurations.relay("url = \"\(url)\"")
        let problems = Configurations.problems(source)
        #expect(problems.map(\.key) == ["relay.url"])
        #expect(problems.map(\.line) == [Configurations.line(of: "url = \"s", in: source) ?? 20])
    }

    @Test(arguments: [
        "127.0.0.1", "127.0.0.1:2525", "127.255.3.4", "localhost", "localhost:25", "LOCALHOST",
        "[::1]", "[::1]:2525",
    ])
    func `a relay on this machine may do without TLS`(host: String) throws {
        let source = Configurations.relay("url = \"smtp://\(host)\"", "security = \"none\"")
        #expect(try Configurations.read(source).relay.security == .none)
    }

    @Test(arguments: [
        "127.0.0.1.example.org", "127.example.org", "localhost.example.org", "mail.kreis.example",
        "192.0.2.25", "127.0.0", "127.1", "127.0.0.256", "127.0.0.01", "0.0.0.0", "[::]",
        "[::ffff:192.0.2.25]", "[2001:db8::1]", "1127.0.0.1", "127.0.0.1.1", "127.0.0.x",
        "notlocalhost", "localhost.",
    ])
    func `no other relay may do without TLS`(host: String) {
        let source = Configurations.relay("url = \"smtp://\(host)\"", "security = \"none\"")
        let problems = Configurations.problems(source)
        #expect(problems.map(\.key) == ["relay.security"])
        #expect(problems.map(\.line) == [Configurations.line(of: "security", in: source)])
    }

    @Test(arguments: ["\"ssl\"", "\"TLS\"", "\"\"", "true", "\"None\""])
    func `protection is tls or none`(value: String) {
        let source = Configurations.relay(
            "url = \"smtp://127.0.0.1\"",
            "security = \(value)"
        )
        #expect(Configurations.problems(source).map(\.key) == ["relay.security"])
    }

    @Test(arguments: [
        (["username = \"termine\""], ["relay.username"]),
        (["password_file = \"/p\""], ["relay.username"]),
        (["password_env = \"P\""], ["relay.username"]),
        (
            ["username = \"termine\"", "password_file = \"/p\"", "password_env = \"P\""],
            ["relay.password_env"]
        ),
        (
            ["security = \"none\"", "username = \"termine\"", "password_env = \"P\""],
            ["relay.username"]
        ),
        (["username = \"termine\"", "password_env = \"P\""], []),
        (["username = \"termine\"", "password_file = \"/p\""], []),
    ])
    func `a login is whole and goes only through TLS`(lines: [String], keys: [String]) {
        let url = "url = \"smtp://127.0.0.1:25\""
        let source = Configurations.relay(url, lines.joined(separator: "\n"))
        #expect(Configurations.problems(source).map(\.key) == keys)
    }

    /// A new field is either bound by an approval, or said here to be free to change.
    @Test func `an approval binds every field but those that may change meanwhile`() throws {
        let settings = RelaySettings(host: "a.example", port: 25, security: .startTLS)
        let free: Set = ["clientName", "password", "connections"]
        let bound = [
            "host": RelaySettings(host: "b.example", port: 25, security: .startTLS),
            "port": RelaySettings(host: "a.example", port: 26, security: .startTLS),
            "security": RelaySettings(host: "a.example", port: 25, security: .none),
            "username": RelaySettings(
                host: "a.example",
                port: 25,
                security: .startTLS,
                username: "termine"
            ),
            "caFile": RelaySettings(
                host: "a.example",
                port: 25,
                security: .startTLS,
                caFile: "/ca.pem"
            ),
        ]
        let fields = Set(Mirror(reflecting: settings).children.compactMap(\.label))
        #expect(fields == free.union(bound.keys))
        for (field, other) in bound {
            #expect(other.digest != settings.digest, "\(field)")
        }
    }
}
