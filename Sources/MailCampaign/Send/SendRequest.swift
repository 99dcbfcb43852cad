/// Where an approved campaign is to go.
package enum SendRequest: Hashable, Sendable {
    case relay
    /// The built-in mail server, which keeps the messages in a folder if there is one.
    case rehearsal(folder: String?)

    /// - Throws: `UnclearRequest` if messages for the relay are to be kept, or a rehearsal is to wait.
    package init(rehearse: Bool, folder: String?, hour: String?) throws(UnclearRequest) {
        guard rehearse || folder == nil else { throw .outputWithoutRehearsal }
        guard !rehearse || hour == nil else { throw .hourOfRehearsal }
        self = rehearse ? .rehearsal(folder: folder) : .relay
    }
}
