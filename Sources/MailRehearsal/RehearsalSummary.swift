/// What the server has seen so far.
package struct RehearsalSummary: Equatable, Sendable {
    /// Transactions that were accepted with a 250 to the final dot and kept, if keeping is on.
    package internal(set) var transactions = 0
    /// The most recipients that one of these transactions had; 1 keeps promise P1.
    package internal(set) var maximumRecipientsPerTransaction = 0
    /// Connections opened since the start, closed ones included.
    package internal(set) var connections = 0
    /// The octets of all these messages together, after unstuffing.
    package internal(set) var totalBytes = 0

    package init() {}
}
