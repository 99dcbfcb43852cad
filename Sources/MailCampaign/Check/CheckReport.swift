import MailCore
import MailJournal

/// What was looked at before a campaign, and found in order.
package struct CheckReport {
    /// Everything but the relay.
    package let findings: [(subject: String, finding: String)]

    /// - Throws: the first thing that is not in order.
    package init(of workspace: Workspace) throws {
        let names = workspace.templates.names
        for name in names { _ = try workspace.letter(template: name) }
        let state = workspace.journal.directory.path
        let signing = try workspace.signingKey()
        let made = signing.isNew ? " (made now; keep a copy of the file)" : ""
        findings = [
            ("configuration", "\(workspace.file.path) is complete"),
            ("templates", names.isEmpty ? "there are none" : names.joined(separator: ", ")),
            ("state_directory", "\(state) is safe, and the journal opens"),
            ("signing_key", signing.key.publicKey + made),
        ]
    }
}
