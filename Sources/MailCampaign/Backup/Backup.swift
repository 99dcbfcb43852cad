import Crypto
import Foundation
package import MailCore
import MailJournal

/// Writes a copy of the journal from which an office can go on elsewhere; it names nobody, since it holds no
/// keys (docs/backup.md).
package struct Backup {
    private let workspace: Workspace

    /// - Parameter workspace: May be a copy that is looked at while another process is sending.
    package init(of workspace: Workspace) { self.workspace = workspace }

    /// What was written, and what a restore needs besides.
    package struct Result: Sendable {
        package let file: String
        package let octets: Int
        package let digest: MailCore.Digest
        package let campaigns: Int
        package let events: Int
        package let chainHead: String
        package let places: Places
    }

    /// What is not in a backup.
    package struct Places: Sendable {
        package let configuration: String
        /// Nil for those that came with the program.
        package let templates: String?
        package let signingKey: String
        /// Must not be kept beside a backup.
        package let keyStore: String
        /// The same.
        package let witness: String
    }

    /// Must come before the journal is opened, so that nothing is done in vain.
    package static func check(_ path: String) throws { try NewFile.check(path) }

    /// - Parameters:
    ///   - path: A new file.
    ///   - state: The state directory, also where a copy of it is looked at.
    /// - Returns: What it holds.
    /// - Throws: `JournalError`, `FileError`; then there is no file.
    package func write(to path: String, state: String) throws -> Result {
        let copy = try workspace.journal.backUp()
        try NewFile.write(copy.octets, to: path)
        return Result(
            file: path,
            octets: copy.octets.count,
            digest: MailCore.Digest(SHA256.hash(data: copy.octets)),
            campaigns: copy.campaigns,
            events: copy.events,
            chainHead: copy.chainHead,
            places: places(in: state)
        )
    }

    private func places(in state: String) -> Places {
        let file = workspace.file
        return Places(
            configuration: file.path,
            templates: workspace.templates.origin == .program ? nil : workspace.templates.path,
            signingKey: StateDirectory.signingKeyPath(in: state),
            keyStore: workspace.journal.keyStorePath,
            witness: file.witness
        )
    }
}
