package import MailCore

/// Why something failed.
package struct ErrorReport {
    package let conclusion: Conclusion
    /// What happened, where, and what to do next.
    package let message: Printable
    /// Each thing that is wrong by itself, if there are several.
    package let problems: [String]
    /// For people.
    package let words: Printable

    package init(
        _ conclusion: Conclusion,
        message: Printable,
        problems: [String],
        words: Printable? = nil
    ) {
        self.conclusion = conclusion
        self.message = message
        self.problems = problems
        self.words = words ?? "einzelpost: " + message
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
            message: "a fault of the program: \("\(type(of: error))" as String)",
            problems: []
        )
    }

    /// Nil for an error that is not ours.
    package init?(_ error: any Error) {
        guard let conclusion = Conclusion(error) else { return nil }
        let message = (error as? any PrintableError)?.words ?? Printable("\(error)" as String)
        self.init(conclusion, message: message, problems: Self.problems(in: error))
    }

    private static func problems(in error: any Error) -> [String] {
        switch error {
        case Refusal.journalChanged(let changes): changes
        case Refusal.proofFails(_, let failures): failures
        case Refusal.template(let report, _): report.findings.map(\.description)
        default: []
        }
    }
}
