import MailCore
import MailTransport
import TestSupport
import Testing

/// Messages that meet a good relay, or one that refuses properly.
struct SubmissionTests {
    static let bothWays = [["PIPELINING", "SIZE 10485760"], ["8BITMIME"]]

    private func script(
        _ capabilities: [String],
        _ exceptions: RelayScript.Exception...
    ) -> RelayScript {
        var script = RelayScript()
        script.exceptions = exceptions
        script.capabilities = capabilities
        return script
    }

    @Test(arguments: bothWays)
    func `each message is a transaction of its own, byte for byte`(capabilities: [String])
        async throws
    {
        let relay = try ScriptedRelay(script(capabilities))
        defer { relay.stop() }
        let messages = (1...20).map { sampleMessage(to: "p\($0)@example.org", padding: $0 * 3_000) }
        let connection = try await connect(to: relay)
        let verdicts = await connection.submitAll(messages)
        await connection.close()
        #expect(verdicts.map(\.acceptedCode) == Array(repeating: 250, count: 20))
        #expect(relay.transactions.map(\.recipients) == messages.map { [$0.recipient.text] })
        #expect(relay.transactions.map(\.sender) == messages.map(\.sender.text))
        #expect(relay.transactions.map(\.data) == messages.map(\.bytes))
        #expect(relay.connections == 1)
        #expect(relay.commands.last == "QUIT")
    }

    @Test func `the queue id and the enhanced code come with the verdict`() async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let verdicts = await connection.submitAll([sampleMessage(to: "a@example.org")])
        let reply = Reply(code: 250, enhancedCode: "2.0.0", queueID: "S0D1")
        #expect(verdicts == [.accepted(reply)])
    }

    @Test(arguments: [200, 250, 251, 252])
    func `any 2xx after the dot is an acceptance`(code: Int) async throws {
        let relay = try ScriptedRelay(RelayScript(.at(.dot, .answer("\(code) fine"))))
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let verdicts = await connection.submitAll([sampleMessage(to: "a@example.org")])
        #expect(verdicts.map(\.acceptedCode) == [code])
    }

    @Test func `the size is declared when the relay asks for it`() async throws {
        let message = sampleMessage(to: "a@example.org")
        for (capabilities, ending) in [
            (["SIZE"], " SIZE=\(message.bytes.count)"), (["PIPELINING"], ">"),
        ] {
            let relay = try ScriptedRelay(script(capabilities))
            let connection = try await connect(to: relay)
            _ = await connection.submitAll([message])
            relay.stop()
            let mail = relay.commands.first { $0.hasPrefix("MAIL") }
            #expect(mail?.hasSuffix(ending) == true)
        }
    }

    @Test(arguments: bothWays)
    func `phases are told in order`(capabilities: [String]) async throws {
        let relay = try ScriptedRelay(script(capabilities))
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let log = PhaseLog()
        let message = sampleMessage(to: "a@example.org")
        _ = await connection.submit(message, announcing: nil) { log.note($0) }
        #expect(
            log.phases == [.began, .bodyFinished, .replied(code: 250, enhancedCode: "2.0.0")]
        )
    }

    @Test func `the dot has not left when the body is called finished`() async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let messages = ["a", "b"].map { sampleMessage(to: "\($0)@example.org", padding: 300_000) }
        for message in messages {
            _ = await connection.submit(message, announcing: nil) { phase in
                guard phase == .bodyFinished else { return }
                #expect(!relay.transactions.contains { $0.recipients == [message.recipient.text] })
            }
        }
        #expect(relay.transactions.count == 2)
    }

    @Test(arguments: bothWays)
    func `a refused recipient keeps its own reply, and the others get theirs`(
        capabilities: [String]
    ) async throws {
        let relay = try ScriptedRelay(
            script(
                capabilities,
                .at(.rcpt, containing: "two@", .answer("550 5.1.1 unknown")),
                .at(.rcpt, containing: "four@", .answer("450 4.2.0 greylisted")),
                .at(.dot, containing: "five@", .answer("554 5.7.1 spam")),
                .at(.data, number: 5, .answer("451 4.3.0 later"))
            )
        )
        defer { relay.stop() }
        let names = ["one", "two", "three", "four", "five", "six", "seven"]
        let verdicts = try await submitAll(
            names.map { sampleMessage(to: "\($0)@example.org") },
            toPort: relay.port
        )
        #expect(verdicts[1].refusedCode == 550)
        #expect(verdicts[3].deferredCode == 450)
        let granted = zip(names, verdicts).filter { $0.1.acceptedCode != nil }.map(\.0)
        #expect(relay.accepted.map(\.recipients) == granted.map { ["\($0)@example.org"] })
        #expect(verdicts.count { $0.deferredCode == 451 } == 1)
        // Without an envelope behind it, only the reply to QUIT shows that a no to the dot was the last word.
        #expect(relay.connections == (capabilities.contains("PIPELINING") ? 1 : 2))
        #expect(relay.commands.last == "QUIT")
    }

    @Test func `a lone dot ends a body that was granted to nobody`() async throws {
        let relay = try ScriptedRelay(
            RelayScript(
                .at(.rcpt, number: 1, .answer("550 5.1.1 unknown")),
                .at(.data, number: 1, .answer("354 go ahead"))
            )
        )
        defer { relay.stop() }
        let log = PhaseLog()
        let connection = try await connect(to: relay)
        let refused = sampleMessage(to: "nobody@example.org")
        let next = sampleMessage(to: "a@example.org")
        let verdict = await connection.verdict(on: refused, announcing: next) { log.note($0) }
        #expect(verdict.refusedCode == 550)
        #expect(log.phases == [.began])
        #expect(await connection.submitAll([next]).first?.acceptedCode == 250)
        #expect(relay.transactions.map(\.recipients) == [[], ["a@example.org"]])
        #expect(relay.transactions.map(\.data) == [[], next.bytes])
    }

    @Test func `an announced envelope travels in the same write as the dot before it`() async throws
    {
        // The relay keeps the reply to the dot until it has read the next envelope as well.
        let relay = try ScriptedRelay(
            RelayScript(
                .at(.dot, number: 1),
                .at(.mail, number: 2, .answer("250 Ok"), .answer("250 Ok"))
            )
        )
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let messages = ["a", "b"].map { sampleMessage(to: "\($0)@example.org") }
        let verdicts = await connection.submitAll(messages)
        #expect(verdicts.map(\.acceptedCode) == [250, 250])
    }

    @Test func `without PIPELINING nothing travels ahead`() async throws {
        let relay = try ScriptedRelay(RelayScript().offering("SIZE"))
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let messages = ["a", "b"].map { sampleMessage(to: "\($0)@example.org") }
        let verdict = await connection.verdict(on: messages[0], announcing: messages[1]) { _ in }
        #expect(verdict.acceptedCode == 250)
        #expect(relay.commands.count { $0.hasPrefix("RCPT") } == 1)
        #expect(await connection.submitAll([messages[1]]).first?.acceptedCode == 250)
    }

    @Test func `a body never reaches the person whose envelope travelled ahead for another`()
        async throws
    {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let announced = sampleMessage(to: "announced@example.org")
        let other = sampleMessage(to: "other@example.org")
        let first = sampleMessage(to: "first@example.org")
        _ = await connection.submit(first, announcing: announced) { _ in }
        let verdict = await connection.verdict(on: other, announcing: nil) { _ in }
        await connection.close()
        relay.stop()
        #expect(verdict == .deferred(.connectionLost))
        #expect(relay.transactions.map(\.recipients) == [["first@example.org"]])
        #expect(!relay.rawText.contains("other@"))
    }

    @Test func `a connection that is closed while a body is due hangs up without a dot`()
        async throws
    {
        let relay = try ScriptedRelay()
        let connection = try await connect(to: relay)
        let messages = ["a", "b"].map { sampleMessage(to: "\($0)@example.org") }
        _ = await connection.submit(messages[0], announcing: messages[1]) { _ in }
        await connection.close()
        relay.stop()
        #expect(relay.transactions.count == 1)
        #expect(!relay.rawText.contains("QUIT"))
    }

    @Test(arguments: bothWays)
    func `asking about the sender names nobody else, and messages follow as usual`(
        capabilities: [String]
    ) async throws {
        let relay = try ScriptedRelay(script(capabilities))
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let message = sampleMessage(to: "a@example.org")
        #expect(await connection.probe(message.sender)?.code == 250)
        let asked = relay.commands.filter { $0.hasPrefix("RCPT") }
        #expect(asked == ["RCPT TO:<\(message.sender.text)>"])
        #expect(!relay.commands.contains("DATA") && relay.transactions.isEmpty)
        #expect(await connection.submitAll([message]).first?.acceptedCode == 250)
        #expect(relay.transactions.map(\.recipients) == [[message.recipient.text]])
    }

    @Test(arguments: bothWays)
    func `what the relay says of the sender's own address is told`(
        capabilities: [String]
    ) async throws {
        let relay = try ScriptedRelay(
            script(capabilities, .at(.rcpt, number: 2, .answer("550 5.7.1 relaying denied")))
        )
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let messages = ["a", "b"].map { sampleMessage(to: "\($0)@example.org") }
        #expect(await connection.submitAll([messages[0]]).first?.acceptedCode == 250)
        #expect(await connection.probe(messages[0].sender)?.name == "550 5.7.1")
        #expect(await connection.submitAll([messages[1]]).first?.acceptedCode == 250)
        #expect(relay.transactions.count == 2)
    }

    @Test func `no question stands in the way of a message that was announced`() async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let messages = ["a", "b"].map { sampleMessage(to: "\($0)@example.org") }
        _ = await connection.submit(messages[0], announcing: messages[1]) { _ in }
        #expect(await connection.probe(messages[0].sender) == nil)
        #expect(await connection.submitAll([messages[1]]).first?.acceptedCode == 250)
    }

    @Test func `a message that is too large is refused by the relay before it travels`()
        async throws
    {
        let relay = try ScriptedRelay(
            RelayScript(.at(.mail, number: 2, .answer("552 5.3.4 too large")))
        )
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let messages = ["a", "b", "c"].map { sampleMessage(to: "\($0)@example.org") }
        let verdicts = await connection.submitAll(messages)
        #expect(verdicts[1].faultCode == 552)
        #expect(verdicts[2] == .deferred(.connectionLost))
        #expect(relay.transactions.count == 1)
    }

    @Test(arguments: [true, false])
    func `a receipt counts what was written for this message alone`(pipelining: Bool) async throws {
        let relay = try ScriptedRelay(
            pipelining ? RelayScript().offering("PIPELINING") : RelayScript()
        )
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let messages = ["a", "b"].map { sampleMessage(to: "\($0)@example.org") }
        let first = await connection.submit(messages[0], announcing: messages[1]) { _ in }
        let second = await connection.submit(messages[1], announcing: nil) { _ in }
        for (submission, message) in zip([first, second], messages) {
            #expect(submission.receipt.recipients == 1)
            #expect(submission.receipt.octets == message.bytes.count)
        }
        await connection.close()
    }
}
