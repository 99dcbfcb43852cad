package import MailCore
import MailJournal

/// What was looked at before a campaign, and found in order.
package struct Readiness {
    /// The configuration's path.
    package let configuration: String
    package let templates: [String]
    /// The state directory's path.
    package let stateDirectory: String
    /// The key store's path.
    package let keyStore: String
    package let key: AuthorityKey
    /// Whether the key was made just now.
    package let isKeyNew: Bool
    package let relay: RelayFinding
    /// Nil if nobody asked.
    package let links: LinkReport?

    /// Whether nothing is wrong; warnings alone are not.
    package var isFine: Bool { links?.isFine ?? true }

    /// Looks at everything, and makes the authority's key if there is none yet.
    ///
    /// - Parameters:
    ///   - workspace: The authority.
    ///   - visitingPages: Whether the imprint and the privacy page are visited, too.
    /// - Returns: What was found.
    /// - Throws: the first thing that is not in order.
    package static func check(
        _ workspace: Workspace,
        visitingPages: Bool
    ) async throws -> Readiness {
        let names = workspace.templates.names
        for name in names { _ = try workspace.letter(template: name) }
        let signing = try workspace.signingKey()
        let relay = try await RelayFinding(in: workspace)
        let links = visitingPages ? await LinkCheck(workspace: workspace).run() : nil
        return Readiness(
            configuration: workspace.file.path,
            templates: names,
            stateDirectory: workspace.journal.directory.path,
            keyStore: workspace.journal.keyStorePath,
            key: signing.key,
            isKeyNew: signing.isNew,
            relay: relay,
            links: links
        )
    }
}
