import Foundation
import MailJournal

/// What was looked at before a campaign, and found in order.
struct CheckReport {
    private let findings: [(subject: String, finding: String)]

    /// Everything but the relay.
    ///
    /// - Throws: the first thing that is not in order.
    init(of workspace: Workspace) throws {
        let names = workspace.templates.names
        for name in names { _ = try workspace.letter(template: name) }
        let state = workspace.journal.directory.path
        findings = [
            ("configuration", "\(workspace.file.path) is complete"),
            ("templates", names.isEmpty ? "there are none" : names.joined(separator: ", ")),
            ("state_directory", "\(state) is safe, and the journal opens"),
        ]
    }

    func show(relay: String, format: OutputFormat) {
        let all = findings + [("relay", relay)]
        switch format {
        case .json:
            let values = all.map { ($0.subject, JSON.text($0.finding)) } + [("ok", .bool(true))]
            Terminal.show(JSON.object(Dictionary(uniqueKeysWithValues: values)).formatted)
        case .text:
            for (subject, finding) in all {
                let label = subject.replacing("_", with: " ")
                    .padding(toLength: 16, withPad: " ", startingAt: 0)
                Terminal.show("ok  \(label) \(finding)")
            }
        }
    }
}
