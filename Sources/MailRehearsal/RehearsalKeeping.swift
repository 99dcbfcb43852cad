/// What the server keeps of an accepted transaction.
package enum RehearsalKeeping: Equatable, Sendable {
    /// Nothing; transactions are counted only.
    case nothing
    /// `NNNNNN.eml` and `NNNNNN.envelope.json` in this directory, which must exist, belong to
    /// this user, be closed to all others, and hold no messages of an earlier rehearsal.
    case messages(in: String)
}
