import MailCore

/// What the linter says of one template.
struct LintReport {
    let template: String
    let findings: [LintFinding]

    /// Warnings alone keep nothing back.
    var isOK: Bool { !findings.contains { $0.severity == .error } }

    var json: JSON {
        [
            "template": .text(template), "ok": .bool(isOK),
            "findings": .list(
                findings.map { finding in
                    [
                        "rule": .text(finding.rule.rawValue),
                        "severity": .text(finding.severity.rawValue),
                        "file": .text(finding.file),
                        "line": finding.line.map { .number($0) } ?? .null,
                        "message": .text(finding.message), "advice": .text(finding.advice),
                    ]
                }
            ),
        ]
    }

    var text: String {
        findings.isEmpty
            ? "\(template): no findings"
            : findings.map { "\(template)/\($0)" }.joined(separator: "\n")
    }
}
