extension Verdict {
    /// The one place that decides what became of a submission.
    ///
    /// Before the final dot a loss is certainly no acceptance, after it it is in doubt; a complete
    /// reply settles both. A person is blamed (`refused`) only for a reply that can be about them.
    package init(_ outcome: SubmissionOutcome) {
        self =
            switch (outcome.stage, outcome.answer) {
            case (.sender, .reply(let reply)): Self.refusalOfSender(reply)
            case (.recipient, .reply(let reply)), (.data, .reply(let reply)): Self.refusal(reply)
            case (.body, .reply(let reply)): Self.interruption(reply)
            case (.finalDot, .reply(let reply)): Self.final(reply)
            case (.finalDot, .connectionLost): .unknown(.connectionLost)
            case (.finalDot, .timeout): .unknown(.timeout)
            case (.finalDot, .notAReply): .unknown(.notAReply)
            case (.finalDot, .contradiction): .unknown(.contradiction)
            case (.sender, _), (.recipient, _), (.data, _), (.body, _): .deferred(.connectionLost)
            }
    }

    /// Whether the connection ended with this submission, so that no other can follow on it.
    package var endsConnection: Bool {
        switch self {
        case .accepted, .refused, .deferred(.reply): false
        case .deferred(.doubtfulRefusal(let reply)): Self.concernsSession(reply)
        case .deferred(.connectionLost), .deferred(.sessionEnded), .deferred(.relayFault),
            .unknown:
            true
        }
    }

    /// No recipient has been named yet.
    private static func refusalOfSender(_ reply: Reply) -> Verdict {
        isNegative(reply) ? .deferred(.relayFault(reply)) : .deferred(.connectionLost)
    }

    /// A reply that is no refusal, yet not the one the step needs, belongs to another command: the
    /// connection is out of step, and nobody is to blame.
    private static func refusal(_ reply: Reply) -> Verdict {
        guard isNegative(reply) else { return .deferred(.connectionLost) }
        if reply.code == 421 { return .deferred(.sessionEnded(reply)) }
        return concernsSession(reply)
            ? .deferred(.doubtfulRefusal(reply)) : refusalOfMessage(reply)
    }

    private static func refusalOfMessage(_ reply: Reply) -> Verdict {
        reply.code >= 500 ? .refused(reply) : .deferred(.reply(reply))
    }

    /// RFC 5321 section 4.1.1.4 has the relay answer after the dot only.
    ///
    /// Who speaks earlier gives up on the session (421) or is out of step; neither may be booked on
    /// a recipient.
    private static func interruption(_ reply: Reply) -> Verdict {
        isNegative(reply) ? .deferred(.sessionEnded(reply)) : .deferred(.connectionLost)
    }

    /// Any 2xx is an acceptance (RFC 5321 section 4.2.1), not 250 alone.
    ///
    /// A 3xx settles nothing.
    private static func final(_ reply: Reply) -> Verdict {
        switch reply.code {
        case 200..<300: .accepted(reply)
        case 421: .deferred(.sessionEnded(reply))
        case 400..<600: refusalOfMessage(reply)
        default: .unknown(.notAReply)
        }
    }

    private static func isNegative(_ reply: Reply) -> Bool { (400..<600).contains(reply.code) }

    /// Before the body.
    ///
    /// 500, 502 and 503 are about commands, 530, 534, 535 and 538 about the login and its encryption
    /// (RFC 4954 section 6): the connection is of no more use.
    private static func concernsSession(_ reply: Reply) -> Bool {
        [500, 502, 503, 530, 534, 535, 538].contains(reply.code)
    }
}
