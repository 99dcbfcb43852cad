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

    @Test(arguments: [
        (["token_file = \"/t\""], []),
        (["token_command = [\"/bin/t\", \"-a\"]"], []),
        (["login = \"xoauth2\"", "token_file = \"/t\""], []),
        (["login = \"login\"", "password_file = \"/p\""], []),
        (["login = \"oauthbearer\"", "password_file = \"/p\""], ["relay.login"]),
        (["login = \"plain\"", "token_file = \"/t\""], ["relay.login"]),
        (["login = \"gssapi\"", "token_file = \"/t\""], ["relay.login"]),
        (["token_command = []"], ["relay.token_command", "relay.username"]),
        (["token_command = [\"t\"]"], ["relay.token_command", "relay.username"]),
        (["token_command = \"/bin/t -a\""], ["relay.token_command", "relay.username"]),
        (["token_file = \"/t\"", "token_command = [\"/t\"]"], ["relay.token_command"]),
        (["token_file = \"/t\"", "password_file = \"/p\""], ["relay.token_file"]),
    ])
    func `a login has one proof, and a way that takes it`(lines: [String], keys: [String]) {
        let source = Configurations.relay(
            "url = \"smtp://127.0.0.1:25\"\nusername = \"termine\"",
            lines.joined(separator: "\n")
        )
        #expect(Set(Configurations.problems(source).map(\.key)) == Set(keys))
    }

    @Test func `a way to log in without an account says nothing`() {
        let source = Configurations.relay("url = \"smtp://127.0.0.1:25\"", "login = \"plain\"")
        #expect(Configurations.problems(source).map(\.key) == ["relay.login"])
    }

    @Test(arguments: [
        ("tls_profile = \"bsi\"", []), ("tls_profile = \"usual\"", ["relay.tls_profile"]),
        ("client_certificate = \"/c\"", []),
        ("client_key = \"/k\"", ["relay.client_key"]),
        ("pinned_key = \"sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"", []),
        (
            """
            pinned_key = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=;\
            sha256//BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            """, []
        ),
        ("pinned_key = \"sha256//AAAA\"", ["relay.pinned_key"]),
        (
            "pinned_key = \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"",
            ["relay.pinned_key"]
        ),
        ("pinned_key = \"/etc/einzelpost/key.pem\"", ["relay.pinned_key"]),
        ("security = \"none\"\ntls_profile = \"bsi\"", ["relay.tls_profile"]),
        ("security = \"none\"\nclient_certificate = \"/c\"", ["relay.client_certificate"]),
    ])
    func `what is demanded of TLS is whole`(lines: String, keys: [String]) {
        let source = Configurations.relay("url = \"smtp://127.0.0.1:25\"", lines)
        #expect(Configurations.problems(source).map(\.key) == keys)
    }

    /// A new field is either bound by an approval, or said here to be free to change.
    @Test func `an approval binds every field but those that may change meanwhile`() throws {
        func settings(
            host: String = "a.example",
            port: Int = 25,
            security: Relay.Security = .startTLS,
            account: RelaySettings.Account? = nil,
            caFile: String? = nil,
            tls: TLSDemands = TLSDemands()
        ) -> RelaySettings {
            RelaySettings(
                host: host,
                port: port,
                security: security,
                account: account,
                caFile: caFile,
                tls: tls
            )
        }
        let own = TLSDemands.ClientCertificate(path: "/c", key: "/c")
        let bound = [
            "host": settings(host: "b.example"), "port": settings(port: 26),
            "security": settings(security: .none),
            "account": settings(account: Self.account(.password(.file("/p")))),
            "caFile": settings(caFile: "/ca.pem"),
            "tls": settings(tls: TLSDemands(profile: .bsi)),
            "tls key": settings(tls: TLSDemands(pinnedKey: Self.pinned)),
            "tls certificate": settings(tls: TLSDemands(clientCertificate: own)),
        ]
        let fields = Set(Mirror(reflecting: settings()).children.compactMap(\.label))
        #expect(
            fields == Set(bound.keys.filter { !$0.contains(" ") } + ["clientName", "connections"])
        )
        #expect(Set(bound.values.map(\.digest) + [settings().digest]).count == bound.count + 1)
    }

    @Test func `of a secret an approval binds where tokens come from, and no password's place`() {
        func digest(
            _ proof: RelaySettings.ProofSource,
            _ mechanism: LoginMechanism? = nil
        ) -> Digest {
            RelaySettings(
                host: "a.example",
                port: 25,
                security: .startTLS,
                account: Self.account(proof, mechanism)
            ).digest
        }
        #expect(digest(.password(.file("/p"))) == digest(.password(.environment("P"))))
        let others = [
            digest(.password(.file("/p"))), digest(.password(.file("/p")), .plain),
            digest(.token(.file("/t"))), digest(.token(.file("/u"))),
            digest(.token(.file("/t")), .xoauth2), digest(.token(.command(["/t"]))),
            digest(.token(.command(["/t", "a"]))), digest(.token(.command(["/t", "b"]))),
            digest(.token(.command(["/t", "b", "a"]))),
        ]
        #expect(Set(others).count == others.count)
    }

    /// Approvals that were given before the later keys were known must still count.
    @Test func `what was approved before there were tokens is still the same`() {
        let settings = RelaySettings(
            host: "mail.kreis.example",
            port: 587,
            security: .startTLS,
            account: Self.account(.password(.file("/p")))
        )
        #expect(
            settings.digest.hex
                == "8d278e86f8de00ce925bc46ac2a3554630cd8daef32b5705da48e16af23520cc"
        )
    }

    private static let pinned = PinnedKey("sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")

    private static func account(
        _ proof: RelaySettings.ProofSource,
        _ mechanism: LoginMechanism? = nil
    ) -> RelaySettings.Account {
        RelaySettings.Account(username: "termine", proof: proof, mechanism: mechanism)
    }
}
