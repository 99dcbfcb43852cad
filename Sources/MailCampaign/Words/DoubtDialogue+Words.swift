import MailCore
import MailJournal

extension DoubtDialogue.Doubt {
    /// What is in doubt, and why.
    ///
    /// - Parameters:
    ///   - number: The how many-th it is.
    ///   - total: Of how many.
    /// - Returns: A few lines.
    func words(number: Int, of total: Int) -> Sentence {
        let place = Sentence(
            en: "\nIn doubt, \(number) of \(total): ",
            de: "\nIm Zweifel, \(number) von \(total): "
        )
        switch self {
        case .value(let value):
            return place + Sentence.rows(value.question.rows)
                + Sentence(same: "\n  \(value.question.words.words)")
        case .row(let question): return place + Self.words(of: question.row)
        }
    }

    private static func words(of row: RowRecord) -> Sentence {
        let start = row.start.map { Sentence(same: ", \($0.words)") } ?? .empty
        let why = row.explanationWords.joined(separator: Sentence(same: " "))
        return Sentence(
            en: "row \(row.row) of the file\(start)\n  \(why)",
            de: "Zeile \(row.row) der Datei\(start)\n  \(why)"
        )
    }

    /// The choices that there are, each by its number.
    var prompt: Sentence {
        let numbered = choices.enumerated().map { place, choice in
            Sentence(same: "  \(place + 1) \(choice.words)")
        }.lines
        let later = DoubtDialogue.Choice.later.words
        return Sentence(
            en: "\(numbered)\nNumber (Enter: \(later)): ",
            de: "\(numbered)\nNummer (Eingabetaste: \(later)): "
        )
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

    static var hint: Sentence {
        Sentence(
            en: "Please type one of the numbers, or nothing to leave it for later.",
            de: "Bitte tippen Sie eine der Nummern ein, oder nichts, um es für später zu lassen."
        )
    }

    static var startPrompt: Sentence {
        Sentence(
            en: "When does the appointment begin (as 16.03.2021 09:10)? ",
            de: "Wann beginnt der Termin (so: 16.03.2021 09:10)? "
        )
    }
}

extension DoubtDialogue.Choice {
    var words: Sentence {
        switch self {
        case .fine:
            Sentence(
                en: "it is meant as it stands: e-mail as planned",
                de: "so ist es gemeint: E-Mail wie geplant"
            )
        case .phone: Sentence(en: "no e-mail, somebody calls", de: "keine E-Mail, jemand ruft an")
        case .leaveOut:
            Sentence(
                en: "no e-mail, reached another way",
                de: "keine E-Mail, auf anderem Weg zu erreichen"
            )
        case .address:
            Sentence(
                en: "e-mail to an address that the person has given",
                de: "E-Mail an eine Adresse, die die Person genannt hat"
            )
        case .later: Sentence(en: "leave it for later", de: "für später lassen")
        }
    }
}

extension DecisionReport {
    /// What has just been decided, in one line.
    var shortWords: Sentence {
        let rows = Sentence.rows((outcome.changed + outcome.unchanged).map(\.row).sorted())
        return Sentence(en: "  Kept, for \(rows).", de: "  Festgehalten, für \(rows).")
    }
}

extension Sentence {
    /// `row 7`, `rows 1, 2, … (30 in all)`.
    static func rows(_ rows: [Int]) -> Sentence {
        let shown = rows.prefix(12).map { "\($0)" }.joined(separator: ", ")
        let more =
            rows.count > 12
            ? Sentence(en: ", … (\(rows.count) in all)", de: ", … (insgesamt \(count: rows.count))")
            : .empty
        return rows.count == 1
            ? Sentence(en: "row \(shown)\(more)", de: "Zeile \(shown)\(more)")
            : Sentence(en: "rows \(shown)\(more)", de: "Zeilen \(shown)\(more)")
    }
}

extension YesOrNo {
    static var hint: Sentence {
        Sentence(en: "Please answer yes or no.", de: "Bitte antworten Sie mit ja oder nein.")
    }
}
