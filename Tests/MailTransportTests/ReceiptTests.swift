import MailCore
import MailTransport
import TestSupport
import Testing

/// What a receipt says of the wire, compared with what the relay has seen.
struct ReceiptTests {
    static let bothWays = [["PIPELINING", "SIZE 10485760"], ["8BITMIME"]]

    private func relay(
        _ capabilities: [String],
        _ exceptions: RelayScript.Exception...
    ) throws -> ScriptedRelay {
        var script = RelayScript()
        script.exceptions = exceptions
        script.capabilities = capabilities
        return try ScriptedRelay(script)
    }

    private func submitAll(
        _ messages: [OutgoingMessage],
        to relay: ScriptedRelay
    ) async throws -> [Submission] {
        let connection = try await connect(to: relay)
        var submissions: [Submission] = []
        for (index, message) in messages.enumerated() {
            let next = messages.dropFirst(index + 1).first
            submissions.append(await connection.submit(message, announcing: next) { _ in })
        }
        await connection.close()
        return submissions
    }

    @Test(arguments: bothWays)
    func `every receipt is about its own message, also when its envelope travelled ahead`(
        capabilities: [String]
    ) async throws {
        let relay = try relay(capabilities)
        defer { relay.stop() }
        let messages = ["Ada", "berta", "cora"].map {
            sampleMessage(to: "\($0)@example.org", padding: 40_000)
        }
        let submissions = try await submitAll(messages, to: relay)
        try #require(relay.transactions.count == 3)
        for (index, message) in messages.enumerated() {
            let (receipt, seen) = (submissions[index].receipt, relay.transactions[index])
            #expect(receipt.recipients == 1)
            #expect([receipt.recipient?.text] == seen.recipients)
            #expect(receipt.octets == seen.data.count)
            #expect(receipt.data == Digest(of: seen.data))
            #expect(receipt.digest == message.digest)
        }
    }

    @Test(arguments: bothWays)
    func `a refused recipient was written to, and nothing else was`(
        capabilities: [String]
    ) async throws {
        let relay = try relay(capabilities, .at(.rcpt, number: 2, .answer("550 5.1.1 unknown")))
        defer { relay.stop() }
        let messages = ["a", "b", "c"].map { sampleMessage(to: "\($0)@example.org") }
        let submissions = try await submitAll(messages, to: relay)
        let refused = submissions[1]
        #expect(refused.verdict.refusedCode == 550)
        #expect(refused.receipt.recipients == 1)
        #expect(refused.receipt.recipient == messages[1].recipient)
        #expect(refused.receipt.octets == 0)
        #expect(refused.receipt.data == nil && refused.receipt.digest == nil)
        #expect(submissions[2].receipt.recipient == messages[2].recipient)
        #expect(submissions[2].receipt.digest == messages[2].digest)
    }

    @Test func `a refused sender without PIPELINING leaves no recipient`() async throws {
        let relay = try relay(["SIZE"], .at(.mail, .answer("553 5.7.1 no")))
        defer { relay.stop() }
        let submissions = try await submitAll([sampleMessage(to: "a@example.org")], to: relay)
        #expect(submissions[0].receipt == WireReceipt())
    }

    @Test(arguments: bothWays)
    func `a connection lost in the body leaves a receipt of what was written`(
        capabilities: [String]
    ) async throws {
        let message = sampleMessage(to: "a@example.org", padding: 5_000_000)
        var script = RelayScript(.at(.body, .reset)).reading(withBuffer: 4_096)
        script.capabilities = capabilities
        let relay = try ScriptedRelay(script)
        defer { relay.stop() }
        let submission = try await submitAll([message], to: relay)[0]
        #expect(submission.verdict == .deferred(.connectionLost))
        let receipt = submission.receipt
        #expect(receipt.recipient == message.recipient)
        #expect(0 < receipt.octets && receipt.octets < message.bytes.count)
        #expect(receipt.data == Digest(of: message.bytes.prefix(receipt.octets)))
        #expect(receipt.digest != nil && receipt.digest != message.digest)
        // The relay cannot have seen what is not in the receipt.
        let seen = relay.rawBytes[0].count - relay.commands.reduce(0) { $0 + $1.utf8.count + 2 }
        #expect(seen <= receipt.octets)
    }

    @Test func `a receipt names the recipient that was written, not the one that was meant`()
        async throws
    {
        let relay = try relay(["PIPELINING"])
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let announced = sampleMessage(to: "announced@example.org")
        let first = sampleMessage(to: "first@example.org")
        _ = await connection.submit(first, announcing: announced) { _ in }
        let other = sampleMessage(to: "other@example.org")
        let submission = await connection.submit(other, announcing: nil) { _ in }
        await connection.close()
        #expect(submission.receipt.recipient == announced.recipient)
        #expect(submission.receipt.octets == 0)
    }
}
