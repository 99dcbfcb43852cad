package import MailCore

/// What the linter says of one template.
package struct LintReport {
    package let template: String
    package let findings: [LintFinding]

    package init(template: String, findings: [LintFinding]) {
        self.template = template
        self.findings = findings
    }

    /// Warnings alone keep nothing back.
    package var isOK: Bool { !findings.contains { $0.severity == .error } }

    package var text: String {
        findings.isEmpty
            ? "\(template): no findings"
            : findings.map { "\(template)/\($0)" }.joined(separator: "\n")
    }
}
