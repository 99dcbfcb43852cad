import Foundation
import TestSupport
import Testing

/// docs/commands.md names every command with every option of its own, and no other.
struct CommandReferenceTests {
    private static let common: Set = [
        "config", "state", "templates", "format", "language", "version", "help",
    ]

    @Test func `the reference has the commands and options of the program`() throws {
        var options: [String: Set<String>] = [:]
        for command in try DumpedHelp.commands() {
            options[command.commandName] = command.longOptions.subtracting(Self.common)
        }
        #expect(options.count > 10)
        let page = URL(filePath: "\(Checkout.root)/docs/commands.md")
        #expect(try Self.documented(in: String(contentsOf: page, encoding: .utf8)) == options)
    }

    @Test func `the README's table has every command`() throws {
        let page = URL(filePath: "\(Checkout.root)/README.md")
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("| `inspect FILE`") })
        let named = lines[start...].prefix { $0.hasPrefix("|") }.compactMap { line in
            line.firstMatch(of: /^\| `([a-z]+)/).map { String($0.1) }
        }
        #expect(Set(named) == (try DumpedHelp.names()))
    }

    /// The options in the first column of the table behind each `### command`.
    private static func documented(in page: String) -> [String: Set<String>] {
        var options: [String: Set<String>] = [:]
        var command: String?
        for line in page.split(separator: "\n") {
            if line.hasPrefix("## ") { command = nil }
            if line.hasPrefix("### ") { command = String(line.dropFirst(4)) }
            guard let command else { continue }
            options[command] = options[command] ?? []
            guard line.hasPrefix("| `--") else { continue }
            let cell = line.dropFirst().replacing("\\|", with: " ").prefix { $0 != "|" }
            for match in cell.matches(of: /--([a-z-]+)/) {
                options[command, default: []].insert(String(match.1))
            }
        }
        return options
    }
}
