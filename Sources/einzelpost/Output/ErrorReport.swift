import ArgumentParser
import MailCampaign
import MailCore

/// Why a command failed, for scripts; beside the exit code.
struct ErrorReport {
    let status: ExitStatus
    /// What happened, where, and what to do next.
    let message: Printable
    /// Each thing that is wrong by itself, if there are several.
    let problems: [String]
    /// For people.
    let words: Printable

    init(status: ExitStatus, message: Printable, problems: [String], words: Printable? = nil) {
        self.status = status
        self.message = message
        self.problems = problems
        self.words = words ?? "einzelpost: " + message
    }

    var json: JSON {
        [
            "error": [
                "code": .text(status.word), "message": .text(message),
                "problems": .list(problems.map { .text($0) }),
            ]
        ]
    }
}

extension ErrorReport {
    /// Nil for an error that is not ours.
    init?(_ error: any Error) {
        guard let status = ExitStatus(error) else { return nil }
        let message = (error as? any PrintableError)?.words ?? Printable("\(error)" as String)
        self.init(status: status, message: message, problems: Self.problems(in: error))
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
