import MailCore

extension LintReport {
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
}
