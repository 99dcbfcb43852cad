/// Exactly one mailbox, as the envelope and the `To` header carry it: `local@domain`, ASCII only.
///
/// Stricter than RFC 5321 on purpose: no quoted local part, comment, address literal, space, comma,
/// semicolon, angle bracket, CR or LF, and neither `%` nor `!` (old source routes). One value
/// cannot spell two mailboxes or a second SMTP command. The domain is kept in lower case and as
/// A-labels (RFC 5890); the local part is kept as written, since only its own host may compare it.
package struct EmailAddress: Hashable, Sendable {
    /// The mailbox in full.
    ///
    /// Asked for by name, because it is personal data.
    package let text: String

    /// Reads one mailbox.
    ///
    /// - Throws: what keeps the text from being one mailbox. Nothing is ever repaired.
    package init(parsing text: String) throws(AddressError) {
        guard let at = text.lastIndex(of: "@") else { throw .notOneMailbox }
        let local = text[..<at]
        guard !local.contains("@") else { throw .notOneMailbox }
        try Self.check(local: local)
        let domain = try DomainName(parsing: String(text[text.index(after: at)...]))
        // RFC 5321 section 4.5.3.1.3: a path has 256 octets with its angle brackets.
        guard local.utf8.count + 1 + domain.text.utf8.count <= 254 else { throw .tooLong }
        self.text = "\(local)@\(domain.text)"
    }

    /// The part behind the `@`, in lower case, as A-labels.
    package var domain: String {
        String(text[text.index(after: text.lastIndex(of: "@") ?? text.startIndex)...])
    }

    /// The form under which two spellings count as one mailbox: all in lower case.
    package var comparisonKey: String { text.lowercased() }

    private static func check(local: Substring) throws(AddressError) {
        guard !local.isEmpty else { throw .notOneMailbox }
        // RFC 5321 section 4.5.3.1.1.
        guard local.utf8.count <= 64 else { throw .tooLong }
        for unit in local.utf8 where unit >= 0x80 { throw .localPartNotASCII }
        for atom in local.split(separator: ".", omittingEmptySubsequences: false) {
            guard !atom.isEmpty, atom.utf8.allSatisfy(isAtomOctet) else { throw .localPart }
        }
    }

    /// What an atom may hold beside letters and digits.
    package static let signs = "#$&'*+-/=?^_`{|}~".utf8

    /// The `atext` of RFC 5322 section 3.2.3 without `%` and `!`.
    private static func isAtomOctet(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            signs.contains(octet)
        }
    }
}

/// Why a text is not one mailbox this program sends to.
package enum AddressError: Error, Hashable, Sendable {
    /// No `@`, more than one, or nothing in front of it.
    case notOneMailbox
    /// The part in front of the `@` holds something that is not a plain atom.
    case localPart
    /// The part in front of the `@` needs SMTPUTF8 (RFC 6531).
    case localPartNotASCII
    /// The part behind the `@` is not a host name with at least two labels.
    case domain
    /// Longer than RFC 5321 section 4.5.3.1 allows.
    case tooLong
}

extension EmailAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Hidden, so that interpolation into a log line or an error cannot leak it.
    package var description: String { "[address]" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension EmailAddress: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = try EmailAddress(parsing: container.decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
