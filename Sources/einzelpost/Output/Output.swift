import MailCampaign
import MailCore

/// The one place where text and JSON are told apart.
enum Output {
    /// Prints the result of a command, which must happen once, and ends the command as it says.
    static func conclude(_ result: some Presentable, as format: OutputFormat) throws {
        for note in result.notes { Terminal.complain(note) }
        show(result, as: format)
        try result.conclusion.end()
    }

    /// Prints the result of a command or of one of its steps.
    static func show(_ result: some Presentable, as format: OutputFormat) {
        switch format {
        case .text: Terminal.show(result.text)
        case .json: Terminal.show(result.jsonText)
        }
    }

    /// Prints the result of a command that has written something elsewhere: people are told beside
    /// standard output.
    static func note(_ result: some Presentable, as format: OutputFormat) {
        switch format {
        case .text: Terminal.complain(result.text)
        case .json: Terminal.show(result.jsonText)
        }
    }

    /// Prints what somebody has to see before they are asked something, or watch; JSON is one
    /// object, printed at the end, so the text goes to standard error then.
    static func showBefore(_ text: Sentence, as format: OutputFormat) {
        switch format {
        case .text: Terminal.show(text)
        case .json: if Terminal.inputIsTerminal { Terminal.complain(text) }
        }
    }
}
