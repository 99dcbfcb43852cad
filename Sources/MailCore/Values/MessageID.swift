/// The name of one message, made once at planning: 32 random hexadecimal digits (128 bits).
///
/// With the sender's domain behind it, it is the `Message-ID` header (RFC 5322 section 3.6.4), the
/// same on every attempt. It holds nothing of the recipient.
package struct MessageID: Hashable, Sendable {
    package let text: String

    /// Makes a new name.
    package init(using generator: inout some RandomNumberGenerator) {
        let digits = [generator.next() as UInt64, generator.next() as UInt64].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
        text = Hexadecimal.text(of: digits)
    }

    /// Nil unless the text is 32 hexadecimal digits.
    package init?(parsing text: String) {
        guard Hexadecimal.octets(text, count: 16) != nil else { return nil }
        self.text = text
    }

    /// The value of the `Message-ID` header, with its angle brackets.
    package func header(for sender: EmailAddress) -> String { "<\(text)@\(sender.domain)>" }
}

extension MessageID: CustomStringConvertible {
    package var description: String { text }
}
