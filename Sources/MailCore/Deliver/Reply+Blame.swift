extension Reply {
    /// Whether it says that this mailbox is not there or takes nothing, and so can be about nobody
    /// and nothing else (RFC 3463 section 3.2 and 3.3).
    ///
    /// Every other refusal may be meant for the sender or the session as well: relays say 550 5.7.1 of
    /// both, and many send no enhanced code at all.
    package var isAboutMailbox: Bool {
        guard let enhancedCode, (550...554).contains(code) else { return false }
        return Self.mailboxCodes.contains(enhancedCode)
    }

    /// No such mailbox, no such domain, bad syntax, moved, no mail for it (RFC 7505), not found
    /// (Exchange); disabled, full.
    private static let mailboxCodes: Set<String> = [
        "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.2.2",
    ]
}
