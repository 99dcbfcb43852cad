import MailCore
import MailTransport
import TestSupport
import Testing

/// Relays that say no in the middle of a body, and take the message all the same.
///
/// Our dot has left by then: body and dot travel in one write.
struct SecondReplyTests {
    private static let refusals = ["421 4.3.2 going down", "452 4.3.1 no room", "554 5.7.1 spam"]

    @Test(arguments: [["PIPELINING"], []], refusals)
    func `taken after a no, a message is unknown`(
        capabilities: [String],
        refusal: String
    ) async throws {
        var script = RelayScript(.at(.body, number: 1, .answer(refusal)))
        script.capabilities = capabilities
        let relay = try ScriptedRelay(script)
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let log = PhaseLog()
        let submission = await connection.submit(
            sampleMessage(to: "a@example.org"),
            announcing: nil
        ) { log.note($0) }
        await connection.close()
        #expect(submission.verdict == .unknown(.contradiction))
        #expect(submission.isConnectionOver)
        #expect(log.phases == [.began, .bodyFinished])
        #expect(relay.accepted.count == 1)
    }

    @Test(arguments: refusals)
    func `with an envelope behind it as well`(refusal: String) async throws {
        let relay = try ScriptedRelay(RelayScript(.at(.body, number: 1, .answer(refusal))))
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let (first, second) = (
            sampleMessage(to: "a@example.org"), sampleMessage(to: "b@example.org")
        )
        let submission = await connection.submit(first, announcing: second) { _ in }
        #expect(submission.verdict == .unknown(.contradiction))
        let after = await connection.submit(second, announcing: nil) { _ in }
        await connection.close()
        #expect(after.verdict == .deferred(.connectionLost))
        #expect(relay.accepted.map(\.recipients) == [["a@example.org"]])
    }

    @Test(arguments: [["PIPELINING"], []], refusals)
    func `a no that is the last word counts`(
        capabilities: [String],
        refusal: String
    ) async throws {
        var script = RelayScript(.at(.dot, number: 1, .answer(refusal)))
        if refusal.hasPrefix("421") {
            script = RelayScript(.at(.dot, number: 1, .answer(refusal), .close))
        }
        script.capabilities = capabilities
        let relay = try ScriptedRelay(script)
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let submission = await connection.submit(
            sampleMessage(to: "a@example.org"),
            announcing: sampleMessage(to: "b@example.org")
        ) { _ in }
        await connection.close()
        #expect(submission.verdict.reply.map { "\($0.code)" } == "\(refusal.prefix(3))")
        #expect(submission.verdict.event != .lost)
    }
}
