/// Where an approved campaign is to go.
package enum SendRequest: Hashable, Sendable {
    case relay
    /// The built-in mail server, which keeps the messages in a folder if there is one.
    case rehearsal(folder: String?)
    /// The authority itself, with the letter of a row, or the first one.
    case test(address: String, row: Int?)

    /// - Throws: `UnclearRequest` if messages for the relay are to be kept, if a rehearsal is to wait, or if a test
    ///   mail is to be something else besides.
    package init(
        rehearse: Bool,
        folder: String?,
        hour: String?,
        test: String? = nil,
        row: Int? = nil
    ) throws(UnclearRequest) {
        guard test != nil || row == nil else { throw .rowWithoutTest }
        if let test {
            guard !rehearse, hour == nil, folder == nil else { throw .testAlone }
            self = .test(address: test, row: row)
            return
        }
        guard rehearse || folder == nil else { throw .outputWithoutRehearsal }
        guard !rehearse || hour == nil else { throw .hourOfRehearsal }
        self = rehearse ? .rehearsal(folder: folder) : .relay
    }
}
