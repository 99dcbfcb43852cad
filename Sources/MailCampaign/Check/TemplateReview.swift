import MailCore

/// Reads message templates as the people who get them will; needs no journal.
package struct TemplateReview: Sendable {
    package let reports: [LintReport]

    /// - Parameters:
    ///   - names: The templates; all of them if there is none.
    ///   - places: Where they are.
    ///   - surroundings: Who reads.
    /// - Throws: `ConfigurationError`, `SettingsError`, `TemplateError`.
    package init(
        of names: [String],
        at places: AuthorityPlaces,
        in surroundings: Surroundings
    ) throws {
        let file = try ConfigurationFile(named: places.configuration, in: surroundings)
        let settings = file.settings
        let folder = try TemplateFolder(option: places.templates, in: file, surroundings)
        reports = try (names.isEmpty ? folder.names : names).map { name in
            let letter = try Letter(
                template: Template(folder.source(name)),
                authority: settings.authority
            )
            return LintReport(
                template: name,
                findings: Linter.findings(in: letter, allowedHosts: settings.allowedHosts)
            )
        }
    }

    /// Whether a campaign may be planned with every one of them.
    package var isOK: Bool { reports.allSatisfy(\.isOK) }
}
