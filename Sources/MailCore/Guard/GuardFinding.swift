/// Why the guard will not let a message go.
///
/// Names the rule and the place, never a value.
package enum GuardFinding: Hashable, Sendable, CustomStringConvertible {
    /// An octet outside printable ASCII, TAB, and CRLF pairs.
    case octet(line: Int)
    /// Longer than 998 octets in the header, 76 in the body.
    case longLine(line: Int)
    /// A line begins with a dot.
    case leadingDot(line: Int)
    /// A header field outside the closed list, or one that cannot be read.
    case header(name: String)
    /// A header field that must stand exactly once stands more often, or not at all.
    case headerCount(name: String)
    /// `To` is not exactly the one bare address of this recipient.
    case recipient
    /// A part whose type or encoding is not one this program writes.
    case part
    /// An address that is neither this recipient's nor the office's.
    case foreignAddress(place: String)

    package var description: String {
        switch self {
        case .octet(let line): "line \(line) holds an octet that is not plain text"
        case .longLine(let line): "line \(line) is too long"
        case .leadingDot(let line): "line \(line) begins with a dot"
        case .header(let name): "the header field \(name) is not allowed"
        case .headerCount(let name): "the header field \(name) does not stand exactly once"
        case .recipient: "To is not exactly the address of this message's recipient"
        case .part: "a part has a type or encoding that this program does not write"
        case .foreignAddress(let place):
            "an address in the \(place) is neither the recipient's nor the office's"
        }
    }
}
