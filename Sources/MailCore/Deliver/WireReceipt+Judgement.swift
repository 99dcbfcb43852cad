extension WireReceipt {
    /// What was written although it must not have been; nil if it was this message to this person.
    ///
    /// The last wall, behind everything that checks a message before it is written: sending stops
    /// at the first one it says no to.
    ///
    /// - Parameters:
    ///   - planned: Whom the plan names.
    ///   - approved: The digest of the message that was approved.
    ///   - isWhole: Whether the relay has answered the final dot; a body that was cut short has
    ///     none, so nobody gets it.
    /// - Returns: What it was, without personal data.
    package func fault(
        besides planned: EmailAddress,
        _ approved: Digest,
        isWhole: Bool
    ) -> ReceiptFault? {
        if recipients > 1 { return .recipients(count: recipients) }
        if recipients == 1, recipient?.comparisonKey != planned.comparisonKey {
            return .anotherRecipient
        }
        guard isWhole, digest != approved else { return nil }
        return .anotherMessage
    }
}
