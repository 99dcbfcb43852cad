import MailCore
import TestSupport
import Testing

/// Octets that this program would never write.
struct GuardedBytesTests {
    private static let good = """
        From: Musterkreis <termine@kreis.example>
        To: erika@example.org
        Subject: Absage
        Date: Mon, 15 Mar 2021 17:42:07 +0100
        Message-ID: <00000000000000000000000000000001@kreis.example>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="=_1"
        Content-Language: de
        Auto-Submitted: auto-generated
        X-Auto-Response-Suppress: OOF, AutoReply, RN, NRN, DR

        --=_1
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Ihr Termin findet nicht statt.
        --=_1
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PHA+SWhyIFRlcm1pbiBmaW5kZXQgbmljaHQgc3RhdHQuPC9wPg==
        --=_1--

        """.replacing("\n", with: "\r\n")

    private static func findings(_ text: String) throws -> [GuardFinding] {
        try findings(Array(text.utf8))
    }

    private static func findings(_ bytes: [UInt8]) throws -> [GuardFinding] {
        try MessageGuard(letter: sampleLetter(text: "Ihr Termin"), values: CampaignValues())
            .findings(in: bytes, for: sampleRecipient("erika@example.org"), id: Messages.id())
    }

    private static func changed(_ old: String, _ new: String) throws -> [GuardFinding] {
        try #require(good.contains(old), "nothing to change: \(old)")
        return try findings(good.replacing(old, with: new))
    }

    @Test func `the good message has no finding`() throws {
        #expect(try Self.findings(Self.good) == [])
    }

    @Test(arguments: [
        ("Bcc: x@y.example", [GuardFinding.header(name: "Bcc")]),
        ("bcc: erika@example.org", [.header(name: "Bcc")]),
        ("Cc: erika@example.org", [.header(name: "Cc")]),
        ("Resent-To: erika@example.org", [.header(name: "Resent-To")]),
        ("Sender: termine@kreis.example", [.header(name: "Sender")]),
        ("Disposition-Notification-To: termine@kreis.example", [.header(name: "(unknown)")]),
        ("Return-Path: <termine@kreis.example>", [.header(name: "(unknown)")]),
        ("X-Erika: Beispiel", [.header(name: "(unknown)")]),
        ("To : erika@example.org", [.header(name: "(unknown)")]),
        ("no colon", [.header(name: "(unknown)")]),
        ("To: erika@example.org", [.headerCount(name: "To")]),
        ("Subject: Zweiter", [.headerCount(name: "Subject")]),
        ("From: termine@kreis.example", [.headerCount(name: "From")]),
        (
            "Reply-To: info@kreis.example\r\nReply-To: info@kreis.example",
            [.headerCount(name: "Reply-To")]
        ),
        (
            "Reply-To: x@y.example",
            [GuardFinding.foreign(.address, place: "header field Reply-To", row: nil)]
        ),
        ("Reply-To: info@kreis.example", []),
    ])
    func `a header line too many is found`(line: String, expected: [GuardFinding]) throws {
        let findings = try Self.changed("Subject: Absage", "Subject: Absage\r\n\(line)")
        #expect(findings.filter { expected.contains($0) } == expected)
        #expect(findings.isEmpty == expected.isEmpty)
    }

    @Test(arguments: [
        ("From: Musterkreis <termine@kreis.example>\r\n", "From"),
        ("To: erika@example.org\r\n", "To"),
        ("Subject: Absage\r\n", "Subject"), ("MIME-Version: 1.0\r\n", "MIME-Version"),
        ("Auto-Submitted: auto-generated\r\n", "Auto-Submitted"),
        ("Date: Mon, 15 Mar 2021 17:42:07 +0100\r\n", "Date"),
        ("Content-Language: de\r\n", "Content-Language"),
    ])
    func `a header line too few is found`(line: String, name: String) throws {
        #expect(try Self.changed(line, "").contains(.headerCount(name: name)))
    }

    @Test(arguments: [
        "To: x@y.example", "To: ERIKA@example.org", "To: Erika <erika@example.org>",
        "To: erika@example.org, erika@example.org", "To: erika@example.org,\r\n x@y.example", "To:",
        "To: <erika@example.org>", "To: erika@example.org (x)", "To: erika@example.org;",
        "To: =?utf-8?Q?erika@example.org?=",
    ])
    func `To is exactly the one bare address`(line: String) throws {
        #expect(try Self.changed("To: erika@example.org", line).contains(.recipient))
    }

    @Test(arguments: [
        ("Subject: Absage", "Subject: Absage\r\n Cc: x@y.example", "Subject"),
        ("Subject: Absage", "Subject: Absage\r\n\tx@y.example", "Subject"),
        ("Subject: Absage", "Subject: =?utf-8?B?eEB5LmV4YW1wbGU=?=", "Subject"),
        ("Subject: Absage", "Subject: =?utf-8?q?x=40y?=\r\n =?utf-8?q?.example?=", "Subject"),
        ("Subject: Absage", "Subject: =?iso-8859-1*de?Q?x=40y.example?=", "Subject"),
        ("<termine@kreis.example>", "<termine@kreis.example>, x@y.example", "From"),
        ("0001@kreis.example>", "0001@kreis.example> <x@y.example>", "Message-ID"),
        ("0001@kreis.example>", "0001@kreis.example@y.example>", "Message-ID"),
        ("<00000000000000000000000000000001@", "<erika@", "Message-ID"),
    ])
    func `somebody else's address in a header is found`(
        old: String,
        new: String,
        name: String
    ) throws {
        let place = GuardFinding.foreign(.address, place: "header field \(name)", row: nil)
        #expect(try Self.changed(old, new) == [place])
    }

    @Test(arguments: [
        ("Content-Language: de", "Content-Language: de, x@y.example", "Content-Language"),
        ("Content-Language: de", "Content-Language: de; Anna", "Content-Language"),
        ("MIME-Version: 1.0", "MIME-Version: 1.0 (Anna)", "MIME-Version"),
        ("Submitted: auto-generated", "Submitted: auto-generated; x=1", "Auto-Submitted"),
        ("NRN, DR", "NRN, DR, All", "X-Auto-Response-Suppress"),
        ("+0100", "+0100 (Anna)", "Date"), ("Mon, 15 Mar", "Anna, 15 Mar", "Date"),
        ("boundary=\"=_1\"", "boundary=\"=_1\"; x=1", "Content-Type"),
        ("=_1", "=_Anna", "Content-Type"),
    ])
    func `a constant header that says something else is found`(
        old: String,
        new: String,
        name: String
    ) throws {
        #expect(try Self.changed(old, new).contains(.headerValue(name: name)))
    }

    @Test(arguments: [
        ("Absage", "Ab\nsage", GuardFinding.octet(line: 3)),
        ("Absage", "Ab\rsage", .octet(line: 3)),
        ("Absage", "Ab\u{0}sage", .octet(line: 3)),
        ("Absage", "Absäge", .octet(line: 3)),
        ("Absage", "Ab\u{7F}sage", .octet(line: 3)),
        ("Absage\r\n", "Absage\r\r\n", .octet(line: 3)),
        ("nicht statt.\r\n", "nicht statt.\n", .octet(line: 16)),
        ("nicht statt.\r\n", "nicht statt.\n.\r\nMAIL FROM:<x@y.example>\r\n", .octet(line: 16)),
        ("Ihr Termin", ".Ihr Termin", .leadingDot(line: 16)),
        ("nicht statt.\r\n", "nicht statt.\r\n.\r\n", .leadingDot(line: 17)),
        ("Ihr Termin", String(repeating: "a", count: 77), .longLine(line: 16)),
        ("Absage", String(repeating: "a", count: 990), .longLine(line: 3)),
        ("--=_1--\r\n", "--=_1--", .octet(line: 22)),
        ("--=_1--\r\n", "--=_1--\r", .octet(line: 22)),
    ])
    func `octets that relays disagree about are found`(
        old: String,
        new: String,
        finding: GuardFinding
    ) throws {
        #expect(try Self.changed(old, new) == [finding])
    }

    @Test func `lines as long as allowed are no finding, and no bytes are no message`() throws {
        #expect(try Self.changed("Ihr Termin findet", String(repeating: "a", count: 62)) == [])
        #expect(try Self.changed("Absage", String(repeating: "a", count: 989)) == [])
        #expect(try Self.findings([]) != [])
        #expect(try Self.findings("\r\n") != [])
    }

    @Test(arguments: [
        ("text/plain;", "application/pdf;"), ("text/plain;", "message/rfc822;"),
        ("text/plain; charset=utf-8", "text/plain; charset=utf-7"),
        ("text/plain; charset=utf-8", "text/plain; charset=utf-8; name=x"),
        ("quoted-printable", "8bit"), ("quoted-printable", "7bit"), ("base64", "x-uuencode"),
        ("nicht statt.", "nicht=statt."), ("nicht statt.", "nicht statt=FF."), ("PHA+", "PHA+="),
        ("multipart/alternative;", "multipart/mixed;"), ("boundary=\"=_1\"", "boundary=\"=_2\""),
        ("--=_1--\r\n", "--=_1\r\n"), ("--=_1--\r\n", "--=_1--\r\nx\r\n"),
        ("\r\n\r\n--=_1\r\n", "\r\n\r\nx\r\n--=_1\r\n"),
        ("text/plain;", "text/html;"), ("text/html;", "text/plain;"),
        (
            "Content-Transfer-Encoding: quoted",
            "Content-Disposition: attachment\r\nContent-Transfer-Encoding: quoted"
        ),
    ])
    func `a part that this program does not write is found`(old: String, new: String) throws {
        #expect(try Self.changed(old, new) == [.part])
    }

    @Test func `a finding never tells a value`() throws {
        let findings = try Self.changed(
            "Subject: Absage",
            "Subject: x@y.example\r\nX-Geheim: x@y.example"
        )
        #expect(findings.count >= 2)
        for finding in findings {
            #expect(!finding.description.contains("y.example"))
            #expect(!finding.description.contains("Geheim"))
        }
    }
}
