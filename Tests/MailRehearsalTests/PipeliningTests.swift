import MailRehearsal
import Testing

struct PipeliningTests {
    private static let conversation = """
        EHLO client.example
        MAIL FROM:<office@authority.example>
        RCPT TO:<anna@example.org>
        DATA
        Subject: 1

        ..first
        .
        MAIL FROM:<office@authority.example>
        RCPT TO:<bernd@example.org>
        DATA
        second
        .
        QUIT

        """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")

    @Test func `the next envelope may follow the dot in one packet`() {
        var dialogue = Dialogue()
        dialogue.submit(data: "")
        dialogue.say(
            """
            first\r\n.\r\nMAIL FROM:<office@authority.example>\r\n\
            RCPT TO:<bernd@example.org>\r\nDATA\r\n
            """
        )
        #expect(
            dialogue.codes == [
                "250 2.1.0", "250 2.1.5", "354 End",
                "250 2.0.0", "250 2.1.0", "250 2.1.5", "354 End",
            ]
        )
        #expect(dialogue.messages == ["first\r\n"])
    }

    @Test func `any portions give the same conversation`() {
        var whole = Dialogue(greets: false)
        whole.say(Self.conversation)
        #expect(whole.messages == ["Subject: 1\r\n\r\n.first\r\n", "second\r\n"])
        #expect(whole.isClosed)
        let bytes = Array(Self.conversation.utf8)
        for portion in 1..<bytes.count {
            var dialogue = Dialogue(greets: false)
            for start in stride(from: 0, to: bytes.count, by: portion) {
                dialogue.hear(bytes[start..<min(start + portion, bytes.count)])
            }
            #expect(dialogue.replies == whole.replies, "portions of \(portion)")
            #expect(dialogue.transactions == whole.transactions, "portions of \(portion)")
        }
    }

    @Test func `there is no step while a transaction is being kept`() {
        var session = RehearsalSession()
        session.receive(Array(Self.conversation.utf8))
        var steps: [RehearsalSession.Step] = []
        while let step = session.next() { steps.append(step) }
        #expect(steps.count == 5)
        #expect(session.isKeeping)
        #expect(session.conclude(keptAs: 42).wire == "250 2.0.0 Ok: queued as R000042\r\n")
        #expect(session.next() != nil)
    }

    @Test func `a transaction that cannot be kept is answered with 451`() {
        var session = RehearsalSession()
        session.receive(Array(Self.conversation.utf8))
        while session.next() != nil {}
        #expect(session.conclude(keptAs: nil).code == 451)
    }

    @Test func `DATA behind a refused recipient gets no go-ahead`() {
        var dialogue = Dialogue(RehearsalSession(refusesRecipient: { true }))
        dialogue.submit(data: "RSET\r\nMAIL FROM:<>\r\n")
        #expect(
            dialogue.codes == ["250 2.1.0", "550 5.1.1", "554 5.5.1", "250 2.0.0", "250 2.1.0"]
        )
    }
}
