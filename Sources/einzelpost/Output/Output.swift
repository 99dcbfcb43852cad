import MailCore

/// What a command can print: the one place where text and JSON are told apart.
protocol Report {
    /// For people.
    var text: Printable { get }
    /// For scripts: one object.
    var jsonText: Printable { get }
}

/// A report whose JSON is written out here; a value that is missing is null.
protocol ShapedReport: Report {
    var json: JSON { get }
}

extension ShapedReport {
    var jsonText: Printable { Printable(json) }
}

enum Output {
    /// Prints the result of a command, which must happen once.
    static func show(_ report: some Report, as format: OutputFormat) {
        switch format {
        case .text: Terminal.show(report.text)
        case .json: Terminal.show(report.jsonText)
        }
    }

    /// Prints the result of a command that has written something elsewhere: people are told beside
    /// standard output.
    static func note(_ report: some Report, as format: OutputFormat) {
        switch format {
        case .text: Terminal.complain(report.text)
        case .json: Terminal.show(report.jsonText)
        }
    }

    /// Prints what somebody has to see before they are asked something, or watch; JSON is one
    /// object, printed at the end, so the text goes to standard error then.
    static func showBefore(_ text: Printable, as format: OutputFormat) {
        switch format {
        case .text: Terminal.show(text)
        case .json: if Terminal.inputIsTerminal { Terminal.complain(text) }
        }
    }
}
