package import MailCore

/// What the linter says of one template.
package struct LintReport: Hashable, Sendable {
    package let template: String
    package let findings: [LintFinding]

    /// Warnings alone keep nothing back.
    package var isOK: Bool { !findings.contains { $0.severity == .error } }
}
