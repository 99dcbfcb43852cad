/// What a campaign will send, to whom and why not to the others: one class for every row, one
/// message for every person.
package struct CampaignPlan: Sendable {
    package let rows: [ClassifiedRow]
    /// In the order of sending: the earliest appointment first.
    package let messages: [PlannedMessage]
    /// What the guard asks a person about; its rows are of class `needsDecision`.
    package let questions: [ValueQuestion]
    /// What whoever approves must see: people of the campaign whom the letter itself names.
    ///
    /// Never personal data.
    package let warnings: [PlanWarning]

    /// The number of rows in each class; zeros included, so that the sum is always whole.
    package var classes: [RowClass: Int] { rows.classCounts }

    /// Addresses on more than one message.
    package var sharedAddresses: Int {
        var counts: [String: Int] = [:]
        for message in messages {
            counts[message.recipient.address.comparisonKey, default: 0] += 1
        }
        return counts.count { $0.value > 1 }
    }
}

extension [ClassifiedRow] {
    /// Computed from the rows, never counted along the way.
    package var classCounts: [RowClass: Int] {
        var counts = Dictionary(uniqueKeysWithValues: RowClass.allCases.map { ($0, 0) })
        for row in self { counts[row.rowClass, default: 0] += 1 }
        return counts
    }
}

/// One message of a plan: who gets it, and the digest of what it says.
package struct PlannedMessage: Sendable {
    package let id: MessageID
    package let recipient: Recipient
    /// Of the rendered message, without its date.
    package let digest: Digest

    /// The rows it answers.
    package var rows: Set<Int> { Set(recipient.appointments.map(\.row)) }
}
