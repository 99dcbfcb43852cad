import MailCore

extension LintFinding {
    /// With its place and the rule.
    var words: Sentence {
        let place = line.map { "\(file):\($0)" } ?? file
        let (what, way) = (Sentence(stored: message), Sentence(stored: advice))
        return Sentence(
            en: "\(place): \(severity.rawValue) \(rule.rawValue): \(what) \(way)",
            de: "\(place): \(severity.word) \(rule.rawValue): \(what) \(way)"
        )
    }
}

extension LintFinding.Severity {
    fileprivate var word: Sentence {
        switch self {
        case .error: Sentence(en: "error", de: "Fehler")
        case .warning: Sentence(en: "warning", de: "Hinweis")
        }
    }
}
