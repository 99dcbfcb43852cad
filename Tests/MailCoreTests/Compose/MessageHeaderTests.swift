import MailCore
import TestSupport
import Testing

/// Names in headers, as Python's email package reads them.
struct MessageHeaderTests {
    static let names = [
        "Müller", "Ayşe Yılmaz", "ليلى حداد", "Пётр Ильич", "👩‍⚕️🏳️‍🌈", "李小龍", "e\u{301}",
        "=?utf-8?Q?x?=", "=?", "a =?b", "?=", "a_b", "a=20b", "a  b", " a", "a ", "x: y",
        "a: b: c:",
        String(repeating: "Beispiel ", count: 22) + "X", String(repeating: "a", count: 200),
        String(repeating: "ü", count: 200), String(repeating: "aaaa: ", count: 40) + "X",
        String(repeating: "👩‍⚕️", count: 40), "\u{FEFF}x", "a\u{200B}b", "\"a\", b", "(a)", "a\\b",
        "a,b", "<a>", String(repeating: "\"", count: 60), String(repeating: "\\", count: 59) + ",",
        String(repeating: "a", count: 59) + ",", String(repeating: "a b,", count: 15),
    ]

    @Test func `every subject is read as it was written, in short lines`() async throws {
        let letter = try sampleLetter(subject: "{{#termine}}{{ort}}{{/termine}}")
        let messages = try Self.names.map { name in
            let recipient = try sampleRecipient("a@example.org", site: name)
            return try Messages.render(recipient, on: letter)
        }
        for (name, reading) in zip(Self.names, try await MessageReading.all(of: messages)) {
            #expect(Array(reading.subject.utf8) == Array(name.utf8), "\(name)")
            #expect(reading.faults + reading.defects == [], "\(name)")
        }
    }

    @Test func `every name of an office is read as one mailbox`() async throws {
        // Blanks around a name and angle brackets in it cannot be configured.
        let names = Self.names.filter { $0 == $0.trimmed && !$0.contains("<") }
        let messages = try names.map { name in
            let letter = try sampleLetter(from: "\(Self.configured(name)) <termine@kreis.example>")
            return try Messages.render(sampleRecipient("a@example.org"), on: letter)
        }
        for (name, reading) in zip(names, try await MessageReading.all(of: messages)) {
            #expect(reading.from == [name, "termine@kreis.example"], "\(name)")
            #expect(reading.senders == ["termine@kreis.example"], "\(name)")
            #expect(reading.faults + reading.defects == [], "\(name)")
        }
    }

    /// A quotation mark can be part of a name only between others (RFC 5322 section 3.2.4).
    private static func configured(_ name: String) -> String {
        guard name.contains("\"") else { return name }
        return "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    @Test func `the longest address makes a line that is not folded`() async throws {
        let domain = EmailAddressTests.longDomain
        let address = "\(EmailAddressTests.longLocal)@\(domain)"
        let message = try Messages.render(sampleRecipient(address), on: sampleLetter())
        let reading = try await MessageReading.one(message)
        #expect(reading.to == [["", address]])
        #expect(reading.faults + reading.defects == [])
    }

    @Test func `an answer goes where the office wants it`() async throws {
        let office = try sampleAuthority()
        let letter = try Letter(
            template: sampleLetter().template,
            authority: Authority(
                name: office.name,
                address: office.address,
                phone: office.phone,
                email: office.email,
                website: office.website,
                imprint: office.imprint,
                privacy: office.privacy,
                hotlinePhone: office.hotlinePhone,
                hotlineHours: office.hotlineHours,
                sender: Sender(
                    from: office.sender.from,
                    replyTo: EmailAddress(parsing: "buergerservice@kreis.example"),
                    envelopeFrom: office.sender.envelopeFrom
                )
            )
        )
        let recipient = try sampleRecipient("a@example.org")
        let message = try Messages.render(recipient, on: letter)
        let reading = try await MessageReading.one(message)
        #expect(reading.names.filter { $0 == "Reply-To" }.count == 1)
        #expect(reading.faults + reading.defects == [])
        let messageGuard = MessageGuard(letter: letter, values: CampaignValues())
        #expect(messageGuard.findings(in: message, for: recipient) == [])
        #expect(letter.digest != (try sampleLetter().digest))
    }
}

extension String {
    fileprivate var trimmed: String {
        String(
            trimmingPrefix(while: \.isWhitespace).reversed().trimmingPrefix(while: \.isWhitespace)
                .reversed()
        )
    }
}
