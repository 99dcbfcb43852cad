package import MailCore
package import MailJournal

/// What became of rows that a person has decided.
///
/// No personal data.
package struct DecisionReport {
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
