import ArgumentParser
import Foundation
import MailCore
import MailJournal
import MailTransport

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks whether everything is ready. Sends nothing.",
        discussion: """
            Reads the configuration and every template, opens the state directory, and goes as \
            far as MAIL FROM with the relay: connection, TLS, login, sender. No message is sent.
            """
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let workspace = try Workspace(common)
        var findings = [
            "configuration": "\(workspace.file.path) is complete",
            "state directory": "\(workspace.journal.directory.path) is safe, the journal opens",
        ]
        let names = workspace.templates.names
        for name in names { _ = try workspace.letter(template: name) }
        findings["templates"] = names.isEmpty ? "there are none" : names.joined(separator: ", ")
        findings["relay"] = try await RelayCheck(workspace: workspace).run()
        let order = ["configuration", "templates", "state directory", "relay"]
        switch common.format {
        case .json:
            let json = JSON.object(
                findings.mapValues { .text($0) }.merging(["ok": .bool(true)]) { $1 }
            )
            Terminal.show(json.formatted)
        case .text:
            for name in order {
                let label = name.padding(toLength: 16, withPad: " ", startingAt: 0)
                Terminal.show("ok  \(label) \(findings[name] ?? "")")
            }
        }
    }
}
