import MailCore
import MailImport
import MailJournal
import MailSending

extension Conclusion {
    /// What every error means that a use case throws; nil for any other.
    package init?(_ error: any Error) {
        switch error {
        case is Refusal, is ResolveError: self = .refused
        case is ConfigurationError, is TokenError, is SettingsError, is TemplateError:
            self = .configuration
        case is WrongRequest, is UnclearRequest, is UnknownCampaign, is AmbiguousCampaign,
            is UnknownMessage:
            self = .usage
        case is ScheduleError, is NotAProof, is NotAMessage: self = .input
        case is RelayError, is SenderNotTaken: self = .relay
        case is JournalError, is MissingKeys: self = .state
        case is CountdownError: self = .busy
        case let error as ServingError: self.init(error)
        case is ThemeError: self = .configuration
        case let error as TestMailError: self = error.isUsage ? .usage : .refused
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
        case .missing, .notPlain, .unreadable, .changedWhileRead, .damagedArchive: self = .input
        case .isThere, .draftLeft, .cannotBeCreated, .folderNotSafe: self = .usage
        case .notWritten, .folderNotCreated, .messageNotWritten: self = .state
        }
    }

    private init(_ error: ServingError) {
        switch error {
        case .missing, .noSuchAccount: self = .configuration
        case .pathTooLong, .noFolder, .notASocket: self = .usage
        case .folderNotPrivate, .folderClosed, .notOfGroup: self = .state
        case .inUse: self = .busy
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
        case .noMessage, .tooLate, .mayBeTold: self = .refused
        }
    }

    private init(_ error: DecisionError) {
        switch error {
        case .noSuchRow, .noSuchValue: self = .usage
        default: self = .refused
        }
    }

    private init(_ error: StateDirectoryError) {
        switch error {
        case .unsafe: self = .state
        case .inUse: self = .busy
        }
    }
}

extension Conclusion {
    /// How sending ended.
    package init(_ outcome: SendingOutcome) {
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
}
