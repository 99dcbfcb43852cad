/// What somebody has found out about messages, as they said it.
package struct ResolveRequest: Hashable, Sendable {
    let messages: [String]
    /// Rows that the messages answer.
    let rows: [Int]
    /// Whether every message that is unknown is meant.
    package let isAboutAll: Bool
    let ruling: Resolution.Ruling

    /// - Throws: `UnclearRequest` if it is not one ruling, or about no message, or about all and some.
    package init(
        messages: [String],
        rows: [Int],
        all: Bool = false,
        accepted: Bool,
        resend: Bool
    ) throws(UnclearRequest) {
        guard accepted != resend else { throw .ruling }
        let isNamed = !messages.isEmpty || !rows.isEmpty
        guard isNamed || all else { throw .noMessage }
        guard !isNamed || !all else { throw .allAndSome }
        self.rows = rows
        isAboutAll = all
        self.messages = messages
        ruling = accepted ? .accepted : .resend
    }
}
