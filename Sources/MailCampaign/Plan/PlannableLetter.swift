import MailCore

/// A letter that may go out, as template files and configuration say now.
struct PlannableLetter {
    let letter: Letter
    /// The linter's warnings.
    let warnings: [Kept<PlanWarning>]

    /// - Throws: `ConfigurationError` or `TemplateError` for a template that is not there or cannot be read, and
    ///   `Refusal` with every error the linter finds.
    init(_ template: String, in workspace: Workspace) throws {
        letter = try workspace.letter(template: template)
        let report = LintReport(
            template: template,
            findings: Linter.findings(
                in: letter,
                allowedHosts: workspace.settings.allowedHosts
            )
        )
        guard report.isOK else { throw Refusal.template(report, .planning) }
        warnings = report.findings.map { .fact(.template(finding: $0)) }
    }
}
