import MailCore

extension Sentence {
    /// What an error says: in its own words, or in those that the layers below have for it.
    init(telling error: any Error) {
        switch error {
        case let error as any PrintableError: self = error.words
        default: self.init(stored: "\(error)")
        }
    }
}
