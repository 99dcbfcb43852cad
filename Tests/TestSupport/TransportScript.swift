package import MailCore
import Synchronization

/// A relay that does what a test says and remembers everything.
///
/// Shared by all its connections. A submission it has no answer for ends the test program.
package final class TransportScript: Sendable {
    /// One submission.
    package struct Attempt: Hashable, Sendable {
        package let message: MessageID
        package let announced: MessageID?
        /// Of every byte, the `Date` field included.
        package let bytes: Digest
        /// The connection, numbered from 1 as they were made.
        package let line: Int
        /// Of all submissions, from 1.
        package let count: Int
        /// Of this message's submissions, from 1.
        package let ordinal: Int
    }

    /// Where a connection stands; tests may act or hold it there.
    package enum Moment: Hashable, Sendable, CaseIterable {
        case opening, called, began, bodyFinished
        /// The relay knows; its reply has not arrived.
        case decided
        case replied, closed
    }

    /// Everything that happened so far.
    package struct History: Sendable {
        package fileprivate(set) var attempts: [Attempt] = []
        /// How often the relay took each message; an `unknown` one counts, since it may have.
        package fileprivate(set) var taken: [MessageID: Int] = [:]
        /// The last verdict on each message.
        package fileprivate(set) var verdicts: [MessageID: Verdict] = [:]
        /// Where a sender has broken the rules of the protocol, in plain words.
        package fileprivate(set) var breaches: [String] = []
        package fileprivate(set) var openings = 0
        /// Connections that stand, each with the message it must be given next, if any.
        fileprivate var standing: [Int: MessageID?] = [:]
        fileprivate var inFlight: Set<MessageID> = []
        fileprivate var lines = 0

        package var connectionsLeftOpen: Int { standing.count }
    }

    private let history = Mutex(History())
    private let opening: @Sendable (Int) -> RelayError?
    private let answering: @Sendable (Attempt) async -> TransportAnswer
    private let moment: @Sendable (Moment) async -> Void
    /// What it says of the sender's own address.
    let probed: Reply?
    private let tampering: @Sendable (inout WireReceipt) -> Void

    /// - Parameters:
    ///   - opening: Why the connection of that number cannot be had; nil if it can.
    ///   - moment: Called wherever a connection stands.
    ///   - tampering: Makes the receipts tell of something else than was meant.
    ///   - probed: What it says of the sender's own address; nil if it hangs up instead.
    ///   - answering: What becomes of a submission.
    package init(
        opening: @escaping @Sendable (Int) -> RelayError? = { _ in nil },
        moment: @escaping @Sendable (Moment) async -> Void = { _ in },
        tampering: @escaping @Sendable (inout WireReceipt) -> Void = { _ in },
        probed: Reply? = Reply(code: 250, enhancedCode: "2.1.5"),
        answering: @escaping @Sendable (Attempt) async -> TransportAnswer = { attempt in
            preconditionFailure("the script has no answer for submission \(attempt.count)")
        }
    ) {
        self.opening = opening
        self.moment = moment
        self.tampering = tampering
        self.probed = probed
        self.answering = answering
    }

    package var past: History { history.withLock(\.self) }

    package func makeTransport() -> any MessageTransport {
        ScriptedTransport(
            self,
            line: history.withLock {
                $0.lines += 1
                return $0.lines
            }
        )
    }

    /// What a connection would have written.
    func receipt(for message: OutgoingMessage, _ answer: TransportAnswer) -> WireReceipt {
        var receipt = WireReceipt()
        receipt.note(recipients: [message.recipient])
        if answer.isAfterTheDot { receipt.note(message: message.bytes[...]) }
        tampering(&receipt)
        return receipt
    }

    func reach(_ moment: Moment) async { await self.moment(moment) }

    func open(_ line: Int) -> RelayError? {
        let number = history.withLock {
            $0.openings += 1
            return $0.openings
        }
        if let error = opening(number) { return error }
        history.withLock { $0.standing[line] = .some(nil) }
        return nil
    }

    func begin(_ message: OutgoingMessage, announcing next: MessageID?, on line: Int) -> Attempt {
        history.withLock { $0.begin(message, announcing: next, on: line) }
    }

    func answer(_ attempt: Attempt) async -> TransportAnswer { await answering(attempt) }

    func end(_ attempt: Attempt, _ answer: TransportAnswer) {
        history.withLock { $0.end(attempt, answer) }
    }

    func close(_ line: Int) {
        history.withLock { _ = $0.standing.removeValue(forKey: line) }
    }
}

extension TransportScript.History {
    fileprivate mutating func begin(
        _ outgoing: OutgoingMessage,
        announcing next: MessageID?,
        on line: Int
    ) -> TransportScript.Attempt {
        let message = outgoing.id
        if let due = standing[line] {
            if let due, due != message { breaches.append("another message was announced") }
        } else {
            breaches.append("a message was submitted on a connection that does not stand")
        }
        if !inFlight.insert(message).inserted { breaches.append("a message is out twice at once") }
        switch verdicts[message] {
        case .accepted, .unknown: breaches.append("a settled message went again")
        case .refused(let reply) where reply.isAboutMailbox:
            breaches.append("a refused message went again")
        case .refused, .deferred, nil: break
        }
        standing[line] = .some(next)
        let attempt = TransportScript.Attempt(
            message: message,
            announced: next,
            bytes: Digest(of: outgoing.bytes),
            line: line,
            count: attempts.count + 1,
            ordinal: attempts.count { $0.message == message } + 1
        )
        attempts.append(attempt)
        return attempt
    }

    fileprivate mutating func end(
        _ attempt: TransportScript.Attempt,
        _ answer: TransportAnswer
    ) {
        inFlight.remove(attempt.message)
        verdicts[attempt.message] = answer.verdict
        switch answer.verdict {
        case .accepted, .unknown: taken[attempt.message, default: 0] += 1
        case .refused, .deferred: break
        }
        if answer.verdict.endsConnection { standing.removeValue(forKey: attempt.line) }
    }
}
