import ArgumentParser
import TestSupport

@testable import einzelpost

/// What the program makes of a command line, without being started: help, or why it is refused.
///
/// Nothing is run but what only prints help.
enum CommandLineText {
    struct Answer {
        let text: String
        let status: Int32
    }

    /// - Parameter line: Its words are divided by blanks, nothing else is special.
    /// - Returns: What is printed; nil if the command would be run.
    static func of(_ line: String) -> Answer? {
        do {
            var command = try Einzelpost.parseAsRoot(line.split(separator: " ").map(String.init))
            // Every command of ours is asynchronous, what prints help is not.
            guard !(command is any AsyncParsableCommand) else { return nil }
            try command.run()
            return nil
        } catch {
            return Answer(
                text: Einzelpost.fullMessage(for: error),
                status: Einzelpost.exitCode(for: error).rawValue
            )
        }
    }
}
