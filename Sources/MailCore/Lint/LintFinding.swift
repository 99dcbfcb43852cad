/// Something in a template that must not, or should not, go out.
package struct LintFinding: Hashable, Sendable {
    /// Whether it keeps a campaign from being planned.
    package enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    package let rule: LintRule
    package let severity: Severity
    /// `template.toml`, `message.txt` or `message.html`.
    package let file: String
    /// From 1; nil when the whole file is meant.
    package let line: Int?
    /// What is wrong.
    package let message: String
    /// What to write instead.
    package let advice: String

    init(
        _ rule: LintRule,
        _ severity: Severity = .error,
        file: String,
        line: Int? = nil,
        _ message: String,
        advice: String
    ) {
        self.rule = rule
        self.severity = severity
        self.file = file
        self.line = line
        self.message = message
        self.advice = advice
    }
}

extension LintFinding: CustomStringConvertible {
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(severity.rawValue) \(rule.rawValue): \(message) \(advice)"
    }
}

/// The rules of the content linter.
///
/// Their ids are stable: scripts and sign-offs name them.
package enum LintRule: String, CaseIterable, Comparable, Hashable, Sendable {
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
    case documentLanguage = "A-02"

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// What the rule is for, in one line.
    package var purpose: String {
        switch self {
        case .subjectWords: "no health words in the subject: it shows on locked screens"
        case .bodyWords: "no vaccine, diagnosis, insurance or birth data in the text"
        case .leftovers: "nothing is left over from drafts, tests or spreadsheets"
        case .appointmentFacts: "date and time of every appointment stand in both parts"
        case .weekday: "a weekday and its date agree"
        case .imprint: "imprint, privacy notice, phone and channel are named in both parts"
        case .links: "links lead to the authority's own pages, encrypted, the same for everybody"
        case .remoteContent: "nothing is loaded, run, sent or tracked when the message is read"
        case .sameFacts: "text and HTML say the same"
        case .size: "the message is small enough to be shown whole"
        case .firstWords: "the first words say that nobody should come"
        case .phoneNumbers: "only the office's own phone numbers"
        case .languages: "every language says the same (not checked: a template has one language)"
        case .staffNames: "no names of staff"
        case .subjectLength: "the subject is short enough to be read"
        case .wholeWords: "a placeholder is a word of its own, so that the guard finds it"
        case .subjectTone: "the subject does not look like advertising"
        case .documentLanguage: "screen readers are told the language"
        }
    }
}
