package import MailCore
package import MailJournal

/// What became of rows that a person has decided.
///
/// No personal data.
package struct DecisionReport {
    /// Where one row is written to.
    package struct Given: Hashable, Sendable {
        package let row: Int
        /// Masked.
        package let address: String
        /// The row of somebody else who has the address, too.
        package let sharedWith: Int?
    }

    /// Nil if no address was given.
    package let given: Given?
    package let outcome: DecisionRecord
    package let campaign: String
    /// The campaign's digest now.
    package let digest: Digest
    /// Whether it must be approved as it is now.
    package let isAnother: Bool
    /// Rows that still wait.
    package let undecided: Int
    package let status: StatusReport
    /// Every row of the campaign, to see which share a message.
    package let rows: [RowRecord]
}
