/// Why sending stopped before the end, or does not go on.
package indirect enum PauseReason: Coded {
    /// The operator asked.
    case asked
    /// No connection could be had.
    case unconnected(trouble: RelayTrouble)
    case connectionLost
    /// With the relay's reply.
    case sessionEnded(reply: String)
    case sessionRefused(reply: String)
    case senderRefused(reply: String)
    /// So many times in a row; and in how many minutes, where that is more than one.
    case again(what: PauseReason, times: Int, minutes: Int?)
    /// Refused with the same reply, so that it may mean the sender: so many recipients, or one and then the
    /// sender's own address.
    case manyRecipients(count: Int, reply: String)
    case ownAddress(reply: String)
    case manyRefused(refused: Int, last: Int)
    /// The relay hung up on these again and again; the first rows of them.
    case setAside(messages: Int, rows: [Int])
    case notSent(row: Int, fault: SafetyFault)
    /// Something else was written than what was planned.
    case written(row: Int, fault: ReceiptFault)
    case tooLarge(row: Int, octets: Int, limit: Int)
    /// What was left when sending ended is unknown.
    case leftUnknown
    /// So many are unknown now; never kept, since it changes with each ruling.
    case unknown(messages: Int)
    /// A person said that messages shall go once more.
    case goesAgain
    case olderJournal
    /// Nobody could write down why; never kept.
    case programEnded

    private enum CodingKeys: String, CodingKey {
        case asked, unconnected
        case connectionLost = "connection-lost"
        case sessionEnded = "session-ended"
        case sessionRefused = "session-refused"
        case senderRefused = "sender-refused"
        case again
        case manyRecipients = "many-recipients"
        case ownAddress = "own-address"
        case manyRefused = "many-refused"
        case setAside = "set-aside"
        case notSent = "not-sent"
        case written
        case tooLarge = "too-large"
        case leftUnknown = "left-unknown"
        case unknown
        case goesAgain = "goes-again"
        case olderJournal = "older-journal"
        case programEnded = "program-ended"
    }
}

/// Why a message was not sent although it was its turn.
package enum SafetyFault: Coded {
    case notApproved, notPlanned
    case guarded(finding: GuardFinding)
    case notWritable(error: RenderError)

    private enum CodingKeys: String, CodingKey {
        case notApproved = "not-approved"
        case notPlanned = "not-planned"
        case guarded
        case notWritable = "not-writable"
    }
}

/// What was written although it must not have been.
package enum ReceiptFault: Coded {
    case recipients(count: Int)
    case anotherRecipient, anotherMessage

    private enum CodingKeys: String, CodingKey {
        case recipients
        case anotherRecipient = "another-recipient"
        case anotherMessage = "another-message"
    }
}
