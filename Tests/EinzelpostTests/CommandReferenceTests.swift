import Foundation
import TestSupport
import Testing

/// docs/commands.md names every command with every option of its own, and no other.
struct CommandReferenceTests {
    private static let common: Set = ["config", "state", "templates", "format", "version", "help"]

    @Test func `the reference has the commands and options of the program`() throws {
        let help = try #require(CommandLineText.of("--experimental-dump-help")).text
        let program = try JSONDecoder().decode(DumpedHelp.self, from: Data(help.utf8))
        var options: [String: Set<String>] = [:]
        for command in program.command.subcommands ?? [] where command.commandName != "help" {
            options[command.commandName] = command.longOptions.subtracting(Self.common)
        }
        #expect(options.count > 10)
        let page = URL(filePath: "\(Checkout.root)/docs/commands.md")
        #expect(try Self.documented(in: String(contentsOf: page, encoding: .utf8)) == options)
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

/// What swift-argument-parser tells of a program.
private struct DumpedHelp: Decodable {
    let command: Command

    struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?

        var longOptions: Set<String> {
            Set(
                (arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map(
                    \.name
                )
            )
        }
    }

    struct Argument: Decodable {
        let names: [Name]?
    }

    struct Name: Decodable {
        let kind: String
        let name: String
    }
}
