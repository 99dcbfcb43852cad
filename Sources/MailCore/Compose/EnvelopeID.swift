/// What a relay calls one message when it reports that it could not pass it on (RFC 3461, `ENVID`).
///
/// It travels through other people's servers and back in bounces, so it is not the message's own name: whoever sees one
/// of both learns nothing of the other.
package struct EnvelopeID: Hashable, Sendable {
    /// 32 hexadecimal digits, which need no encoding as xtext.
    package let text: String

    /// - Parameter code: Of which 16 octets are kept; must be under a key.
    package init(code: some Sequence<UInt8>) {
        text = Hexadecimal.text(of: Array(code.prefix(16)))
    }
}
