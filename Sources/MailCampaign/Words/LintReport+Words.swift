extension LintReport {
    /// One line for each finding.
    package var text: String {
        findings.isEmpty
            ? "\(template): no findings"
            : findings.map { "\(template)/\($0)" }.joined(separator: "\n")
    }
}
