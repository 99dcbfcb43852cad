import MailCore
import MailTransport
import TestSupport
import Testing

/// Connections that end, fall silent or talk nonsense, at every step of a submission.
struct BrokenConnectionTests {
    static let endings: [RelayScript.Step] = [.close, .reset]
    static let beforeBody: [RelayScript.Moment] = [.mail, .rcpt, .data]
    static let small = sampleMessage(to: "a@example.org")
    /// More than the kernel's buffers of both ends hold, so that a relay can stop it half-way.
    static let large = sampleMessage(to: "a@example.org", padding: 5_000_000)

    /// Submits one message; then one more, which must find the connection gone.
    private func submit(
        _ message: OutgoingMessage = small,
        to script: RelayScript,
        timeouts: RelayTimeouts = patient
    ) async throws -> (verdict: Verdict, phases: [SubmissionPhase], relay: ScriptedRelay) {
        let relay = try ScriptedRelay(script)
        let connection = try await connect(to: relay, timeouts: timeouts)
        let log = PhaseLog()
        let verdict = await connection.verdict(on: message, announcing: nil) { log.note($0) }
        if verdict.endsConnection {
            let late = await connection.verdict(on: message, announcing: nil) { _ in
                Issue.record("a phase on a dead connection")
            }
            #expect(late == .deferred(.connectionLost))
        }
        await connection.close()
        relay.stop()
        return (verdict, log.phases, relay)
    }

    @Test(arguments: beforeBody, endings)
    func `a connection lost before the body is certainly not accepted`(
        moment: RelayScript.Moment,
        ending: RelayScript.Step
    ) async throws {
        for capabilities in [["PIPELINING"], []] {
            var script = RelayScript(.at(moment, ending))
            script.capabilities = capabilities
            let result = try await submit(to: script)
            #expect(result.verdict == .deferred(.connectionLost))
            #expect(result.phases == [.began])
        }
    }

    @Test(arguments: endings)
    func `a connection lost in the middle of the body is certainly not accepted`(
        ending: RelayScript.Step
    ) async throws {
        let script = RelayScript(.at(.body, ending)).reading(withBuffer: 4_096)
        let result = try await submit(Self.large, to: script)
        #expect(result.verdict == .deferred(.connectionLost))
        #expect(result.phases == [.began])
        #expect(result.relay.transactions.isEmpty)
    }

    @Test(arguments: endings)
    func `a connection lost after the final dot is unknown`(ending: RelayScript.Step) async throws {
        let result = try await submit(to: RelayScript(.at(.dot, ending)))
        #expect(result.verdict == .unknown(.connectionLost))
        #expect(result.phases == [.began, .bodyFinished])
    }

    @Test func `half a reply to the final dot is unknown`() async throws {
        for half in ["2", "250", "250 2.0.0 Ok", "250-2.0.0 Ok\r\n", "250-2.0.0 Ok\r\n250 "] {
            let result = try await submit(to: RelayScript(.at(.dot, .raw(half), .close)))
            #expect(result.verdict == .unknown(.connectionLost))
        }
    }

    @Test(arguments: ["Ok, thanks\r\n", "250-yes\r\n550 no\r\n", "999 what\r\n"])
    func `garbage after the final dot is unknown`(garbage: String) async throws {
        let result = try await submit(to: RelayScript(.at(.dot, .raw(garbage))))
        #expect(result.verdict == .unknown(.notAReply))
        #expect(result.phases == [.began, .bodyFinished])
    }

    @Test func `an endless line after the final dot is unknown`() async throws {
        let endless = "250 " + String(repeating: "x", count: 100_000)
        let result = try await submit(to: RelayScript(.at(.dot, .raw(endless))))
        #expect(result.verdict == .unknown(.notAReply))
    }

    @Test func `a 354 after the final dot is unknown`() async throws {
        let result = try await submit(to: RelayScript(.at(.dot, .answer("354 go ahead"))))
        #expect(result.verdict == .unknown(.notAReply))
        #expect(result.phases.last == .replied(code: 354, enhancedCode: nil))
    }

    @Test func `silence after the final dot is unknown when the time is over`() async throws {
        let result = try await submit(to: RelayScript(.at(.dot)), timeouts: impatient)
        #expect(result.verdict == .unknown(.timeout))
        #expect(result.relay.transactions.count == 1)
    }

    @Test(arguments: beforeBody)
    func `silence before the body is certainly not accepted`(
        moment: RelayScript.Moment
    ) async throws {
        let result = try await submit(to: RelayScript(.at(moment, .hang)), timeouts: impatient)
        #expect(result.verdict == .deferred(.connectionLost))
        #expect(result.phases == [.began])
    }

    @Test(arguments: beforeBody)
    func `a reply that is left out never makes a refusal of the next one`(
        moment: RelayScript.Moment
    ) async throws {
        let result = try await submit(to: RelayScript(.at(moment)), timeouts: impatient)
        #expect(result.verdict.refusedCode == nil)
        #expect(result.verdict.endsConnection)
        #expect(result.phases == [.began])
    }

    @Test func `a refusal counts once the group of commands is answered`() async throws {
        let script = RelayScript(
            .at(.rcpt, .answer("550 5.1.1 unknown")),
            .at(.data, .close)
        )
        #expect(try await submit(to: script).verdict == .deferred(.connectionLost))
        let result = try await submit(to: script.offering("SIZE"))
        #expect(result.verdict.refusedCode == 550)
    }

    @Test func `a relay that stops reading the body is certainly not accepted`() async throws {
        let script = RelayScript(.at(.body, .hang)).reading(withBuffer: 4_096)
        let result = try await submit(Self.large, to: script, timeouts: impatient)
        #expect(result.verdict == .deferred(.connectionLost))
        #expect(result.phases == [.began])
    }

    @Test(arguments: beforeBody)
    func `garbage before the body is certainly not accepted`(
        moment: RelayScript.Moment
    ) async throws {
        let result = try await submit(to: RelayScript(.at(moment, .raw("what?\r\n"))))
        #expect(result.verdict == .deferred(.connectionLost))
        #expect(result.phases == [.began])
    }

    @Test(arguments: [RelayScript.Moment.mail, .rcpt, .data, .dot])
    func `421 is the relay's fault, whenever it comes`(moment: RelayScript.Moment) async throws {
        let result = try await submit(
            to: RelayScript(.at(moment, .answer("421 4.3.2 bye"), .close))
        )
        #expect(result.verdict.faultCode == 421)
    }

    @Test(arguments: [421, 552, 451])
    func `a relay that interrupts the body never sees its dot`(code: Int) async throws {
        let script = RelayScript(.at(.body, .answer("\(code) 4.3.0 stop"), .hang))
            .reading(withBuffer: 4_096)
        let result = try await submit(Self.large, to: script)
        #expect(result.verdict.faultCode == code)
        #expect(result.phases == [.began])
        #expect(result.relay.transactions.isEmpty)
    }

    @Test func `an interruption is read even when the relay hangs up behind it`() async throws {
        let script = RelayScript(.at(.body, .answer("421 4.3.0 stop"), .close))
            .reading(withBuffer: 4_096)
        let result = try await submit(Self.large, to: script)
        #expect(result.verdict.faultCode == 421)
    }

    @Test func `a last word said just before a block is written is read all the same`() async throws
    {
        let relay = try ScriptedRelay(
            RelayScript(.at(.data, .answer("354 go"), .wait, .answer("421 4.3.0 stop"), .reset))
        )
        let connection = try await connect(to: relay)
        let verdict = await connection.verdict(on: Self.small, announcing: nil) { phase in
            if phase == .bodyFinished { relay.proceedToHangUp() }
        }
        await connection.close()
        relay.stop()
        #expect(verdict.faultCode == 421)
    }

    @Test func `a reply that comes with the 354 stops the body`() async throws {
        let result = try await submit(
            to: RelayScript(.at(.data, .raw("354 go\r\n250 2.0.0 accepted already\r\n")))
        )
        #expect(result.verdict == .deferred(.connectionLost))
        #expect(result.phases == [.began])
        #expect(result.relay.transactions.isEmpty)
    }

    @Test(arguments: [421, 450, 550, 553])
    func `a refused sender is the relay's fault, not the recipient's`(code: Int) async throws {
        for capabilities in [["PIPELINING"], []] {
            var script = RelayScript(.at(.mail, .answer("\(code) 4.7.1 no")))
            script.capabilities = capabilities
            let result = try await submit(to: script)
            #expect(result.verdict.faultCode == code)
        }
    }

    @Test(arguments: ["421 4.4.2 timeout", "250 2.0.0 once more", "550 5.0.0 late"])
    func `what a relay says while nobody asks blames no message`(line: String) async throws {
        let relay = try ScriptedRelay(
            RelayScript(.at(.dot, .answer("250 2.0.0 Ok"), .answer(line), .close))
        )
        let connection = try await connect(to: relay)
        let messages = ["a", "b"].map { sampleMessage(to: "\($0)@example.org") }
        #expect(await connection.submitAll([messages[0]]).first?.acceptedCode == 250)
        // No thread is left after this: what the relay had to say has arrived.
        relay.stop()
        #expect(await connection.submitAll([messages[1]]) == [.deferred(.connectionLost)])
        #expect(!relay.rawText.contains("b@example.org"))
    }

    @Test func `a connection lost with an envelope ahead defers that message alone`() async throws {
        for ending in Self.endings {
            let relay = try ScriptedRelay(
                RelayScript(.at(.dot, .answer("250 2.0.0 Ok"), ending))
            )
            let connection = try await connect(to: relay)
            let messages = ["a", "b", "c"].map { sampleMessage(to: "\($0)@example.org") }
            let verdicts = await connection.submitAll(messages)
            relay.stop()
            #expect(verdicts.map(\.acceptedCode) == [250, nil, nil])
            #expect(verdicts.dropFirst().allSatisfy { $0 == .deferred(.connectionLost) })
        }
    }

    @Test func `a second reply to the dot is never booked on the next recipient`() async throws {
        let relay = try ScriptedRelay(
            RelayScript(.at(.dot, number: 1, .answer("250 2.0.0 Ok"), .answer("550 5.1.1 late")))
        )
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let messages = ["a", "b", "c"].map { sampleMessage(to: "\($0)@example.org") }
        let verdicts = await connection.submitAll(messages)
        #expect(verdicts[0].acceptedCode == 250)
        #expect(verdicts[1].faultCode == 550)
        #expect(verdicts[2] == .deferred(.connectionLost))
        #expect(relay.transactions.count == 1)
    }

    @Test func `a closed connection submits nothing`() async throws {
        let relay = try ScriptedRelay()
        let connection = try await connect(to: relay)
        await connection.close()
        await connection.close()
        let verdicts = await connection.submitAll([sampleMessage(to: "a@example.org")])
        relay.stop()
        #expect(verdicts == [.deferred(.connectionLost)])
        #expect(relay.commands.count { $0 == "QUIT" } == 1)
    }

    @Test func `closing does not wait for a relay that ignores QUIT`() async throws {
        let relay = try ScriptedRelay(RelayScript(.at(.quit, .hang)))
        defer { relay.stop() }
        let connection = try await connect(to: relay, timeouts: impatient)
        await connection.close()
        #expect(relay.commands.last == "QUIT")
    }
}
