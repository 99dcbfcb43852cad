package import MailCore

extension LintReport {
    /// One line for each finding.
    package var text: Printable {
        findings.isEmpty
            ? "\(template): no findings"
            : findings.map { "\(template)/\($0)" as Printable }.joined(separator: "\n")
    }
}
