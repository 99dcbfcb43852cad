import MailCore
import MailTransport
import Synchronization
import TestSupport

/// Limits for tests whose relay answers: far too long to matter, short enough to end.
let patient = timeouts(.seconds(20))

/// Limits for tests whose relay falls silent.
let impatient = timeouts(.milliseconds(150))

private func timeouts(_ duration: Duration) -> RelayTimeouts {
    var timeouts = RelayTimeouts()
    timeouts.connect = .seconds(20)
    timeouts.sender = duration
    timeouts.recipient = duration
    timeouts.data = duration
    timeouts.block = duration
    timeouts.finalDot = duration
    timeouts.farewell = duration
    return timeouts
}

/// The relay as configured for a server on loopback, in clear text.
func loopback(port: Int, login: Login? = nil, clientName: ClientName? = nil) -> Relay {
    Relay(
        host: "127.0.0.1",
        port: port,
        security: .none,
        login: login,
        clientName: clientName
    )
}

/// An open connection to a scripted relay.
func connect(
    to relay: ScriptedRelay,
    timeouts: RelayTimeouts = patient
) async throws -> RelayConnection {
    let connection = RelayConnection(to: loopback(port: relay.port), timeouts: timeouts)
    _ = try await connection.open()
    return connection
}

/// Submits messages one after the other, announcing each to its predecessor, on a new connection where one
/// is over.
func submitAll(_ messages: [OutgoingMessage], toPort port: Int) async throws -> [Verdict] {
    func connect() async throws -> RelayConnection {
        let connection = RelayConnection(to: loopback(port: port), timeouts: patient)
        _ = try await connection.open()
        return connection
    }
    var verdicts: [Verdict] = []
    var connection = try await connect()
    for (index, message) in messages.enumerated() {
        let submission = await connection.submit(
            message,
            announcing: messages.dropFirst(index + 1).first
        ) { _ in }
        verdicts.append(submission.verdict)
        guard submission.isConnectionOver else { continue }
        await connection.close()
        connection = try await connect()
    }
    await connection.close()
    return verdicts
}

extension RelayConnection {
    /// Submits messages one after the other, announcing each to its predecessor.
    func submitAll(_ messages: [OutgoingMessage], announcing: Bool = true) -> [Verdict] {
        var verdicts: [Verdict] = []
        for (index, message) in messages.enumerated() {
            let next = announcing ? messages.dropFirst(index + 1).first : nil
            verdicts.append(verdict(on: message, announcing: next) { _ in })
        }
        return verdicts
    }

    /// Submits one message, for tests that do not look at its receipt.
    func verdict(
        on message: OutgoingMessage,
        announcing next: OutgoingMessage?,
        phase: @escaping @Sendable (SubmissionPhase) -> Void
    ) -> Verdict {
        submit(message, announcing: next, phase: phase).verdict
    }
}

/// What a submission reported, in order.
final class PhaseLog: Sendable {
    private let kept = Mutex<[SubmissionPhase]>([])

    var phases: [SubmissionPhase] { kept.withLock { $0 } }

    func note(_ phase: SubmissionPhase) { kept.withLock { $0.append(phase) } }
}

extension Verdict {
    /// Code of an acceptance.
    var acceptedCode: Int? { if case .accepted(let reply) = self { reply.code } else { nil } }

    /// Code of a refusal.
    var refusedCode: Int? { if case .refused(let reply) = self { reply.code } else { nil } }

    /// Code of a 4xx reply to the message.
    var deferredCode: Int? {
        if case .deferred(.reply(let reply)) = self { reply.code } else { nil }
    }

    /// Code of a reply that blames the relay.
    var faultCode: Int? {
        switch self {
        case .deferred(.relayFault(let reply)), .deferred(.sessionEnded(let reply)): reply.code
        default: nil
        }
    }
}
