/// Tells a refusal of one recipient from one of the sender or the session.
///
/// Relays use the same words to refuse a mailbox and to refuse our own login, sender or quota. Nothing is
/// booked on a person before a second opinion: the same refusal again, after the relay has taken
/// somebody else's message in between. When several recipients in a row get the same refusal and
/// nothing is taken in between, it is not about them.
///
/// A relay that refuses a share p of all recipients in the same doubtful words says so to n of them in
/// a row with the chance p to the power of n: with 3, one time in a thousand for a list of which a tenth
/// is refused. Then a campaign stops that need not have; nobody is blamed either way.
package struct SecondOpinion: Sendable {
    /// What a doubtful refusal is taken for.
    package enum Opinion: Hashable, Sendable {
        /// Of this recipient or message: it may be booked.
        case recipient
        /// Not known yet: the message is tried again later.
        case open
        /// Of the sender or the session: nobody must be blamed, and sending must stop.
        case session(Witness)
    }

    /// Who says that it is not about one recipient.
    package enum Witness: Hashable, Sendable {
        /// So many different ones in a row.
        case recipients(Int)
        /// The sender's own address, which was asked about to find that out.
        case probe
    }

    /// So many different recipients in a row.
    package static let crowd = 3

    private struct Suspicion {
        let name: String
        /// Whether the relay has taken a message of somebody else since.
        var isOthersTaken = false
    }

    private var suspicions: [Int64: Suspicion] = [:]
    private var run: (name: String, messages: Set<Int64>) = ("", [])

    package init() {}

    /// Takes a doubtful refusal.
    ///
    /// - Parameters:
    ///   - reply: What the relay said.
    ///   - message: The message's number in the journal.
    /// - Returns: What to make of it.
    package mutating func judge(_ reply: Reply, of message: Int64) -> Opinion {
        let name = reply.name
        if let earlier = suspicions[message], earlier.name == name, earlier.isOthersTaken {
            suspicions[message] = nil
            return .recipient
        }
        suspicions[message] = Suspicion(name: name)
        if run.name != name { run = (name, []) }
        run.messages.insert(message)
        return run.messages.count >= Self.crowd ? .session(.recipients(run.messages.count)) : .open
    }

    /// The relay has taken a message: it does not mean everybody.
    package mutating func noteAccepted() {
        run = ("", [])
        for message in suspicions.keys { suspicions[message]?.isOthersTaken = true }
    }

    /// Whether the message has been refused in these words before, and nobody else's was taken since:
    /// waiting longer for a second opinion makes no sense.
    package func isRepeated(_ reply: Reply, of message: Int64) -> Bool {
        suspicions[message]?.name == reply.name
    }

    /// Judges by what the relay says of the sender's own address, asked right behind the refused
    /// recipient: refused alike, it is not about that recipient.
    package func opinion(on reply: Reply, probed: Reply) -> Opinion {
        if (200..<300).contains(probed.code) { return .recipient }
        return probed.name == reply.name ? .session(.probe) : .open
    }
}
