extension WireReceipt {
    /// What was written although it must not have been; nil if it was this message to this person.
    ///
    /// The last wall, behind everything that checks a message before it is written: sending stops
    /// at the first one it says no to.
    package func fault(against message: OutgoingMessage) -> String? {
        if recipients > 1 { return "\(recipients) recipients were written for it" }
        if recipients == 1, recipient?.comparisonKey != message.recipient.comparisonKey {
            return "another recipient than its own was written for it"
        }
        guard octets > 0 else { return nil }
        // A body that was cut short has no final dot, so nobody gets it.
        guard octets >= message.bytes.count else { return nil }
        return octets == message.bytes.count && digest == message.digest
            ? nil : "something else than the approved message was written for it"
    }
}
