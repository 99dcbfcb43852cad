package import MailCore

/// A column that is discarded before anything is kept, and why.
package struct DiscardedColumn: Hashable, Sendable {
    /// Why a column is discarded, beyond not being needed.
    package enum Reason: Coded {
        /// Its header is on the deny list.
        case header(kind: DeniedColumn)
        /// Its header was taken for a field, but its cells hold something else.
        case content(kind: ContentKind)
    }

    /// As the file writes it; `column N` where it is empty.
    package let header: String
    /// Nil for a column that is simply not needed.
    package let reason: Reason?

    package init(header: String, reason: Reason?) {
        self.header = header
        self.reason = reason
    }
}

extension DiscardedColumn.Reason: Worded {
    /// To follow the header.
    package var words: Sentence {
        switch self {
        case .header(let kind): Sentence(en: "named like \(kind)", de: "heißt wie \(kind)")
        case .content(let kind): Sentence(en: "its cells hold \(kind)", de: "enthält \(kind)")
        }
    }
}
