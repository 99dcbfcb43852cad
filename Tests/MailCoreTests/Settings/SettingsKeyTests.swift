import Foundation
import MailCore
import Testing

/// One table says what the keys are; the reader, the reference and the example agree with it.
struct SettingsKeyTests {
    private static let checkout = URL(filePath: #filePath).appending(path: "../../../../")
        .standardizedFileURL

    @Test func `every key stands in the table once`() {
        #expect(
            SettingsKey.table.map(\.key.rawValue).sorted()
                == SettingsKey.allCases.map(\.rawValue).sorted()
        )
    }

    @Test(arguments: SettingsKey.allCases)
    func `the reader takes the example of every key`(key: SettingsKey) throws {
        // The whole configuration has every key, so one of them is exchanged.
        let line = try #require(Self.line(of: key, in: Configurations.whole))
        let example = Configurations.changed(line, "\(key.name) = \(key.entry.example)")
        let problems = Configurations.problems(example)
        #expect(problems.isEmpty, "\(problems)")
    }

    @Test(arguments: SettingsKey.allCases)
    func `the reader takes a key for missing only where the table says so`(
        key: SettingsKey
    ) throws {
        let line = try #require(Self.line(of: key, in: Configurations.whole))
        let problems = Configurations.problems(Configurations.changed(line, ""))
        let isRefused = problems.contains {
            $0.key == key.rawValue && $0.message.en.text.hasPrefix("is missing")
        }
        #expect(isRefused == (key.entry.absence == .refused), "\(problems)")
    }

    @Test(arguments: SettingsKey.allCases)
    func `the reader keeps within the bounds of the table`(key: SettingsKey) throws {
        guard case .number(let bounds) = key.entry.form else { return }
        let line = try #require(Self.line(of: key, in: Configurations.whole))
        for (number, isRefused) in [
            (bounds.lowerBound, false), (bounds.upperBound, false), (bounds.lowerBound - 1, true),
            (bounds.upperBound + 1, true),
        ] {
            let source = Configurations.changed(line, "\(key.name) = \(number)")
            #expect(Configurations.problems(source).isEmpty != isRefused, "\(number)")
        }
    }

    /// `make docs` writes it.
    @Test func `the reference is the one that the table gives`() throws {
        let file = Self.checkout.appending(path: "docs/configuration.md")
        if ProcessInfo.processInfo.environment["EINZELPOST_WRITE_DOCS"] != nil {
            try Data(ConfigurationReference.text.utf8).write(to: file)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(written == ConfigurationReference.text, "run: make docs")
    }

    @Test func `every key stands in the example, in use or behind a #, and no other`() throws {
        let file = Self.checkout.appending(path: "Examples/einzelpost.toml")
        var keys: [String] = []
        var section = ""
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if let match = line.firstMatch(of: #/^\[([a-z]+)\]/#) { section = String(match.1) }
            guard let match = line.firstMatch(of: #/^(?:# )?([a-z_]+) = /#) else { continue }
            keys.append("\(section).\(match.1)")
        }
        #expect(keys.sorted() == SettingsKey.allCases.map(\.rawValue).sorted())
    }

    /// The line of a configuration on which a key stands.
    private static func line(of key: SettingsKey, in source: String) -> String? {
        var section = ""
        for line in source.split(separator: "\n") {
            if line.hasPrefix("[") { section = String(line.dropFirst().dropLast()) }
            if section == key.section, line.hasPrefix("\(key.name) = ") { return String(line) }
        }
        // Two ways to give a secret exclude each other.
        return switch key {
        // It fits the password that stands there.
        case .relayLogin: Self.line(of: .relayCAFile, in: source)
        case .relayPasswordVariable, .relayPasswordCredential, .relayTokenFile, .relayTokenCommand:
            Self.line(of: .relayPasswordFile, in: source)
        case .stateOfficeKeyCredential: Self.line(of: .stateOfficeKeyFile, in: source)
        default: nil
        }
    }
}
