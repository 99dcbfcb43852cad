import Foundation
import Glibc
import MailCore

/// Standard output for results, standard error for everything else.
///
/// Nothing else writes there, and nothing but `Printable` is written.
enum Terminal {
    /// The result of a command, for scripts.
    static func show(_ text: Printable) {
        write(text.text + "\n", to: STDOUT_FILENO)
    }

    /// The result of a command, for people.
    static func show(_ sentence: Sentence) { show(spoken(sentence)) }

    /// What a person should know while a command runs, and errors.
    static func complain(_ sentence: Sentence, as priority: LogPriority = .notice) {
        let text = priority.mark(spoken(sentence).text, isJournal: Live.errorsGoToJournal)
        write(text + "\n", to: STDERR_FILENO)
    }

    /// What a person should know besides the result.
    static func note(_ note: Sentence?) {
        if let note { complain(note) }
    }

    /// Text on standard error without a line end.
    static func prompt(_ sentence: Sentence) {
        write(spoken(sentence).text, to: STDERR_FILENO)
    }

    /// What somebody at the terminal answers; nil if nobody sits there.
    static func ask(_ question: Sentence) -> String? {
        guard inputIsTerminal else { return nil }
        prompt(question)
        return readLine()
    }

    /// One line on standard error, in the place of the one before.
    static func showBar(_ line: Sentence) {
        write("\r\u{1B}[K" + spoken(line).text, to: STDERR_FILENO)
    }

    /// The one place where a language is chosen.
    static func spoken(_ sentence: Sentence) -> Printable {
        sentence[SpokenLanguage.ofThisRun]
    }

    /// Whether one line can be shown in the place of another.
    static var hasBar: Bool {
        errorIsTerminal && Live.terminal != "dumb"
    }

    /// How many characters fit into one line.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// How many lines the screen has.
    static var lines: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
        return Int(size.ws_row)
    }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            sent += count
        }
    }
}
