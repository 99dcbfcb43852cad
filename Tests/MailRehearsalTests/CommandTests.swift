import MailRehearsal
import Testing

struct CommandTests {
    @Test func `EHLO lists what the server can do`() {
        var dialogue = Dialogue(RehearsalSession(maximumSize: 1000), greets: false)
        dialogue.say("ehlo client.example\r\n")
        let lines = [
            "250-localhost", "250-PIPELINING", "250-SIZE 1000", "250-8BITMIME",
            "250 ENHANCEDSTATUSCODES",
        ]
        #expect(dialogue.replies == [lines.joined(separator: "\r\n")])
    }

    @Test(arguments: [
        ("HELO client.example", "250 localhost"),
        ("EHLO", "501 5.5.4"),
        ("EHLO two words", "501 5.5.4"),
        ("NOOP", "250 2.0.0"),
        ("noop something", "250 2.0.0"),
        ("RSET  ", "250 2.0.0"),
        ("RSET now", "501 5.5.4"),
        ("VRFY anna", "252 2.5.0"),
        ("QUIT", "221 2.0.0"),
        ("EXPN all", "502 5.5.1"),
        ("STARTTLS", "502 5.5.1"),
        ("HALLO", "500 5.5.2"),
        ("", "500 5.5.2"),
        (" NOOP", "500 5.5.2"),
        ("NOOP\nNOOP", "500 5.5.2"),
        ("NOOP\rNOOP", "500 5.5.2"),
        ("NOOP \0", "500 5.5.2"),
        ("MAIL FROM:<jürgen@example.org>", "500 5.5.2"),
        ("RCPT TO:<anna@example.org>", "503 5.5.1"),
        ("DATA", "503 5.5.1"),
    ])
    func `a command outside a transaction has this answer`(command: String, code: String) {
        var dialogue = Dialogue()
        dialogue.say(command + "\r\n")
        #expect(dialogue.codes == [code])
    }

    @Test(arguments: [
        ("<office@authority.example>", "250 2.1.0"),
        ("<>", "250 2.1.0"),
        ("<office@authority.example> SIZE=1000 BODY=8BITMIME", "250 2.1.0"),
        ("<office@authority.example> size=0 body=7bit", "250 2.1.0"),
        ("<office@authority.example> SIZE=1001", "552 5.3.4"),
        ("<office@authority.example> SIZE=99999999999999999999", "552 5.3.4"),
        ("<office@authority.example> SIZE=-1", "501 5.5.4"),
        ("<office@authority.example> SIZE", "501 5.5.4"),
        ("<office@authority.example> BODY=BINARYMIME", "501 5.5.4"),
        ("<office@authority.example> SMTPUTF8", "555 5.5.4"),
        ("<office@authority.example>SIZE=1", "501 5.1.7"),
        (" <office@authority.example>", "501 5.1.7"),
        ("office@authority.example", "501 5.1.7"),
        ("<office@authority.example", "501 5.1.7"),
    ])
    func `MAIL FROM has this answer`(argument: String, code: String) {
        var dialogue = Dialogue(RehearsalSession(maximumSize: 1000))
        dialogue.say("MAIL FROM:\(argument)\r\n")
        #expect(dialogue.codes == [code])
    }

    @Test(arguments: [
        "anna@example.org", "a.b+c@sub.example.org", "o'brien@example.org", "postmaster",
        #""a b"@example.org"#, #""a>b"@example.org"#, #""a\"b"@example.org"#,
        "anna@[192.0.2.1]", "anna@[IPv6:2001:db8::1]", "anna@localhost",
    ])
    func `one mailbox is a recipient and is recorded as written`(mailbox: String) {
        var dialogue = Dialogue()
        dialogue.say("MAIL FROM:<>\r\nRCPT TO:<\(mailbox)>\r\nDATA\r\n.\r\n")
        #expect(dialogue.transactions.map(\.recipients) == [[mailbox]])
    }

    @Test(arguments: [
        "<anna@example.org,bernd@example.org>", "<anna@example.org>,<bernd@example.org>",
        "<anna@example.org;bernd@example.org>", "<anna@example.org bernd@example.org>",
        "<anna@example.org> <bernd@example.org>", "<@relay.example:anna@example.org>",
        "<anna,bernd@example.org>", "<anna@example.org,bernd>",
        "<>", "<anna>", "<anna@>", "<@example.org>",
        "<a..b@example.org>", "<.a@example.org>", "<anna@-example.org>", "<anna@example..org>",
        #"<"a"b"@example.org>"#, #"<"a\"@example.org>"#, "anna@example.org",
        "<anna@example.org> NOTIFY=NEVER",
    ])
    func `anything else is no recipient`(argument: String) {
        var dialogue = Dialogue()
        dialogue.say("MAIL FROM:<>\r\nRCPT TO:\(argument)\r\nDATA\r\n")
        #expect(dialogue.replies.count == 3)
        #expect(dialogue.replies[1].hasPrefix("50") || dialogue.replies[1].hasPrefix("555"))
        #expect(dialogue.codes[2] == "503 5.5.1")
    }

    @Test func `several recipients of one transaction are all recorded`() {
        var dialogue = Dialogue()
        dialogue.say("MAIL FROM:<office@authority.example>\r\n")
        dialogue.say("RCPT TO:<anna@example.org>\r\nRCPT TO:<bernd@example.org>\r\n")
        dialogue.say("RCPT TO:<anna@example.org>\r\nDATA\r\n.\r\n")
        let expected = ["anna@example.org", "bernd@example.org", "anna@example.org"]
        #expect(dialogue.transactions.map(\.recipients) == [expected])
        #expect(dialogue.transactions.map(\.sender) == ["office@authority.example"])
        #expect(dialogue.transactions.map(\.clientName) == ["client.example"])
    }

    @Test func `commands before EHLO and inside a transaction must be in order`() {
        var dialogue = Dialogue(greets: false)
        dialogue.say("MAIL FROM:<>\r\nEHLO client.example\r\nMAIL FROM:<>\r\nMAIL FROM:<>\r\n")
        #expect(dialogue.codes[0] == "503 5.5.1")
        #expect(dialogue.codes.suffix(2) == ["250 2.1.0", "503 5.5.1"])
    }

    @Test(arguments: ["RSET", "EHLO client.example", "HELO client.example"])
    func `a transaction is forgotten after this command`(command: String) {
        var dialogue = Dialogue()
        dialogue.say("MAIL FROM:<>\r\nRCPT TO:<anna@example.org>\r\n\(command)\r\nDATA\r\n")
        #expect(dialogue.codes.last == "503 5.5.1")
        dialogue.say("MAIL FROM:<>\r\nRCPT TO:<bernd@example.org>\r\nDATA\r\n.\r\n")
        #expect(dialogue.transactions.map(\.recipients) == [["bernd@example.org"]])
    }

    @Test(arguments: [
        (998, "250 2.0.0"), (999, "500 5.5.2"), (1000, "500 5.5.2"), (100_000, "500 5.5.2"),
    ])
    func `a command line has at most 1000 octets with its CRLF`(length: Int, code: String) {
        let line = "NOOP " + String(repeating: "x", count: length - 5)
        var dialogue = Dialogue()
        dialogue.say(line + "\r\nNOOP\r\n")
        #expect(dialogue.codes == [code, "250 2.0.0"])
        var slow = Dialogue()
        for byte in Array((line + "\r\nNOOP\r\n").utf8) { slow.hear([byte]) }
        #expect(slow.codes == dialogue.codes)
    }

    @Test func `nothing is heard after QUIT`() {
        var dialogue = Dialogue()
        dialogue.say("QUIT\r\nNOOP\r\n")
        #expect(dialogue.codes == ["221 2.0.0"])
        #expect(dialogue.isClosed)
    }
}
