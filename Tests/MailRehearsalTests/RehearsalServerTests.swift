import Foundation
import MailRehearsal
import TestSupport
import Testing

struct RehearsalServerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `Python's smtplib hands over a message and finds it kept byte for byte`()
        async throws
    {
        let server = try await RehearsalServer.start(keeping: .messages(in: folder.path))
        let script = #"""
            client = smtplib.SMTP("127.0.0.1", port, local_hostname="client.example", timeout=60)
            message = b"Subject: Absage\r\n\r\n.dot\r\n..dots\r\n\xc3\xa4\r\n"
            client.sendmail("office@authority.example", ["anna@example.org"], message,
                            mail_options=["BODY=8BITMIME"])
            client.sendmail("", ["anna@example.org", "bernd@example.org"], b"a\r\n")
            assert client.vrfy("anna")[0] == 252
            client.quit()
            """#
        _ = try await Program.python(script, port: server.port)
        await server.stop()

        let names = ["000001.eml", "000001.envelope.json", "000002.eml", "000002.envelope.json"]
        #expect(try folder.names == names)
        for name in names { #expect(try folder.mode(of: name) == 0o600) }
        let message = "Subject: Absage\r\n\r\n.dot\r\n..dots\r\nä\r\n"
        #expect(try folder.bytes(of: "000001.eml") == Array(message.utf8))
        let first = Envelope(
            mailFrom: "office@authority.example",
            rcptTo: ["anna@example.org"],
            size: message.utf8.count,
            connection: 1,
            transaction: 1,
            clientHelo: "client.example"
        )
        #expect(try folder.envelope("000001.envelope.json") == first)
        let second = try folder.envelope("000002.envelope.json")
        #expect(second.rcptTo == ["anna@example.org", "bernd@example.org"])
        #expect(second.mailFrom == "")
        #expect(server.summary.transactions == 2)
        #expect(server.summary.maximumRecipientsPerTransaction == 2)
        #expect(server.summary.connections == 1)
        #expect(server.summary.totalBytes == message.utf8.count + 3)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/sbin/smtp-source")))
    func `Postfix's smtp-source hands over 400 messages on four connections`() async throws {
        let server = try await RehearsalServer.start(keeping: .messages(in: folder.path))
        _ = try await Program.run(
            "/usr/sbin/smtp-source",
            ["-d", "-l", "10000", "-m", "400", "-s", "4"]
                + ["-f", "office@authority.example", "-t", "anna@example.org"]
                + ["127.0.0.1:\(server.port)"]
        )
        await server.stop()

        let summary = server.summary
        #expect(summary.transactions == 400)
        #expect(summary.maximumRecipientsPerTransaction == 1)
        let messages = try folder.names.filter { $0.hasSuffix(".eml") }
        #expect(messages.count == 400)
        let sizes = try messages.map { try folder.bytes(of: $0).count }
        #expect(sizes.reduce(0, +) == summary.totalBytes)
    }

    @Test func `the 250 comes after the files, and the envelope travels behind the dot`()
        async throws
    {
        let server = try await RehearsalServer.start(keeping: .messages(in: folder.path))
        let script = #"""
            envelope = b"MAIL FROM:<>\r\nRCPT TO:<anna@example.org>\r\nDATA\r\n"
            dial()
            talk(b"EHLO client.example\r\n", 6)
            talk(envelope, 3)
            for number in range(1, 51):
                replies = talk(b"hello\r\n.\r\n" + envelope, 1)
                assert replies == ["250 2.0.0 Ok: queued as R%06d" % number], replies
                name = sys.argv[2] + "/%06d" % number
                assert os.path.getsize(name + ".eml") == 7
                assert os.path.getsize(name + ".envelope.json") > 0
                assert [line[:3] for line in talk(b"", 3)] == ["250", "250", "354"]
            """#
        _ = try await Program.python(script, port: server.port, folder.path)
        await server.stop()
        #expect(server.summary.transactions == 50)
    }

    @Test func `octets may arrive one by one`() async throws {
        let server = try await RehearsalServer.start(keeping: .nothing)
        let script = #"""
            dial()
            wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for octet in (b"EHLO c.example\r\nMAIL FROM:<>\r\nRCPT TO:<anna@example.org>\r\n"
                          b"DATA\r\n..a\r\n.\r\nQUIT\r\n"):
                wire.sendall(bytes([octet]))
            text = lines.read().decode()
            assert text.endswith("queued as R000001\r\n221 2.0.0 Bye\r\n"), text
            """#
        _ = try await Program.python(script, port: server.port)
        await server.stop()
        #expect(server.summary.totalBytes == 4)
    }

    @Test func `twenty thousand messages in one stream do not exhaust the stack`() async throws {
        let server = try await RehearsalServer.start(keeping: .nothing)
        let script = #"""
            import threading
            dial()
            one = b"MAIL FROM:<>\r\nRCPT TO:<anna@example.org>\r\nDATA\r\n.\r\n"
            writer = threading.Thread(
                target=lambda: wire.sendall(b"EHLO c.example\r\n" + one * 20000 + b"QUIT\r\n"))
            writer.start()
            assert lines.read().count(b"queued as") == 20000
            """#
        _ = try await Program.python(script, port: server.port)
        await server.stop()
        #expect(server.summary.transactions == 20000)
    }

    @Test func `a message whose connection breaks before the dot is not kept`() async throws {
        let server = try await RehearsalServer.start(keeping: .messages(in: folder.path))
        let script = #"""
            dial()
            talk(b"EHLO c.example\r\nMAIL FROM:<>\r\nRCPT TO:<anna@example.org>\r\nDATA\r\n", 9)
            wire.sendall(b"hello\r\n.\r")
            """#
        _ = try await Program.python(script, port: server.port)
        await server.stop()
        #expect(server.summary.transactions == 0)
        #expect(try folder.names == [])
    }

    @Test func `a message that cannot be written is answered with 451`() async throws {
        let server = try await RehearsalServer.start(keeping: .messages(in: folder.path))
        try FileManager.default.removeItem(atPath: folder.path)
        let script = #"""
            dial()
            talk(b"EHLO c.example\r\nMAIL FROM:<>\r\nRCPT TO:<anna@example.org>\r\nDATA\r\n", 9)
            replies = talk(b"hello\r\n.\r\n", 1)
            assert replies[0].startswith("451 4.3.0"), replies
            """#
        _ = try await Program.python(script, port: server.port)
        await server.stop()
        #expect(server.summary.transactions == 0)
    }

    @Test func `stopping closes open connections and frees the port`() async throws {
        let server = try await RehearsalServer.start(keeping: .nothing)
        async let ended = Program.python(#"dial(); print(len(lines.read()))"#, port: server.port)
        while server.summary.connections == 0 { await Task.yield() }
        await server.stop()
        _ = try? await ended
        await server.stop()
        let again = try await RehearsalServer.start(keeping: .nothing, port: server.port)
        #expect(again.port == server.port)
        await again.stop()
    }

    @Test func `a port in use is an error`() async throws {
        let server = try await RehearsalServer.start(keeping: .nothing)
        await #expect(throws: (any Error).self) {
            try await RehearsalServer.start(keeping: .nothing, port: server.port)
        }
        await server.stop()
    }
}
