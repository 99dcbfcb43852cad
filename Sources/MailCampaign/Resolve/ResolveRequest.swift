/// What somebody has found out about messages, as they said it.
package struct ResolveRequest: Hashable, Sendable {
    let messages: [String]
    /// Rows that the messages answer.
    let rows: [Int]
    let ruling: Resolution.Ruling

    /// - Throws: `UnclearRequest` if it is not one ruling, or about no message.
    package init(
        messages: [String],
        rows: [Int],
        accepted: Bool,
        resend: Bool
    ) throws(UnclearRequest) {
        guard accepted != resend else { throw .ruling }
        guard !messages.isEmpty || !rows.isEmpty else { throw .noMessage }
        self.rows = rows
        self.messages = messages
        ruling = accepted ? .accepted : .resend
    }
}
