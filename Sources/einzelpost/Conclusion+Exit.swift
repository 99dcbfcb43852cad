import ArgumentParser
import MailCampaign

extension Conclusion {
    /// Ends a command with this exit code; `done` returns.
    func end() throws {
        if self != .done { throw ExitCode(rawValue) }
    }
}
