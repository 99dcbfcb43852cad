package import MailCore

/// One connection of a `TransportScript`; watches that it is used as the protocol says.
final class ScriptedTransport: MessageTransport {
    private let script: TransportScript
    private let line: Int

    init(_ script: TransportScript, line: Int) {
        self.script = script
        self.line = line
    }

    func open() async throws -> RelaySession {
        await script.reach(.opening)
        if let error = script.open(line) { throw error }
        return .sample
    }

    func submit(
        _ message: OutgoingMessage,
        announcing next: OutgoingMessage?,
        phase: @escaping @Sendable (SubmissionPhase) -> Void
    ) async -> Submission {
        let attempt = script.begin(message, announcing: next?.id, on: line)
        await script.reach(.called)
        phase(.began)
        await script.reach(.began)
        let answer = await script.answer(attempt)
        if answer.isAfterTheDot {
            phase(.bodyFinished)
            await script.reach(.bodyFinished)
        }
        script.end(attempt, answer)
        await script.reach(.decided)
        if answer.isAfterTheDot, let reply = answer.verdict.reply {
            phase(.replied(code: reply.code, enhancedCode: reply.enhancedCode))
            await script.reach(.replied)
        }
        return Submission(verdict: answer.verdict, receipt: script.receipt(for: message, answer))
    }

    func probe(_ sender: EmailAddress) async -> Reply? { script.probed }

    func close() async {
        script.close(line)
        await script.reach(.closed)
    }
}

extension RelaySession {
    /// What a made relay says of itself.
    package static let sample: RelaySession = .init(
        relay: "mail.kreis.example:587",
        pipelining: true,
        smtpUTF8: false,
        sizeLimit: nil,
        encrypted: true,
        loggedIn: false
    )
}
