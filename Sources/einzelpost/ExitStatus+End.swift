import ArgumentParser
import MailCampaign
import MailSending

extension ExitStatus {
    /// Ends a command with this status; `done` returns.
    func end() throws {
        if self != .done { throw ExitCode(rawValue) }
    }

    /// The exit status for how sending ended.
    init(_ outcome: SendingOutcome) {
        switch outcome {
        case .done: self = .done
        case .needsDecision: self = .needsDecision
        case .stopped(let reason): self.init(reason)
        }
    }

    private init(_ reason: StopReason) {
        switch reason {
        case .asked, .relayFailed, .refusals: self = .stopped
        case .safety: self = .refused
        case .journal: self = .state
        case .relayUnreachable: self = .relay
        }
    }
}
