import Foundation
import Testing

/// What swift-argument-parser tells of a program.
struct DumpedHelp: Decodable {
    let command: Command

    /// The program's commands, `help` left out.
    static func commands() throws -> [Command] {
        let help = try #require(CommandLineText.of("--experimental-dump-help")).text
        let program = try JSONDecoder().decode(Self.self, from: Data(help.utf8))
        return (program.command.subcommands ?? []).filter { $0.commandName != "help" }
    }

    static func names() throws -> Set<String> { Set(try commands().map(\.commandName)) }

    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
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
        let abstract: String?
        let discussion: String?
    }

    struct Name: Decodable {
        let kind: String
        let name: String
    }
}
