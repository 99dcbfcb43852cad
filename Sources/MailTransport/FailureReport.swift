import MailCore

/// What MAIL and RCPT ask of a relay that reports failures (RFC 3461 section 4).
///
/// The report shall hold the message's header alone and not its text, shall come when the message failed or is late, and
/// shall name the message by its envelope id and the person by the address that we wrote.
struct FailureReport {
    private let envelopeID: EnvelopeID

    init(named envelopeID: EnvelopeID) {
        self.envelopeID = envelopeID
    }

    /// Behind the sender.
    var ofSender: String { " RET=HDRS ENVID=\(envelopeID.text)" }

    /// Behind the recipient, computed from that one address.
    static func parameters(for recipient: EmailAddress) -> String {
        " NOTIFY=FAILURE,DELAY ORCPT=rfc822;\(xtext(recipient.text))"
    }

    /// RFC 3461 section 4: printable signs but `+` and `=`, everything else as `+` and two digits.
    private static func xtext(_ text: String) -> String {
        text.utf8.map { octet in
            switch octet {
            case UInt8(ascii: "+"), UInt8(ascii: "="):
                "+\(Hexadecimal.text(of: [octet]).uppercased())"
            case 0x21...0x7E: String(UnicodeScalar(octet))
            default: "+\(Hexadecimal.text(of: [octet]).uppercased())"
            }
        }.joined()
    }
}
