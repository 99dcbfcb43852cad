import ArgumentParser
import MailCampaign
import MailCore
import Synchronization

/// What was typed, checked by the library that knows what it means.
enum Usage {
    /// What was last found wrong, in both languages; ArgumentParser keeps a text alone.
    private static let found = Mutex<Sentence?>(nil)

    /// What a message of ArgumentParser is in both languages; nil for one of its own.
    static func flaw(_ message: String) -> Sentence? {
        found.withLock { $0 }.flatMap { $0.en.text == message ? $0 : nil }
    }

    /// ArgumentParser takes its own errors alone for wrong usage.
    ///
    /// - Throws: `ValidationError` with the words of an error of ours.
    @discardableResult
    static func check<Value>(_ make: () throws -> Value) throws -> Value {
        do { return try make() } catch {
            guard let report = ErrorReport(error) else { throw error }
            found.withLock { $0 = report.message }
            throw ValidationError(report.message.en.text)
        }
    }

    /// What ArgumentParser says of a command line, which is English but for its frame.
    ///
    /// - Parameters:
    ///   - message: What is wrong.
    ///   - whole: The same, with how the command is used.
    /// - Returns: For people.
    static func words(_ message: String, in whole: String) -> Sentence {
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
        let use = lines.drop { !$0.hasPrefix("Usage: ") }.joined(separator: "\n")
            .replacing("Usage: ", with: "Aufruf: ")
            .replacing(/See '([^']*)' for more information\./) { "Mehr dazu: \($0.1)" }
        let what =
            flaw(message).map { Sentence(same: "\($0)") }
            ?? Sentence(
                en: "\(Printable(lines: message))",
                de: "Diesen Befehl versteht das Programm so nicht (\(Printable(lines: message)))"
            )
        return Sentence(
            en: "\(Printable(lines: whole))",
            de: "Fehler: \(what)\n\(Printable(lines: use))"
        )
    }
}
