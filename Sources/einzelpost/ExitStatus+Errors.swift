import MailCampaign
import MailCore
import MailImport
import MailJournal
import MailSending

extension ExitStatus {
    /// The exit status of every error that a use case or a library throws; nil for an error of the
    /// command line itself, which ArgumentParser reports.
    init?(_ error: any Error) {
        switch error {
        case is Refusal, is ResolveError: self = .refused
        case is ConfigurationError, is SettingsError, is TemplateError: self = .configuration
        case is WrongRequest, is CommandLineError, is UnknownCampaign, is UnknownMessage:
            self = .usage
        case is ScheduleError, is NotAProof: self = .input
        case is RelayError, is SenderNotTaken: self = .relay
        case is JournalError: self = .state
        case let error as FileError: self.init(error)
        case let error as PlanError: self.init(error)
        case let error as StateDirectoryError: self.init(error)
        case let error as WithdrawError: self.init(error)
        case let error as DecisionError: self.init(error)
        default: return nil
        }
    }

    private init(_ error: FileError) {
        switch error {
        case .missing, .notPlain, .changedWhileRead: self = .input
        case .isThere, .draftLeft, .cannotBeCreated: self = .usage
        case .notWritten, .folderNotCreated, .messageNotWritten: self = .state
        }
    }

    private init(_ error: PlanError) {
        switch error {
        case .notWritable: self = .input
        case .guarded: self = .refused
        }
    }

    private init(_ error: WithdrawError) {
        switch error {
        case .noSuchRow: self = .usage
        case .noMessage, .tooLate: self = .refused
        }
    }

    private init(_ error: DecisionError) {
        if case .noSuchRow = error { self = .usage } else { self = .refused }
    }

    private init(_ error: StateDirectoryError) {
        switch error {
        case .unsafe: self = .state
        case .inUse: self = .busy
        }
    }
}

extension ExitStatus {
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
        case .asked, .relayFailed, .setAside, .refusals: self = .stopped
        case .safety: self = .refused
        case .journal: self = .state
        case .relayUnreachable: self = .relay
        }
    }

    /// A command that has done what it was asked for, but leaves something to people.
    static func done(_ needsDecision: Bool) -> ExitStatus { needsDecision ? .needsDecision : .done }

    /// A check that was made.
    static func checked(_ isOK: Bool) -> ExitStatus { isOK ? .done : .refused }
}
