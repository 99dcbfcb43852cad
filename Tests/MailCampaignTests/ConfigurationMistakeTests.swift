import Foundation
import MailCampaign
import MailCore
import TestSupport
import Testing

/// What people get wrong in a configuration, and the sentence that each of them reads.
struct ConfigurationMistakeTests {
    private let office: CampaignScene

    init() throws { office = try CampaignScene() }

    private func faults() async -> [String] {
        await Readiness.check(office.places, in: office.surroundings, visitingPages: false)
            .faults.flatMap(\.lines).map(\.en.text)
    }

    /// A mistake in one line, and what is said of it behind the line's number.
    struct Slip: Sendable, CustomTestStringConvertible {
        let right: String
        let wrong: String
        let sentence: String

        init(_ right: String, _ wrong: String, _ sentence: String) {
            (self.right, self.wrong, self.sentence) = (right, wrong, sentence)
        }

        var testDescription: String { wrong }
    }

    private static let url = "url = \"smtp://127.0.0.1:1\""
    private static let form =
        "must be smtp://host:port (STARTTLS) or smtps://host:port, without a login"
    private static let relayKeys =
        "in [relay] there are: ca_file, client_certificate, client_key, connections, helo, login, "
        + "password_credential, password_env, password_file, pinned_key, security, tls_profile, "
        + "token_command, token_file, url, username"
    private static let sections =
        "There are: [appointments], [approval], [authority], [caution], [console], [content], [hotline], [language], [pace], [privacy], "
        + "[relay], [retention], [sender], [state]"

    private static let slips: [Slip] = [
        Slip(
            "connections = 1",
            "conections = 1",
            "relay.conections: unknown key; did you mean connections? \(relayKeys)"
        ),
        Slip(
            "connections = 1",
            "people = 1",
            "relay.people: unknown key; it stands in [approval]; \(relayKeys)"
        ),
        Slip("[pace]", "[pase]", "pase: unknown section; did you mean [pace]? \(sections)"),
        Slip("[pace]", "[smtp]", "smtp: unknown section. \(sections)"),
        Slip(
            "[authority]",
            "imprint = \"https://www.kreis.example/\"\n[authority]",
            "imprint: stands above all sections; it belongs below [authority]"
        ),
        Slip(
            "connections = 1",
            "connections = \"1\"",
            "relay.connections: must be a whole number from 1 to 64"
        ),
        Slip("people = 1", "people = 3", "approval.people: must be a whole number from 1 to 2"),
        Slip(
            "hours = \"täglich 8 bis 20 Uhr\"",
            "hours = \"täglich 8 bis 20 Uhr",
            "(syntax): the closing quote is missing; begin and end with the same straight quote"
        ),
        Slip(
            "hours = \"täglich 8 bis 20 Uhr\"",
            "hours = „täglich 8 bis 20 Uhr“",
            "(syntax): the value stands in typographic quotes; take straight ones: \"…\""
        ),
        Slip(
            "hours = \"täglich 8 bis 20 Uhr\"",
            "hours = täglich 8 bis 20 Uhr",
            "(syntax): a text stands in straight quotes: \"…\""
        ),
        Slip(
            "hours = \"täglich 8 bis 20 Uhr\"",
            "hours: \"täglich 8 bis 20 Uhr\"",
            "(syntax): between a key and its value stands an equals sign: key = \"…\""
        ),
        Slip(
            "connections = 1",
            "connections = 1\nconnections = 2",
            "(syntax): this key stands in line 23 already; leave one of the two"
        ),
        Slip(
            "[approval]",
            "[relay]",
            "(syntax): this section begins in line 19 already; put its keys together there"
        ),
        Slip(
            "directory = \"./state\"",
            "directory = \"C:\\Daten\"",
            "(syntax): a backslash in quotes begins something else; write it twice (\\\\), or take single "
                + "quotes: '…'"
        ),
        Slip(
            "directory = \"./state\"",
            "directory = \"D:\\\"",
            "(syntax): a backslash in quotes begins something else; write it twice (\\\\), or take single "
                + "quotes: '…'"
        ),
        Slip(
            "[approval]",
            "[approval",
            "(syntax): a closing bracket is missing, here or in the line before: ]"
        ),
        Slip(
            "[approval]",
            "[content]\nallowed_hosts = [\"www.kreis.example\"\n[approval]",
            "(syntax): a closing bracket is missing, here or in the line before: ]"
        ),
        Slip(
            "reply_to = \"buergerservice@kreis.example\"",
            "reply_to = \"a@kreis.example, b@kreis.example\"",
            "sender.reply_to: must be one address, local@domain"
        ),
        Slip(
            "from = \"Musterkreis Terminservice <termine@kreis.example>\"",
            "from = \"Musterkreis Terminservice <termine@kreis.example\"",
            "sender.from: must be “Name <local@domain>” or “local@domain”"
        ),
        Slip(
            "website = \"https://www.kreis.example\"",
            "website = \"www.kreis.example\"",
            "authority.website: must be a full address that begins with https://"
        ),
        Slip(url, "url = \"http://127.0.0.1:1\"", "relay.url: \(form)"),
        Slip(url, "url = \"mail.kreis.example\"", "relay.url: \(form)"),
        Slip(url, "url = \"smtp://termine:geheim@127.0.0.1\"", "relay.url: \(form)"),
        Slip(
            "security = \"none\"",
            "security = \"starttls\"",
            "relay.security: must be \"tls\" or \"none\""
        ),
        Slip(
            "security = \"none\"",
            "security = \"none\"\nusername = \"termine\"\npassword_env = \"X\"",
            "relay.username: a login is never sent without TLS"
        ),
        Slip(
            "security = \"none\"",
            "username = \"termine\"",
            "relay.username: a login needs username and one of password_file, password_credential, "
                + "password_env, token_file, token_command"
        ),
        Slip(
            "security = \"none\"",
            "username = \"termine\"\npassword_env = \"X\"\npassword_file = \"x\"",
            "relay.password_env: the login's proof is named more than once (password_file, password_env); "
                + "leave one of them"
        ),
        Slip(
            "helo = \"termine.kreis.example\"",
            "helo = \"unser rathaus\"",
            "relay.helo: is neither a host's name nor an address in brackets"
        ),
        Slip(
            "[approval]",
            "[appointments]\ntime_zone = \"Europa/Berlin\"\n[approval]",
            "appointments.time_zone: is not a time zone; e.g. Europe/Berlin"
        ),
        Slip(
            "name = \"Musterkreis, Der Landrat\"",
            "name = \"{{behoerde}}\"",
            "authority.name: holds “{{”, which was left there; write what people shall read"
        ),
        Slip(
            "name = \"Musterkreis, Der Landrat\"",
            "name = \"Muster\u{200B}kreis\"",
            "authority.name: holds characters that nobody sees, or that turn others round; type it anew"
        ),
    ]

    @Test(arguments: slips)
    func `every slip has its own sentence, with its line`(slip: Slip) async throws {
        let text = Configuration().text
        #expect(text.contains(slip.right))
        try office.write(text.replacing(slip.right, with: slip.wrong), to: "einzelpost.toml")
        let told = await faults()
        let place = office.path("einzelpost.toml")
        let sentences = told.map { $0.replacing(place, with: "").drop { $0.isNumber || $0 == ":" } }
        #expect(sentences.contains { $0.dropFirst() == slip.sentence }, "\(told)")
        #expect(told.allSatisfy { $0.firstMatch(of: #/\.toml:[0-9]+: /#) != nil }, "\(told)")
        #expect(!told.joined().contains("geheim"))
    }

    @Test func `a missing key is told with an example`() async throws {
        let imprint = "imprint = \"https://www.kreis.example/impressum\""
        try office.write(
            Configuration().text.replacing(imprint, with: ""),
            to: "einzelpost.toml"
        )
        let place = office.path("einzelpost.toml")
        #expect(
            await faults() == ["\(place): authority.imprint: is missing; for example: \(imprint)"]
        )
    }

    /// A file that cannot be read is called what it is.
    @Test func `the configuration itself`() async throws {
        let place = office.path("einzelpost.toml")
        func told() async -> String { await faults().joined().replacing(place, with: "…") }

        try office.write("", to: "einzelpost.toml")
        try Data([0x66, 0xFC, 0x72]).write(to: URL(filePath: place))
        #expect(
            await told() == "…: is not UTF-8 text; open it in a text editor and save it as UTF-8"
        )

        try FileManager.default.removeItem(atPath: place)
        let advice = "name the configuration with --config FILE"
        #expect(await told() == "…: there is no such file; \(advice)")

        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
        #expect(await told() == "…: is a folder; name the file in it; \(advice)")

        try FileManager.default.removeItem(atPath: place)
        try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "weg.toml")
        #expect(await told() == "…: is a link that leads to no file; \(advice)")
    }

    @Test(arguments: [
        (0o646, ["everybody on this machine could write to it"], []),
        (0o664, [], ["the group of"]),
        (0o644, [], []),
    ])
    func `who could write to the configuration is looked at for everybody`(
        mode: Int,
        faults: [String],
        warnings: [String]
    ) async throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: mode],
            ofItemAtPath: office.path("einzelpost.toml")
        )
        let found = await Readiness.check(
            office.places,
            in: office.surroundings,
            visitingPages: false
        )
        let told = found.faults.flatMap(\.lines).map(\.en.text)
        #expect(told.count == faults.count && zip(told, faults).allSatisfy { $0.contains($1) })
        let warned = found.warnings.map(\.en.text)
        #expect(
            warned.count == warnings.count && zip(warned, warnings).allSatisfy { $0.contains($1) }
        )
        #expect(found.conclusion == (faults.isEmpty ? .done : .configuration))
    }

    @Test func `a configuration of somebody else's is a warning, one of root's is not`() {
        #expect(ConfigurationCaution(mode: 0o644, owner: 1_007, own: 1_001) == .foreignOwner(1_007))
        #expect(ConfigurationCaution(mode: 0o644, owner: 0, own: 1_001) == nil)
        #expect(ConfigurationCaution(mode: 0o640, owner: 1_001, own: 1_001) == nil)
    }

    /// A link has a mode of its own, which says nothing.
    @Test func `a password behind a link is a password`() async throws {
        try office.write("kanarienvogel\n", to: "geheim")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: office.path("geheim")
        )
        try FileManager.default.createSymbolicLink(
            atPath: office.path("kennwort"),
            withDestinationPath: "geheim"
        )
        try office.write(login("password_file = \"kennwort\""), to: "einzelpost.toml")
        #expect(await faults() == [])
    }

    @Test(arguments: [
        ("password_file = \"kennwort\"", "relay.password_file: …/kennwort: there is no such file"),
        ("password_file = \".\"", "relay.password_file: …/: is a folder; name the file in it"),
        (
            "password_env = \"TERMINE\"",
            "relay.password_env: the variable TERMINE is not set; set it where the program is started, or "
                + "write the password into a file (password_file)"
        ),
        (
            "password_credential = \"relay-password\"",
            "relay.password_credential: the credential “relay-password” is only there under systemd, whose "
                + "unit says LoadCredential=relay-password:/path; run the program by its unit, or name a file"
        ),
        (
            "password_env = \"HOME\"\nca_file = \"ca.pem\"",
            "relay.ca_file: …/ca.pem: there is no such file"
        ),
    ])
    func `what the configuration names is looked for`(lines: String, sentence: String) async throws
    {
        try office.write(login(lines), to: "einzelpost.toml")
        let told = await faults().map { $0.replacing(office.folder.path, with: "…") }
        #expect(told == [sentence])
    }

    /// Who may read it is the service manager's care: 0440, or an access control list.
    @Test func `a password from the service manager is taken as it gives it`() async throws {
        try office.write("kanarienvogel\n", to: "relay-password")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o440],
            ofItemAtPath: office.path("relay-password")
        )
        try office.write(
            login("password_credential = \"relay-password\""),
            to: "einzelpost.toml"
        )
        var surroundings = office.surroundings
        surroundings.environment["CREDENTIALS_DIRECTORY"] = office.folder.path
        let found = await Readiness.check(office.places, in: surroundings, visitingPages: false)
        #expect(found.faults.isEmpty && found.relay?.isLoginMissing == false)
        let relay = try ConfigurationFile(named: office.path("einzelpost.toml"), in: surroundings)
            .password()
        #expect(relay?.proof == .password(Password("kanarienvogel")))
    }

    /// Four things wrong, and one check.
    @Test func `everything is told at once`() async throws {
        try office.write(
            login("password_file = \"kennwort\"") + "\n[content]\ntemplates = \"Briefe\"\n",
            to: "einzelpost.toml"
        )
        try office.write("", to: "state")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o666],
            ofItemAtPath: office.path("einzelpost.toml")
        )
        var places = office.places
        places.templates = nil
        let found = await Readiness.check(places, in: office.surroundings, visitingPages: false)
        #expect(
            found.faults.map(\.subject) == [.configuration, .templates, .stateDirectory, .password]
        )
        #expect(found.relay?.isLoginMissing == true)
        let text = found.text.en.text
        #expect(text.contains("NO  password"), "\(text)")
        #expect(
            text.contains("--  signing key      not looked at: the state directory comes first")
        )
        #expect(found.conclusion == .configuration)
    }

    private func login(_ lines: String) -> String {
        Configuration().with {
            $0.security = "tls"
            $0.login = "username = \"termine\"\n\(lines)"
        }.text
    }
}
