/// Something in a template that must not, or should not, go out.
package struct LintFinding: Codable, Hashable, Sendable {
    /// Whether it keeps a campaign from being planned.
    package enum Severity: String, Codable, Hashable, Sendable {
        case error, warning
    }

    package let rule: LintRule
    package let severity: Severity
    /// `template.toml`, `message.txt` or `message.html`.
    package let file: String
    /// From 1; nil when the whole file is meant.
    package let line: Int?
    package let fault: LintFault

    package init(
        _ rule: LintRule,
        _ severity: Severity = .error,
        file: String,
        line: Int? = nil,
        _ fault: LintFault
    ) {
        self.rule = rule
        self.severity = severity
        self.file = file
        self.line = line
        self.fault = fault
    }

    /// What is wrong, for scripts.
    package var message: String { fault.words.en.text }

    /// What to write instead, for scripts.
    package var advice: String { fault.advice.en.text }
}

extension LintFinding: Worded {
    /// With its place and the rule.
    package var words: Sentence {
        let place = line.map { "\(file):\($0)" } ?? file
        return Sentence(
            en: "\(place): \(severity.words) \(rule.rawValue): \(fault.words) \(fault.advice)",
            de: "\(place): \(severity.words) \(rule.rawValue): \(fault.words) \(fault.advice)"
        )
    }
}

extension LintFinding.Severity: Worded {
    package var words: Sentence {
        switch self {
        case .error: Sentence(en: "error", de: "Fehler")
        case .warning: Sentence(en: "warning", de: "Hinweis")
        }
    }
}

/// The rules of the content linter.
///
/// Their ids are stable: scripts and sign-offs name them.
package enum LintRule: String, CaseIterable, Codable, Comparable, Hashable, Sendable {
    case subjectWords = "C-01"
    case bodyWords = "C-02"
    case leftovers = "C-03"
    case appointmentFacts = "C-04"
    case weekday = "C-05"
    case imprint = "C-06"
    case links = "C-07"
    case remoteContent = "C-08"
    case sameFacts = "C-09"
    case size = "C-10"
    case firstWords = "C-11"
    case phoneNumbers = "C-12"
    case languages = "C-13"
    case staffNames = "C-14"
    case subjectLength = "C-15"
    case wholeWords = "C-16"
    case subjectTone = "C-17"
    case plainMarkup = "C-18"
    case sameWords = "C-19"
    case documentLanguage = "A-02"

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
