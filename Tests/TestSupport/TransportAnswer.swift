package import MailCore

/// What a scripted relay makes of one submission, and when.
package struct TransportAnswer: Hashable, Sendable {
    package let verdict: Verdict
    /// Whether the final dot left before the verdict came.
    package let isAfterTheDot: Bool

    package init(_ verdict: Verdict, afterTheDot: Bool) {
        self.verdict = verdict
        isAfterTheDot = afterTheDot
    }

    package static let accepted = TransportAnswer(
        .accepted(Reply(code: 250, enhancedCode: "2.0.0")),
        afterTheDot: true
    )
    /// No such mailbox: the answer to `RCPT`.
    package static let refused = TransportAnswer(
        .refused(Reply(code: 550, enhancedCode: "5.1.1")),
        afterTheDot: false
    )
    /// The content does not please: the answer to the final dot.
    package static let refusedAfterTheDot = TransportAnswer(
        .refused(Reply(code: 554, enhancedCode: "5.7.1")),
        afterTheDot: true
    )
    /// Greylisted: the answer to `RCPT`.
    package static let deferred = TransportAnswer(
        .deferred(.reply(Reply(code: 450, enhancedCode: "4.2.0"))),
        afterTheDot: false
    )
    /// Try again: the answer to the final dot.
    package static let deferredAfterTheDot = TransportAnswer(
        .deferred(.reply(Reply(code: 451, enhancedCode: "4.3.0"))),
        afterTheDot: true
    )
    /// The connection ended in the body.
    package static let lost = TransportAnswer(.deferred(.connectionLost), afterTheDot: false)
    /// The connection ended behind the final dot.
    package static let unknown = TransportAnswer(.unknown(.connectionLost), afterTheDot: true)

    /// A negative reply to `MAIL`.
    package static func relayFault(_ code: Int) -> TransportAnswer {
        TransportAnswer(.deferred(.relayFault(Reply(code: code))), afterTheDot: false)
    }
}
