/// A column that is discarded before anything is kept, and why.
package struct DiscardedColumn: Hashable, Sendable {
    /// Why a column is discarded, beyond not being needed.
    package enum Reason: Hashable, Sendable {
        /// Its header is on the deny list.
        case header(DeniedColumn)
        /// Its header was taken for a field, but its cells hold something else.
        case content(ContentKind)
    }

    /// As the file writes it; `column N` where it is empty.
    package let header: String
    /// Nil for a column that is simply not needed.
    package let reason: Reason?

    package init(header: String, reason: Reason?) {
        self.header = header
        self.reason = reason
    }

    /// The reason in plain words, to follow the header; nil for a column that is not needed.
    package var plainReason: String? {
        switch reason {
        case .header(let kind): "named like \(kind.plainWords)"
        case .content(let kind): "its cells hold \(kind.plainWords)"
        case nil: nil
        }
    }
}
