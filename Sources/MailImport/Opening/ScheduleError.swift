package import MailCore

/// Why a file cannot be used at all (exit code 65).
///
/// Never personal data.
package struct ScheduleError: PrintableError, Hashable, Sendable {
    /// The line in a text editor, from 1; nil when the whole file is meant.
    package let line: Int?
    /// The row as a spreadsheet numbers it; nil when the whole file is meant.
    package let row: Int?
    /// What is wrong, where, and what to do next.
    package let message: Sentence
    /// What a person must say; nil where there is no answer but another file.
    package let question: FileQuestion?

    package init(line: Int? = nil, row: Int? = nil, message: Sentence) {
        (self.line, self.row, self.message, question) = (line, row, message, nil)
    }

    package init(_ question: FileQuestion, line: Int? = nil, row: Int? = nil) {
        (self.line, self.row, self.question) = (line, row, question)
        message = question.words
    }

    package var words: Sentence {
        switch (row, line) {
        case (let row?, let line?):
            Sentence(
                en: "row \(row), line \(line): \(message)",
                de: "Zeile \(row), Textzeile \(line): \(message)"
            )
        case (nil, let line?):
            Sentence(en: "line \(line): \(message)", de: "Textzeile \(line): \(message)")
        default: message
        }
    }
}
