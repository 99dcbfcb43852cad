package import struct Foundation.Date
package import struct Foundation.TimeZone

/// One message to one person, as the bytes that go to the relay.
///
/// A message with two recipients cannot be written down: `recipient` is one address, the
/// initialiser is private, and the one maker takes one `Recipient`. The `To` header and the
/// envelope are both computed from `recipient`; neither is stored.
package struct OutgoingMessage: Sendable {
    package let id: MessageID
    /// The one `RCPT TO` and the one address in `To`.
    package let recipient: EmailAddress
    /// `MAIL FROM`.
    package let sender: EmailAddress
    /// The whole message: ASCII, lines end with CRLF, none begins with a dot, the last one ends
    /// with CRLF.
    package let bytes: [UInt8]
    /// SHA-256 over `bytes` without the `Date` field: the same at planning, at approval and on
    /// every attempt.
    package let digest: Digest
    /// What the relay shall call it in a report of failure; nil if none is asked for.
    package let envelopeID: EnvelopeID?

    private init(
        id: MessageID,
        recipient: EmailAddress,
        sender: EmailAddress,
        bytes: [UInt8],
        digest: Digest,
        envelopeID: EnvelopeID? = nil
    ) {
        self.id = id
        self.recipient = recipient
        self.sender = sender
        self.bytes = bytes
        self.digest = digest
        self.envelopeID = envelopeID
    }

    /// The same message, reported under a name if it fails.
    package func reported(as envelopeID: EnvelopeID) -> OutgoingMessage {
        OutgoingMessage(
            id: id,
            recipient: recipient,
            sender: sender,
            bytes: bytes,
            digest: digest,
            envelopeID: envelopeID
        )
    }

    /// Writes the message for one recipient.
    ///
    /// - Parameters:
    ///   - recipient: The one person it is for.
    ///   - letter: What is the same in every message.
    ///   - id: The message's name, made once at planning.
    ///   - date: When the message is first handed over (RFC 5322 section 3.6.1).
    ///   - timeZone: For the offset in `Date`.
    ///   - isTest: Whether it goes to the authority itself, to be looked at: its subject says so then.
    /// - Returns: The message as it will go out.
    /// - Throws: `RenderError` if the letter cannot be filled in for this recipient.
    package static func render(
        for recipient: Recipient,
        on letter: Letter,
        id: MessageID,
        date: Date,
        in timeZone: TimeZone,
        isTest: Bool = false
    ) throws(RenderError) -> OutgoingMessage {
        let encoded = try letter.encoded(for: recipient)
        let mark = isTest ? testMark : ""
        guard let subject = try? HeaderText(parsing: mark + encoded.subject) else {
            throw .controlCharacterInSubject
        }
        let sender = letter.authority.sender
        let boundary = "=_\(id.text)"
        // Must be the complete list of headers: there is no other place
        // where one could be added.
        var before = HeaderWriter()
        before.add("From", mailbox: sender.from)
        before.add("To", token: recipient.address.text)
        if let replyTo = sender.replyTo { before.add("Reply-To", token: replyTo.text) }
        before.add("Subject", text: subject)
        var after = HeaderWriter()
        after.add("Message-ID", token: id.header(for: sender.from.address))
        after.add("MIME-Version", token: "1.0")
        after.add("Content-Type", token: "multipart/alternative; boundary=\"\(boundary)\"")
        after.add("Content-Language", token: letter.template.language)
        after.add("Auto-Submitted", token: "auto-generated")
        after.add("X-Auto-Response-Suppress", token: "OOF, AutoReply, RN, NRN, DR")
        after.end()
        let body = MultipartBody(text: encoded.text, html: encoded.html, boundary: boundary)
        var dated = HeaderWriter()
        dated.add("Date", token: MailDate.text(date, in: timeZone))
        let pieces = [before.bytes, dated.bytes, after.bytes, body.bytes]
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
        for piece in pieces { bytes.append(contentsOf: piece) }
        let dateField = before.bytes.count..<(before.bytes.count + dated.bytes.count)
        return OutgoingMessage(
            id: id,
            recipient: recipient.address,
            sender: sender.envelopeFrom,
            bytes: bytes,
            digest: Digest(of: bytes, without: dateField)
        )
    }
}

extension OutgoingMessage {
    /// In front of the subject of a test mail.
    package static let testMark = "[Test] "
}

extension OutgoingMessage: CustomStringConvertible, CustomReflectable {
    /// Hidden, so that interpolation into a log line or an error cannot leak it.
    package var description: String { "[message \(id)]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
