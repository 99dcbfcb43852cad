import MailCampaign
import MailCore

extension DoubtAnswer {
    /// The field at which an error is said; nil for one that is not about what was typed.
    func field(of error: any Error) -> String? {
        switch error {
        case is UnclearRequest: return "wahl"
        case WrongRequest.address, Refusal.madeUpAddress, Refusal.addressNeedsSMTPUTF8:
            return "adresse"
        case WrongRequest.unclearStart, WrongRequest.noStart: return "beginn"
        case let error as DecisionError: return Self.field(of: error)
        default: return nil
        }
    }

    private static func field(of error: DecisionError) -> String? {
        switch error {
        case .shared, .notShared: "mit"
        case .ownAddress, .collective, .toldBefore, .alreadyTold, .notWritable, .guarded, .over:
            "adresse"
        case .startNeeded, .startKnown, .startOutside: "beginn"
        case .noPhone, .leftover, .halfKnown, .nothingKept, .getsMessage: "wahl"
        case .noSuchRow, .noSuchValue, .begun, .erased: nil
        }
    }
}
