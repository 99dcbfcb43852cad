import MailCore
import Testing

struct SettingsProblemTests {
    @Test(arguments: [
        ("connections = 4", "conections = 4", "relay.conections", "connections"),
        ("people = 1", "person = 1", "approval.person", "people"),
        ("per_hour = 500", "per-hour = 500", "pace.per-hour", "per_hour"),
    ])
    func `an unknown key is named with its line and the known ones`(
        old: String,
        new: String,
        key: String,
        known: String
    ) {
        let source = Configurations.changed(old, new)
        let problems = Configurations.problems(source)
        #expect(problems.map(\.key) == [key])
        #expect(problems.map(\.line) == [Configurations.line(of: new, in: source)])
        #expect(problems.allSatisfy { $0.message.en.text.contains(known) })
    }

    @Test(arguments: [
        ("[tracking]\nurl = \"https://x.example\"\npixel = true", "[tracking]", "tracking"),
        ("[tracking]", "[tracking]", "tracking"),
        ("[relay.tls]\nversion = 3", "[relay.tls]", "relay.tls"),
    ])
    func `an unknown section is named once with its line`(
        section: String,
        header: String,
        key: String
    ) {
        let source = Configurations.whole + "\n\n" + section + "\n"
        let problems = Configurations.problems(source)
        #expect(problems.map(\.key) == [key])
        #expect(problems.map(\.line) == [Configurations.line(of: header, in: source)])
    }

    @Test func `a key above the first section is named with its line`() {
        let problems = Configurations.problems("\nname = \"Amt\"\n" + Configurations.whole)
        #expect(problems.map(\.key) == ["name"])
        #expect(problems.map(\.line) == [2])
    }

    /// They went out in every message.
    @Test(arguments: [
        ("Der Landrat", "{{behoerde}}", "authority.name"), ("Der Landrat", "#NV", "authority.name"),
        ("0221 4710 001", "#BEZUG!", "authority.phone"), ("0221 4710 000", "XXX", "hotline.phone"),
        ("täglich 8 bis 20 Uhr", "#N/A Uhr", "hotline.hours"),
        ("täglich 8 bis 20 Uhr", "null", "hotline.hours"),
        ("Musterkreis Terminservice", "${NAME}", "sender.from"),
        ("Kreisstraße 1", "TODO", "authority.address"),
        ("Der Landrat", "Der \u{202E}Landrat", "authority.name"),
        ("Der Landrat", "Der\u{200B}Landrat", "authority.name"),
    ])
    func `what a template or a spreadsheet has left in a value is refused`(
        old: String,
        new: String,
        key: String
    ) {
        let problems = Configurations.problems(Configurations.changed(old, new))
        #expect(problems.map(\.key) == [key])
        #expect(problems.allSatisfy { $0.message.en.text.hasPrefix("holds ") && $0.line != nil })
    }

    @Test(arguments: [
        "Kreis Nullmeier", "Amt für Todesfälle", "Nancy & Söhne {Amt}", "100 % None-Such",
    ])
    func `words that only look like it are taken`(name: String) {
        #expect(Configurations.problems(Configurations.changed("Der Landrat", name)).isEmpty)
    }

    @Test(arguments: [
        ("name = \"Musterkreis, Der Landrat\"\n", "authority.name"),
        ("phone = \"0221 4710 001\"\n", "authority.phone"),
        ("email = \"info@kreis.example\"\n", "authority.email"),
        ("imprint = \"https://www.kreis.example/impressum\"\n", "authority.imprint"),
        ("phone = \"0221 4710 000\"\n", "hotline.phone"),
        ("from = \"Musterkreis Terminservice <termine@kreis.example>\"\n", "sender.from"),
        ("url = \"smtp://mail.kreis.example:587\"\n", "relay.url"),
    ])
    func `a missing key is named once`(line: String, key: String) {
        let problems = Configurations.problems(Configurations.changed(line, ""))
        #expect(problems.map(\.key) == [key])
        #expect(problems.allSatisfy { $0.message.en.text.hasPrefix("is missing; for example: ") })
        #expect(problems.map(\.line) == [nil])
    }

    @Test func `a missing section is told by its keys`() {
        let source = Configurations.changed("[hotline]\n", "").replacing(
            "phone = \"0221 4710 000\"\nhours = \"täglich 8 bis 20 Uhr\"\n",
            with: ""
        )
        let keys = Configurations.problems(source).map(\.key)
        #expect(keys == ["hotline.hours", "hotline.phone"])
    }

    @Test(arguments: [
        ("connections = 4", "connections = \"4\"", "relay.connections"),
        ("connections = 4", "connections = 4.5", "relay.connections"),
        ("connections = 4", "connections = 0", "relay.connections"),
        ("connections = 4", "connections = 65", "relay.connections"),
        ("connections = 4", "connections = true", "relay.connections"),
        ("per_minute = 60", "per_minute = 0", "pace.per_minute"),
        ("per_hour = 500", "per_hour = -1", "pace.per_hour"),
        ("first = 10", "first = -1", "caution.first"),
        ("percent = 10", "percent = 101", "caution.stop_at_refused_percent"),
        ("people = 1", "people = 3", "approval.people"),
        ("people = 1", "people = 0", "approval.people"),
        ("name = \"Musterkreis, Der Landrat\"", "name = 5", "authority.name"),
        ("name = \"Musterkreis, Der Landrat\"", "name = \"\"", "authority.name"),
        ("hours = \"täglich 8 bis 20 Uhr\"", "hours = [\"8\"]", "hotline.hours"),
        ("[\"www.kreis.example\"]", "\"www.kreis.example\"", "content.allowed_hosts"),
        ("[\"www.kreis.example\"]", "[1]", "content.allowed_hosts"),
        ("\"Europe/Berlin\"", "\"Europa/Berlin\"", "appointments.time_zone"),
        ("zone = \"Europe/Berlin\"", "zone = 1", "appointments.time_zone"),
        ("email = \"info@kreis.example\"", "email = \"info\"", "authority.email"),
        ("reply_to = \"buergerservice@", "reply_to = \"B <b@", "sender.reply_to"),
        ("<termine@kreis.example>", "<termine@kreis.example", "sender.from"),
        ("\"https://www.kreis.example\"", "\"http://www.kreis.example\"", "authority.website"),
        ("\"https://www.kreis.example\"", "\"www.kreis.example\"", "authority.website"),
        ("\"https://www.kreis.example\"", "\"https://\"", "authority.website"),
        ("directory = \"/var/lib/einzelpost\"", "directory = 1", "state.directory"),
        ("Der Landrat", "Der\\r\\nLandrat", "authority.name"),
    ])
    func `a wrong value is named with its line`(old: String, new: String, key: String) {
        let source = Configurations.changed(old, new)
        let problems = Configurations.problems(source)
        #expect(problems.map(\.key) == [key])
        #expect(problems.map(\.line) == [Configurations.line(of: new, in: source)])
    }

    @Test func `all problems are told at once, in the order of their lines`() throws {
        let source = Configurations.changed("connections = 4", "connections = 0")
            .replacing("people = 1", with: "people = 9\nfoo = 1")
            .replacing("hours = \"täglich 8 bis 20 Uhr\"\n", with: "")
        let problems = Configurations.problems(source)
        #expect(
            problems.map(\.key)
                == ["relay.connections", "approval.people", "approval.foo", "hotline.hours"]
        )
        let error = SettingsError(file: "einzelpost.toml", problems: problems)
        let lines = error.description.split(separator: "\n")
        let place = source.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.hasPrefix("connections") }
        let line = try #require(place) + 1
        #expect(
            lines.first?.hasPrefix("einzelpost.toml:\(line): relay.connections: must be") == true
        )
        let missing = #"is missing; for example: hours = "täglich 8 bis 20 Uhr""#
        #expect(lines.last == "einzelpost.toml: hotline.hours: \(missing)")
    }

    @Test(arguments: [
        "password = geheim-4711\n", "password_file = \"geheim-4711\n", "[geheim-4711\n",
        "password = \"a\"\npassword = \"geheim-4711\"\n", "username = \"geheim-4711\\q\"\n",
    ])
    func `a syntax error names its line and quotes nothing`(lines: String) {
        let source = Configurations.relay(lines)
        do {
            _ = try Configurations.read(source)
            Issue.record("read")
        } catch {
            let line = error.problems.first?.line ?? 0
            #expect((20...23).contains(line), "\(line)")
            #expect(!"\(error)".contains("geheim"))
        }
    }

    @Test(arguments: [
        "password = \"geheim-4711\"", "secret = \"geheim-4711\"",
        "url = \"smtp://termine:geheim-4711@mail.kreis.example\"",
        "password_file = [\"geheim-4711\"]", "password_env = { geheim = \"geheim-4711\" }",
        "security = \"geheim-4711\"", "connections = \"geheim-4711\"",
    ])
    func `no error ever tells a value`(line: String) throws {
        let source = Configurations.relay(line)
        #expect(!Configurations.problems(source).isEmpty)
        let error = SettingsError(
            file: "einzelpost.toml",
            problems: Configurations.problems(source)
        )
        #expect(!error.description.contains("geheim-4711"))
    }
}
