import MailCampaign
import MailCore
import MailJournal

extension Failure {
    /// The exit status of every error the libraries throw; nil for an error of the command line
    /// itself, which ArgumentParser reports.
    init?(_ error: any Error) {
        switch error {
        case let error as Failure: self = error
        case let error as SettingsError: self.init(.configuration, "\(error)")
        case let error as TemplateError: self.init(.configuration, "\(error)")
        case let error as ScheduleError: self.init(.input, "\(error)")
        case let error as PlanError: self.init(error)
        case let error as RelayError: self.init(.relay, "\(error)")
        case let error as StateDirectoryError: self.init(error)
        case let error as JournalError: self.init(.state, "\(error)")
        case let error as UnknownCampaign: self.init(.usage, "\(error)")
        case let error as UnknownMessage: self.init(.usage, "\(error)")
        case let error as NotAProof: self.init(.input, "\(error)")
        case let error as ResolveError: self.init(.refused, "\(error)")
        case let error as WithdrawError: self.init(error)
        case let error as DecisionError: self.init(error)
        default: return nil
        }
    }

    private init(_ error: PlanError) {
        switch error {
        case .notWritable: self.init(.input, "\(error)")
        case .guarded: self.init(.refused, "\(error)")
        }
    }

    private init(_ error: WithdrawError) {
        switch error {
        case .noSuchRow: self.init(.usage, "\(error)")
        case .noMessage, .tooLate: self.init(.refused, "\(error)")
        }
    }

    private init(_ error: DecisionError) {
        if case .noSuchRow = error {
            self.init(.usage, "\(error)")
        } else {
            self.init(.refused, "\(error)")
        }
    }

    private init(_ error: StateDirectoryError) {
        switch error {
        case .unsafe: self.init(.state, "\(error)")
        case .inUse: self.init(.busy, "\(error)")
        }
    }
}
