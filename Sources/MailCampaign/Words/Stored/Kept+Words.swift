import MailCore

extension Kept {
    /// What people are told; of an older campaign, the sentence that was kept then.
    var words: Sentence {
        switch self {
        case .fact(let fact): fact.words
        case .sentence(let text): Sentence(stored: text)
        }
    }
}

extension [Kept<RowReason>] {
    /// For scripts, in the order of the sentences; null for one that was kept as a sentence.
    var codesJSON: JSON { .list(map { .text($0.code) }) }
}
