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
    /// - Returns: In plain words, without personal data.
    package func fault(
        besides planned: EmailAddress,
        _ approved: Digest,
        isWhole: Bool
    ) -> String? {
        if recipients > 1 { return "\(recipients) recipients were written for it" }
        if recipients == 1, recipient?.comparisonKey != planned.comparisonKey {
            return "another recipient than its own was written for it"
        }
        guard isWhole, digest != approved else { return nil }
        return "something else than the approved message was written for it"
    }
}
