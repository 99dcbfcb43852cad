import MailCore
import Testing

/// What counts in a relay's log, and what does not.
struct RelayLogTests {
    private static let (one, two) = (
        "0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"
    )

    private func findings(_ lines: String...) -> [String: RelayLog.Finding] {
        var log = RelayLog(lookingFor: [Self.one, Self.two])
        for line in lines { log.read(Array(line.utf8)[...]) }
        return log.findings
    }

    private func cleanup(_ queue: String, _ id: String, host: String = "relay") -> String {
        "Nov 30 21:15:09 \(host) postfix/cleanup[811]: \(queue): message-id=<\(id)@kreis.example>"
    }

    private func active(_ queue: String, host: String = "relay", tag: String = "postfix") -> String
    {
        "Nov 30 21:15:09 \(host) \(tag)/qmgr[7]: \(queue): from=<ruecklauf@kreis.example>, "
            + "size=4060, nrcpt=1 (queue active)"
    }

    private func removed(_ queue: String) -> String {
        "Nov 30 21:15:10 relay postfix/qmgr[7]: \(queue): removed"
    }

    @Test func `Postfix has taken what its queue manager has in the queue`() {
        let found = findings(cleanup("4F2A00", Self.one), active("4F2A00"), removed("4F2A00"))
        #expect(found == [Self.one: .accepted(queue: "4F2A00")])
    }

    @Test func `a Message-ID noted by cleanup alone settles nothing`() {
        #expect(findings(cleanup("4F2A00", Self.one)) == [Self.one: .begun(queue: "4F2A00")])
        #expect(
            findings(cleanup("4F2A00", Self.one), active("4F2A01"), removed("4F2A00"))
                == [Self.one: .begun(queue: "4F2A00")]
        )
        #expect(
            findings(active("4F2A00"), cleanup("4F2A00", Self.one)).values.allSatisfy {
                $0 == .begun(queue: "4F2A00")
            }
        )
        #expect(findings().isEmpty)
    }

    /// Short queue ids are used again within seconds.
    @Test func `a queue id that comes again is another message`() {
        let other = String(Self.one.reversed()) + "x"
        #expect(
            findings(cleanup("4F2A00", Self.one), cleanup("4F2A00", other), active("4F2A00"))
                == [Self.one: .begun(queue: "4F2A00")]
        )
        #expect(
            findings(cleanup("4F2A00", Self.one), removed("4F2A00"), active("4F2A00"))
                == [Self.one: .begun(queue: "4F2A00")]
        )
        #expect(
            findings(cleanup("4F2A00", Self.one), cleanup("4F2A00", Self.two), active("4F2A00"))
                == [Self.one: .begun(queue: "4F2A00"), Self.two: .accepted(queue: "4F2A00")]
        )
    }

    @Test func `the same queue id of another host or instance is another message`() {
        let begun = [Self.one: RelayLog.Finding.begun(queue: "4F2A00")]
        #expect(findings(cleanup("4F2A00", Self.one), active("4F2A00", host: "mx2")) == begun)
        #expect(findings(cleanup("4F2A00", Self.one), active("4F2A00", tag: "postfix-in")) == begun)
    }

    @Test func `tried twice, taken once`() {
        let found = findings(
            cleanup("4F2A00", Self.one),
            cleanup("4F2A01", Self.one),
            active("4F2A01"),
            cleanup("4F2A02", Self.one)
        )
        #expect(found == [Self.one: .accepted(queue: "4F2A01")])
    }

    @Test(arguments: [
        "2026-11-30T21:15:09.123456+01:00 relay postfix/", "Nov 30 21:15:09 relay postfix/",
        "<22>Nov 30 21:15:09 relay private-postfix/", "Nov  3 01:15:09 relay.kreis.example mail/",
    ])
    func `every clock and name of Postfix is read`(head: String) {
        let found = findings(
            "\(head)cleanup[811]: 4XyzQ1abcdz1: message-id=<\(Self.one)@kreis.example>",
            "\(head)qmgr[7]: 4XyzQ1abcdz1: from=<a@kreis.example>, size=1, nrcpt=1 (queue active)"
        )
        #expect(found == [Self.one: .accepted(queue: "4XyzQ1abcdz1")])
    }

    @Test(arguments: [
        "2026-11-30 21:15:09 1vPabc-000123-AB <= ruecklauf@kreis.example H=(a) [127.0.0.1] P=esmtp S=4060 id=ID@kreis.example",
        "2026-11-30 21:15:09.123 +0100 [4711] 1vPabc-000000001aB-2cde <= <> H=a [::1]:5 P=esmtps id=ID@kreis.example T=\"x\"",
        "Nov 30 21:15:09 relay exim[4711]: 1vPabc-000123-AB <= a@kreis.example H=a P=esmtp S=1 id=ID@kreis.example for b",
    ])
    func `the arrival line of Exim says that it has the message`(line: String) {
        let found = findings(line.replacing("ID", with: Self.one))
        #expect(found.keys.sorted() == [Self.one])
        #expect(found.values.allSatisfy { if case .accepted = $0 { true } else { false } })
    }

    /// Everything that whoever sends mail can write into a log has its place behind the program's own words.
    @Test(arguments: [
        "Nov 30 21:15:09 relay postfix/smtpd[9]: warning: relay postfix/cleanup[1]: 4F2A00: message-id=<ID@kreis.example>",
        "Nov 30 21:15:09 relay postfix/cleanup[9]: 4F2A00: warning: header Subject: x message-id=<ID@kreis.example>",
        "Nov 30 21:15:09 relay postfix/cleanup[9]: 4F2A00: resent-message-id=<ID@kreis.example>",
        "Nov 30 21:15:09 relay cleanup[9]: 4F2A00: message-id=<ID@kreis.example>",
        "2026-11-30 21:15:09 1vPabc-000123-AB => a@example.org R=x T=y id=ID@kreis.example",
        "2026-11-30 21:15:09 1vPabc-000123-AB rejected after DATA: <= id=ID@kreis.example",
        "2026-11-30 21:15:09 rejected <= a id=ID@kreis.example",
        "2026-11-30 21:15:09 1vPabc-000123-AB <= a@kreis.example P=esmtp",
        "", "]: ", "postfix/cleanup[", " <= ", "\u{FFFD}\u{0}]: <= id=",
    ])
    func `no other line counts`(line: String) {
        #expect(findings(line.replacing("ID", with: Self.one), active("4F2A00")).isEmpty)
    }
}
