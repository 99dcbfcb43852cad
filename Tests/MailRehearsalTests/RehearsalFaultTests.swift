import MailRehearsal
import TestSupport
import Testing

struct RehearsalFaultTests {
    @Test func `every third recipient is refused, counted over all connections`() async throws {
        let server = try await RehearsalServer.start(
            keeping: .nothing,
            fault: .refuse(everyNth: 3)
        )
        let script = #"""
            for number in range(1, 10):
                dial()
                talk(b"EHLO c.example\r\nMAIL FROM:<>\r\n", 7)
                reply = talk(b"RCPT TO:<anna@example.org>\r\n", 1)[0]
                assert reply.startswith("550 5.1.1" if number % 3 == 0 else "250"), reply
            """#
        _ = try await Program.python(script, port: server.port)
        await server.stop()
    }

    @Test func `a client that dies in the delay leaves an accepted message`() async throws {
        let folder = try TemporaryFolder()
        let server = try await RehearsalServer.start(
            keeping: .messages(in: folder.path),
            fault: .delay(.seconds(600))
        )
        let script = #"""
            dial()
            talk(b"EHLO c.example\r\nMAIL FROM:<>\r\nRCPT TO:<anna@example.org>\r\nDATA\r\n", 9)
            wire.sendall(b"hello\r\n.\r\n")
            while not os.path.exists(sys.argv[2] + "/000001.eml"): pass
            """#
        _ = try await Program.python(script, port: server.port, folder.path)
        await server.stop()
        #expect(server.summary.transactions == 1)
        #expect(try folder.names == ["000001.eml", "000001.envelope.json"])
    }

    @Test func `the reply to the dot comes after the delay`() async throws {
        let server = try await RehearsalServer.start(
            keeping: .nothing,
            fault: .delay(.milliseconds(300))
        )
        let script = #"""
            import time
            dial()
            talk(b"EHLO c.example\r\nMAIL FROM:<>\r\nRCPT TO:<anna@example.org>\r\nDATA\r\n", 9)
            start = time.monotonic()
            assert talk(b"hello\r\n.\r\n", 1)[0].startswith("250")
            assert time.monotonic() - start >= 0.29
            """#
        _ = try await Program.python(script, port: server.port)
        await server.stop()
    }
}
