package import MailCore

/// Why something failed.
package struct ErrorReport {
    package let conclusion: Conclusion
    /// What happened, where, and what to do next.
    package let message: Sentence
    /// Each thing that is wrong by itself, if there are several.
    package let problems: [Sentence]
    /// For people.
    package let words: Sentence

    package init(
        _ conclusion: Conclusion,
        message: Sentence,
        problems: [Sentence],
        words: Sentence? = nil
    ) {
        self.conclusion = conclusion
        self.message = message
        self.problems = problems
        self.words = words ?? Sentence(same: "einzelpost: \(message)")
    }

    package var json: JSON { ["error": reason] }

    var reason: JSON {
        [
            "code": .text(conclusion.word), "message": .text(message),
            "problems": .list(problems.map { .text($0) }),
        ]
    }
}

extension ErrorReport {
    /// Of an error that nobody expected only the kind is told, since its text could hold personal data.
    package static func fault(_ error: any Error) -> ErrorReport {
        ErrorReport(
            .fault,
            message: Sentence(
                en: "a fault of the program: \("\(type(of: error))" as String)",
                de:
                    "Ein Fehler im Programm selbst (\("\(type(of: error))" as String)). Bitte melden Sie ihn der Systembetreuung"
            ),
            problems: []
        )
    }

    /// Nil for an error that is not ours.
    package init?(_ error: any Error) {
        guard let conclusion = Conclusion(error) else { return nil }
        let message = Sentence(telling: error)
        self.init(conclusion, message: message, problems: Self.problems(in: error))
    }

    private static func problems(in error: any Error) -> [Sentence] {
        switch error {
        case Refusal.journalChanged(let changes): changes.map { Sentence(stored: $0) }
        case Refusal.proofFails(_, let failures): failures.map { Sentence(stored: $0) }
        case Refusal.template(let report, _): report.findings.map(\.words)
        default: []
        }
    }
}
