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

    func show(relay: RelayCheck.Result, format: OutputFormat) {
        switch format {
        case .json: Terminal.show(json(relay).formatted)
        case .text: show(relay)
        }
    }

    private func json(_ relay: RelayCheck.Result) -> JSON {
        var values = findings.map { ($0.subject, JSON.text($0.finding)) }
        values += [
            ("relay", .text(relay.sentence)), ("tls", relay.tls?.json ?? .null),
            ("warnings", .list([relay.warning].compactMap(\.self).map { .text($0) })),
            ("ok", .bool(true)),
        ]
        return .object(Dictionary(uniqueKeysWithValues: values))
    }

    private func show(_ relay: RelayCheck.Result) {
        for (subject, finding) in findings { Self.show("ok", subject, finding) }
        Self.show("ok", "relay", relay.sentence)
        if let certificate = relay.certificate { Self.show("ok", "certificate", certificate) }
        if let warning = relay.warning { Self.show("!!", "warning", warning) }
    }

    private static func show(_ mark: String, _ subject: String, _ finding: String) {
        let label = subject.replacing("_", with: " ")
            .padding(toLength: 16, withPad: " ", startingAt: 0)
        Terminal.show("\(mark)  \(label) \(finding)")
    }
}
