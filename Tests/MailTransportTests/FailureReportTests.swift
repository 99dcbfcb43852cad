import MailCore
import MailTransport
import TestSupport
import Testing

/// What is asked of a relay that reports failures, octet by octet, and of one that does not.
struct FailureReportTests {
    private static let name = EnvelopeID(code: 0..<16)
    private static let offers = ["PIPELINING", "SIZE 10000000", "DSN"]

    private static func relay(offering offers: [String]) throws -> ScriptedRelay {
        var script = RelayScript()
        script.capabilities = offers
        return try ScriptedRelay(script)
    }

    private func commands(
        offering offers: [String],
        _ messages: [OutgoingMessage]
    ) async throws -> (heard: [String], receipts: [WireReceipt]) {
        let relay = try Self.relay(offering: offers)
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        var receipts: [WireReceipt] = []
        for (index, message) in messages.enumerated() {
            let next = messages.dropFirst(index + 1).first
            let submission = await connection.submit(message, announcing: next) { _ in }
            #expect(submission.verdict.acceptedCode == 250)
            receipts.append(submission.receipt)
        }
        await connection.close()
        let heard = relay.commands.filter { $0.hasPrefix("MAIL") || $0.hasPrefix("RCPT") }
        return (heard, receipts)
    }

    /// RFC 3461 section 4: `+` and `=` are written as `+2B` and `+3D`.
    @Test(arguments: [
        ("a@example.org", "a@example.org"), ("a+b=c@example.org", "a+2Bb+3Dc@example.org"),
        ("a.b_c-d@example.org", "a.b_c-d@example.org"),
    ])
    func `a relay that offers DSN is asked for reports of failure`(
        address: String,
        written: String
    ) async throws {
        for offers in [Self.offers, ["SIZE 10000000", "dsn"]] {
            let message = sampleMessage(to: address).reported(as: Self.name)
            let (heard, receipts) = try await commands(offering: offers, [message, message])
            let mail =
                "MAIL FROM:<\(message.sender.text)> SIZE=\(message.bytes.count) RET=HDRS "
                + "ENVID=000102030405060708090a0b0c0d0e0f"
            let rcpt = "RCPT TO:<\(address)> NOTIFY=FAILURE,DELAY ORCPT=rfc822;\(written)"
            #expect(heard == [mail, rcpt, mail, rcpt])
            // What was written is read back as exactly one recipient.
            #expect(receipts.map(\.recipients) == [1, 1])
            #expect(receipts.map(\.recipient) == [message.recipient, message.recipient])
        }
    }

    @Test func `one that does not gets none, and neither does a message without a name`()
        async throws
    {
        let message = sampleMessage(to: "a@example.org")
        for (offers, message) in [
            (["PIPELINING"], message.reported(as: Self.name)), (["PIPELINING", "DSN"], message),
        ] {
            let (heard, _) = try await commands(offering: offers, [message])
            #expect(
                heard == ["MAIL FROM:<\(message.sender.text)>", "RCPT TO:<a@example.org>"]
            )
        }
    }

    @Test func `the question about the sender asks for none`() async throws {
        let relay = try Self.relay(offering: Self.offers)
        defer { relay.stop() }
        let connection = try await connect(to: relay)
        let sender = sampleMessage(to: "a@example.org").sender
        #expect(await connection.examine(sender)?.reply.code == 250)
        await connection.close()
        #expect(!relay.commands.contains { $0.contains("NOTIFY") || $0.contains("ENVID") })
    }
}
