import Foundation
import MailCampaign
import MailCore
import TestSupport
import Testing

/// Configurations with a fault, and what the refusal must name.
struct WrongConfigurationTests {
    private let office: CampaignScene

    init() throws { office = try CampaignScene() }

    /// Every fault that a check finds.
    private func sentence() async -> String {
        await Readiness.check(office.places, in: office.surroundings, visitingPages: false)
            .faults.flatMap(\.lines).map(\.en.text).joined(separator: "\n")
    }

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
        let text = Configuration().text
        #expect(text.contains(right))
        try office.write(text.replacing(right, with: wrong), to: "einzelpost.toml")
        let sentence = await sentence()
        #expect(sentence.contains(key), "\(sentence)")
        #expect(!sentence.contains("geheim"))
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
                #expect(sentence.contains("einzelpost.toml:\(number): "), "\(sentence)")
            }
        }
    }

    @Test(arguments: [0o640, 0o604, 0o644])
    func `a password file that others can read is refused`(mode: Int) async throws {
        try office.write(Self.login("password_file = \"kennwort\"").text, to: "einzelpost.toml")
        try office.write("kanarienvogel\n", to: "kennwort")
        try FileManager.default.setAttributes(
            [.posixPermissions: mode],
            ofItemAtPath: office.path("kennwort")
        )
        let error = ConfigurationError.passwordReadableByOthers(office.path("kennwort"))
        #expect(await sentence() == "\(error)")
        #expect("\(error)".contains("chmod 600"))
    }

    @Test func `a password file that is missing or empty is refused`() async throws {
        try office.write(Self.login("password_file = \"kennwort\"").text, to: "einzelpost.toml")
        let path = office.path("kennwort")
        #expect(
            await sentence()
                == "\(ConfigurationError.passwordUnreadable(path, .missing, key: .relayPasswordFile))"
        )
        try office.write("\n", to: "kennwort")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(
            await sentence() == "\(ConfigurationError.passwordEmpty(path, key: .relayPasswordFile))"
        )
    }

    @Test func `a password variable that is not set is refused by its name`() async throws {
        try office.write(
            Self.login("password_env = \"TERMINE_KENNWORT\"").text,
            to: "einzelpost.toml"
        )
        #expect(
            await sentence() == "\(ConfigurationError.variableNotSet("TERMINE_KENNWORT"))"
        )
    }

    @Test func `a login without encryption is refused`() async throws {
        let login = "username = \"termine\"\npassword_env = \"X\""
        try office.write(Configuration().with { $0.login = login }.text, to: "einzelpost.toml")
        #expect(await sentence().contains("relay.username"))
    }

    @Test func `a service account takes no configuration that others could have written`() throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o666],
            ofItemAtPath: office.path("einzelpost.toml")
        )
        let error = refusal(of: Account(login: 1_001, real: 990) { _ in "anna" })
        #expect(
            error
                == .notTrusted(
                    office.path("einzelpost.toml"),
                    account: "anna (1001) as anna (990)"
                )
        )
    }

    /// With a login or without one: `people = 1` could stand in any other file.
    @Test(arguments: [1_001, nil] as [UInt32?])
    func `a service account takes its configuration from its one place`(login: UInt32?) throws {
        let account = Account(login: login, real: 990) { "user\($0)" }
        let (own, place) = (office.path("einzelpost.toml"), office.path("etc.toml"))
        #expect(
            refusal(of: account, place: place)
                == .anotherPlace(own, than: place, account: account.text)
        )
        #expect(refusal(of: account, place: place, named: nil) == .nowhere([place]))
        #expect(refusal(of: account, place: office.path("./x/../einzelpost.toml")) == nil)
        let person = Account(login: login, real: 1_001) { "user\($0)" }
        #expect(refusal(of: person, place: place) == nil)
    }

    private func refusal(
        of account: Account,
        place: String? = nil,
        named path: String? = ""
    ) -> ConfigurationError? {
        var surroundings = office.surroundings
        surroundings.account = account
        surroundings.environment["EINZELPOST_CONFIG"] = place ?? office.path("einzelpost.toml")
        var places = office.places
        if path == nil { places.configuration = nil }
        do {
            _ = try Workspace.open(places, in: surroundings)
            return nil
        } catch {
            return error as? ConfigurationError
        }
    }

    private static func login(_ password: String) -> Configuration {
        Configuration().with {
            $0.security = "tls"
            $0.login = "username = \"termine\"\n\(password)"
        }
    }
}
