/// A token that opens the relay for a while (RFC 6749), and does not show itself.
package struct AccessToken: Hashable, Sendable, CustomStringConvertible,
    CustomDebugStringConvertible, CustomReflectable
{
    /// The token itself.
    ///
    /// Only the transport asks for it.
    package let secretText: String

    /// No relay's token is as long.
    private static let longest = 65_536

    /// Nil for what cannot be a token: nothing, several lines, or signs that would end a part of the
    /// login (RFC 6749 section A.12 allows printable ASCII; a blank would end it, too).
    package init?(_ text: String) {
        let octets = text.utf8
        guard !octets.isEmpty, octets.count <= Self.longest,
            octets.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        secretText = text
    }

    package var description: String { "[token]" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
