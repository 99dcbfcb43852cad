package import MailCore

/// A program of the office's that is run for what it prints; no shell reads its words.
package struct OutsideCommand: Sendable {
    /// The program's whole path, and its arguments.
    package let words: [String]
    /// All that it is given.
    package let environment: [String: String]
    /// Then it is ended.
    package let seconds = 60
    /// More than that is no token.
    package let mostOctets = 65_536

    /// What came of it.
    package enum Ending: Sendable {
        case printed([UInt8])
        case failed(Failure)
    }

    package typealias Failure = CommandFailure
}
