import MailCore
import MailJournal

extension DoubtDialogue.Doubt {
    /// What is in doubt, and why.
    ///
    /// - Parameters:
    ///   - number: The how many-th it is.
    ///   - total: Of how many.
    /// - Returns: A few lines.
    func words(number: Int, of total: Int) -> Printable {
        let place: Printable = "\nIn doubt, \(number) of \(total): "
        switch self {
        case .value(let value):
            let rows = value.question.rows
            let shown = rows.prefix(12).map { "\($0)" }.joined(separator: ", ")
            let more: Printable = rows.count > 12 ? ", … (\(rows.count) in all)" : ""
            return place
                + "\(rows.count == 1 ? "row" : "rows") \(shown)\(more)\n  \(value.question.words)"
        case .row(let question):
            let row = question.row
            let start: Printable = row.start.map { ", \($0.words)" } ?? ""
            return place + "row \(row.row) of the file\(start)\n  "
                + "\(row.explanations.joined(separator: " "))"
        }
    }

    /// The choices that there are, each by its number.
    var prompt: Printable {
        choices.enumerated().map { "  \($0.offset + 1) \($0.element.words)" as Printable }
            .joined(separator: "\n") + "\nNumber (Enter: \(DoubtDialogue.Choice.later.words)): "
    }

    /// What somebody means by a number, or by nothing; nil for anything else.
    func choice(in typed: String) -> DoubtDialogue.Choice? {
        let typed = typed.trimmed
        if typed.isEmpty { return .later }
        return Int(typed).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
    }

    private var choices: [DoubtDialogue.Choice] {
        switch self {
        case .value: [.fine, .phone, .leaveOut]
        case .row(let question):
            question.answers.map { answer in
                switch answer {
                case .phone: .phone
                case .leaveOut: .leaveOut
                case .send: .address
                }
            }
        }
    }

    static var hint: Printable {
        "Please type one of the numbers, or nothing to leave it for later."
    }

    static var startPrompt: Printable { "When does the appointment begin (as 16.03.2021 09:10)? " }
}

extension DoubtDialogue.Choice {
    var words: Printable {
        switch self {
        case .fine: "it is meant as it stands: e-mail as planned"
        case .phone: "no e-mail, somebody calls"
        case .leaveOut: "no e-mail, reached another way"
        case .address: "e-mail to an address that the person has given"
        case .later: "leave it for later"
        }
    }
}

extension DecisionReport {
    /// What has just been decided, in one line.
    var shortWords: Printable {
        let rows = (outcome.changed + outcome.unchanged).map(\.row).sorted()
        let shown = rows.prefix(12).map { "\($0)" }.joined(separator: ", ")
        let more: Printable = rows.count > 12 ? ", … (\(rows.count) in all)" : ""
        return "  Kept, for \(rows.count == 1 ? "row" : "rows") \(shown)\(more)."
    }
}

extension YesOrNo {
    static var hint: Printable { "Please answer yes or no." }
}
