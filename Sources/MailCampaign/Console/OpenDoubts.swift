package import MailCore
import MailJournal

/// Everything of a campaign that waits for a person's word; values first, since one answer settles many rows.
struct OpenDoubts {
    let all: [DoubtDialogue.Doubt]

    init(of campaign: String, in workspace: Workspace) throws {
        let report = try PlanReport(
            campaign,
            in: workspace.journal,
            zone: workspace.settings.timeZone
        )
        let values = report.values.filter { !$0.answers.isEmpty }
        let rows = report.questions.filter { question in
            !values.contains { $0.question.rows.contains(question.row.row) }
        }
        all = values.map(DoubtDialogue.Doubt.value) + rows.map(DoubtDialogue.Doubt.row)
    }
}

/// One of them, as a page asks it.
package struct DoubtQuestion: Sendable {
    /// What can be chosen; the raw values stand in forms.
    package enum Choice: String, CaseIterable, Sendable {
        case fine, phone, leaveOut = "leave-out", address
    }

    /// `w2` for a value, `z17` for a row.
    package let name: String
    /// Where it stands in the file.
    package let rows: [Int]
    /// What is in doubt, and why.
    package let words: Sentence
    package let choices: [Choice]
    /// Whether an address alone says too little, since nobody knows when the appointment begins.
    package let needsStart: Bool

    init(_ doubt: DoubtDialogue.Doubt) {
        switch doubt {
        case .value(let value):
            name = "w\(value.number)"
            rows = value.question.rows
            words = value.question.words.words
            choices = [.fine, .phone, .leaveOut]
            needsStart = false
        case .row(let question):
            let row = question.row
            name = "z\(row.row)"
            rows = [row.row]
            let start = row.start.map { Sentence(same: "\($0.words). ") } ?? .empty
            words = start + row.explanationWords.joined(separator: Sentence(same: " "))
            choices = question.answers.map { answer in
                switch answer {
                case .phone: .phone
                case .leaveOut: .leaveOut
                case .send: .address
                }
            }
            needsStart = row.start == nil
        }
    }

    /// Everything that waits.
    package static func all(of campaign: String, in workspace: Workspace) throws -> [DoubtQuestion]
    {
        try OpenDoubts(of: campaign, in: workspace).all.map(DoubtQuestion.init)
    }
}

extension DoubtQuestion.Choice {
    /// The same words as on a terminal.
    package var words: Sentence {
        switch self {
        case .fine: DoubtDialogue.Choice.fine.words
        case .phone: DoubtDialogue.Choice.phone.words
        case .leaveOut: DoubtDialogue.Choice.leaveOut.words
        case .address: DoubtDialogue.Choice.address.words
        }
    }
}

extension Sentence {
    /// `row 7`, `rows 1, 2, … (30 in all)`.
    package static func rowNumbers(_ rows: [Int]) -> Sentence { .rows(rows) }
}
