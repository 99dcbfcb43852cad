import MailRehearsal
import Testing

struct EndOfDataTests {
    @Test(arguments: [
        ("Hello\r\n.\r\n", "Hello\r\n"),
        (".\r\n", ""),
        ("\r\n.\r\n", "\r\n"),
        ("..\r\n.\r\n", ".\r\n"),
        ("...\r\n.\r\n", "..\r\n"),
        (".Hello\r\n.\r\n", "Hello\r\n"),
        ("a\r\n..b\r\n.\r\n", "a\r\n.b\r\n"),
        ("a.b.\r\n.\r\n", "a.b.\r\n"),
        ("a\r\r\n.\r\n", "a\r\r\n"),
        (".\r\r\n.\r\n", "\r\r\n"),
        (".\ra\r\n.\r\n", "\ra\r\n"),
        ("\0\r\n.\r\n", "\0\r\n"),
    ])
    func `a message ends at the dot and loses only stuffed dots`(data: String, message: String) {
        var dialogue = Dialogue()
        dialogue.submit(data: data)
        #expect(dialogue.messages == [message])
        #expect(dialogue.codes.last == "250 2.0.0")
    }

    /// The first part of each is the end of data for some mail server, and must not be for us.
    @Test(arguments: [
        "a\n.\n", "a\n.\r\n", "a\r\n.\n", "a\r.\r", "a\r\n.\r", "a\r.\r\n", "a\n\r.\r\n",
        "a\r\n\0.\r\n", "a\r\n.\0\r\n", "a\r\n.\r\r\n", "a\r\n. \r\n", "a\r\n .\r\n",
    ])
    func `a second message cannot be smuggled behind a dot between other line ends`(
        falseEnd: String
    ) {
        var dialogue = Dialogue()
        let smuggled = "MAIL FROM:<x@mallory.example>\r\nRCPT TO:<y@mallory.example>\r\n"
        dialogue.submit(data: falseEnd + smuggled)
        #expect(dialogue.messages.isEmpty)
        dialogue.say("\r\n.\r\n")
        #expect(dialogue.transactions.map(\.recipients) == [["anna@example.org"]])
        #expect(dialogue.messages.first?.contains(smuggled) == true)
    }

    @Test func `every octet but the stuffed dot survives`() {
        let octets = (UInt8.min...UInt8.max).filter { $0 != 10 && $0 != 13 }
        var dialogue = Dialogue()
        dialogue.submit(data: "")
        dialogue.hear(octets + Array("\r\n.\r\n".utf8))
        #expect(dialogue.transactions.map(\.message) == [octets + [13, 10]])
    }

    @Test func `a message of exactly the size limit is accepted`() {
        var dialogue = Dialogue(RehearsalSession(maximumSize: 10))
        dialogue.submit(data: "12345678\r\n.\r\n")
        #expect(dialogue.messages == ["12345678\r\n"])
    }

    @Test func `a message over the size limit is read to its end and refused`() {
        var dialogue = Dialogue(RehearsalSession(maximumSize: 10))
        dialogue.submit(data: "123456789\r\nRSET\r\n.\r\n")
        #expect(dialogue.codes.last == "552 5.3.4")
        dialogue.submit(data: "ok\r\n.\r\n")
        #expect(dialogue.messages == ["ok\r\n"])
    }
}
