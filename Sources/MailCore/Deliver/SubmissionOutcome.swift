/// How far a submission came, and what came back there: all that a verdict rests on.
package struct SubmissionOutcome: Hashable, Sendable {
    /// The furthest step that was taken.
    package enum Stage: Hashable, Sendable, CaseIterable {
        /// MAIL (or the RSET before it) was written, or could not be.
        case sender
        /// RCPT was written.
        case recipient
        /// DATA was written.
        case data
        /// The relay answered 354; not one byte of the final dot was handed to the kernel.
        case body
        /// At least one byte of the final dot was handed to the kernel.
        case finalDot
    }

    /// What came back for that step.
    package enum Answer: Hashable, Sendable {
        /// A complete reply. For `sender`, `recipient` and `data` one that stops the submission,
        /// for `body` one that nobody had asked for.
        case reply(Reply)
        /// End of file or reset, before a complete reply.
        case connectionLost
        case timeout
        /// Bytes that are no reply.
        case notAReply
        /// To the final dot: the relay said no, and then answered once more, so that the first may have been
        /// said in the middle of the body.
        case contradiction
    }

    package let stage: Stage
    package let answer: Answer

    package init(_ stage: Stage, _ answer: Answer) {
        self.stage = stage
        self.answer = answer
    }
}
