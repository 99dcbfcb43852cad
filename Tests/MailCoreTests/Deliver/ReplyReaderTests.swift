import MailCore
import Testing

struct ReplyReaderTests {
    private func replies(in text: String) throws -> [ReplyLines] {
        var reader = ReplyReader()
        reader.push(text.utf8)
        var found: [ReplyLines] = []
        while let reply = try reader.next() { found.append(reply) }
        return found
    }

    @Test func `a reply is complete with the line that has no hyphen`() throws {
        let found = try replies(in: "250-one\r\n250-two\r\n250 three\r\n354 go\r\n")
        #expect(found.map(\.code) == [250, 354])
        #expect(found.first?.lines == ["one", "two", "three"])
    }

    @Test func `the cut between two reads may fall anywhere`() throws {
        let text = Array("250-first\r\n250 second\r\n550 5.1.1 no\r\n".utf8)
        for cut in 0...text.count {
            var reader = ReplyReader()
            var codes: [Int] = []
            for part in [text[..<cut], text[cut...]] {
                reader.push(part)
                while let reply = try reader.next() { codes.append(reply.code) }
            }
            #expect(codes == [250, 550])
            #expect(reader.isEmpty)
        }
    }

    @Test(arguments: ["25", "250 ok", "250 ok\r", "250-ok\r\n", "250-ok\r\n250"])
    func `half a reply is none, but it is noticed`(text: String) throws {
        var reader = ReplyReader()
        reader.push(text.utf8)
        #expect(try reader.next() == nil)
        #expect(!reader.isEmpty)
    }

    @Test(arguments: ["250\r\n", "250 \r\n", "250\n", "250 ok\n"])
    func `a bare code and a bare line feed are understood`(text: String) throws {
        #expect(try replies(in: text).map(\.code) == [250])
    }

    @Test(arguments: [
        "", "ok", "25 ok", "2500 ok", "250_ok", "150 ok", "650 ok", "-50 ok", " 250 ok",
        "25\u{B2} x",
        "HTTP/1.1 400 Bad Request",
    ])
    func `what does not begin with a code is no reply`(line: String) {
        #expect(throws: ReplyFault.notAReply) { try replies(in: line + "\r\n") }
    }

    @Test func `two codes in one reply are no reply`() {
        #expect(throws: ReplyFault.mixedCodes) { try replies(in: "250-yes\r\n550 no\r\n") }
    }

    @Test func `lines and replies have a limit`() {
        let long = "250 " + String(repeating: "x", count: 4_000)
        #expect(throws: ReplyFault.lineTooLong) { try replies(in: long) }
        #expect(throws: ReplyFault.lineTooLong) { try replies(in: long + "\r\n") }
        let endless = String(repeating: "250-more\r\n", count: 200)
        #expect(throws: ReplyFault.tooManyLines) { try replies(in: endless) }
    }

    @Test func `bytes that are no text do no harm`() throws {
        var reader = ReplyReader()
        reader.push(Array("550 ".utf8) + [0xFF, 0x00, 0x1B] + Array("\r\n".utf8))
        #expect(try reader.next().map { Reply($0) } == Reply(code: 550))
    }

    @Test(arguments: [
        ("250 2.0.0 Ok: queued as 4XyZ12\r\n", "2.0.0", "4XyZ12"),
        ("250 OK id=1pQx9Z-0004aB-2c\r\n", nil, "1pQx9Z-0004aB-2c"),
        ("250 2.6.0 <x@y> [InternalId=42, Hostname=h] Queued\r\n", "2.6.0", "42"),
        ("250 2.0.0 1a2b3c4d Message accepted for delivery\r\n", "2.0.0", "1a2b3c4d"),
        ("250 2.0.0 Ok\r\n", "2.0.0", nil),
        ("250 queued as somebody\r\n", nil, nil),
        ("250 2.1.5 <a1@b.example> queued as abc1@b.example\r\n", "2.1.5", nil),
        ("550-5.1.1 <a@b.example>: unknown\r\n550 5.1.1 see above\r\n", "5.1.1", nil),
        ("550 4.1.1 contradicts itself\r\n", nil, nil),
        ("550 5.1 half\r\n", nil, nil),
        ("550 5.1.1234 long\r\n", nil, nil),
        ("550 5.1.x letters\r\n", nil, nil),
        ("250\r\n", nil, nil),
    ])
    func `of a reply only code, enhanced code and queue id are kept`(
        text: String,
        enhancedCode: String?,
        queueID: String?
    ) throws {
        let reply = try #require(try replies(in: text).first.map { Reply($0) })
        #expect(reply.enhancedCode == enhancedCode)
        #expect(reply.queueID == queueID)
    }

    @Test func `a reply does not show its text`() throws {
        let reply = try #require(try replies(in: "550 5.1.1 <a@b.example> unknown\r\n").first)
        #expect("\(reply)" == "[reply 550]")
        #expect(!String(reflecting: reply).contains("a@b"))
    }

    @Test func `the EHLO reply tells what the relay offers, in any case`() throws {
        let text =
            "250-relay.example says PIPELINING\r\n250-pipelining\r\n250-SIZE 1000\r\n250 Smtputf8\r\n"
        let reply = try #require(try replies(in: text).first)
        let capabilities = RelayCapabilities(ehlo: reply)
        #expect(capabilities.pipelining && capabilities.smtpUTF8 && capabilities.size)
        #expect(capabilities.sizeLimit == 1_000)
    }

    @Test(arguments: ["SIZE", "SIZE 0", "SIZE x", "SIZE -1", "SIZE 99999999999999999999"])
    func `a size without a limit is no limit`(line: String) throws {
        let reply = try #require(try replies(in: "250-relay.example\r\n250 \(line)\r\n").first)
        #expect(RelayCapabilities(ehlo: reply).size)
        #expect(RelayCapabilities(ehlo: reply).sizeLimit == nil)
    }

    @Test func `a relay that only greets offers nothing`() throws {
        let reply = try #require(try replies(in: "250 PIPELINING\r\n").first)
        #expect(RelayCapabilities(ehlo: reply) == RelayCapabilities())
    }
}
