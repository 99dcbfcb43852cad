package import MailCore

extension LintReport {
    /// One line for each finding.
    package var text: Sentence {
        findings.isEmpty
            ? Sentence(en: "\(template): no findings", de: "\(template): keine Befunde")
            : findings.map { Sentence(same: "\(template)/\($0.words)") }.lines
    }
}
