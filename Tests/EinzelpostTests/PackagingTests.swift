import Foundation
import MailCore
import Testing

/// What the Debian package brings along, as far as it can be seen without building it.
struct PackagingTests {
    private static func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(Checkout.root)/\(name)", encoding: .utf8)
    }

    /// Keys of the configuration that ships, each with whether it is in use.
    private static func keys() throws -> [(key: String, isInUse: Bool)] {
        var (keys, section): ([(String, Bool)], String) = ([], "")
        for line in try text("Packaging/einzelpost.toml").split(separator: "\n") {
            if let match = line.firstMatch(of: #/^\[([a-z]+)\]/#) { section = String(match.1) }
            guard let match = line.firstMatch(of: #/^(# )?([a-z_]+) = /#) else { continue }
            keys.append(("\(section).\(match.2)", match.1 == nil))
        }
        return keys
    }

    @Test func `the configuration that ships has every key, and uses two`() throws {
        let keys = try Self.keys()
        #expect(keys.map(\.key).sorted() == SettingsKey.allCases.map(\.rawValue).sorted())
        #expect(keys.filter(\.isInUse).map(\.key) == ["state.directory", "state.witness"])
    }

    /// An administrator takes the # away and writes something else behind the sign.
    @Test func `what stands behind the signs is a configuration`() throws {
        let alternatives = [
            "security", "password_env", "password_credential", "token_file", "token_command",
            "login",
            "office_key_credential",
        ]
        let source = try Self.text("Packaging/einzelpost.toml").split(separator: "\n").map { line in
            guard let match = line.firstMatch(of: #/^# ([a-z_]+) = /#),
                !alternatives.contains(String(match.1))
            else { return String(line) }
            return String(line.dropFirst(2))
        }.joined(separator: "\n")
        _ = try Settings(toml: source, file: "einzelpost.toml")
    }

    @Test func `there is one version`() throws {
        let program = try #require(CommandLineText.of("--version")).text
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let changelog = try Self.text("debian/changelog")
        #expect(changelog.hasPrefix("einzelpost (\(program)) "))
    }

    @Test func `installing enables and starts nothing, and purging keeps the evidence`() throws {
        let rules = try Self.text("debian/rules")
        #expect(rules.contains("dh_installsystemd --no-enable --no-start --no-stop-on-upgrade"))
        for script in ["postinst", "prerm", "postrm"] {
            let text = try Self.text("debian/einzelpost.\(script)")
            for word in ["systemctl", "enable", "invoke-rc.d", "rm -r", "deluser", "userdel"] {
                #expect(!text.contains(word), "\(script): \(word)")
            }
        }
    }
}
