/// A host name with at least two labels, in lower case and as A-labels.
struct DomainName: Hashable, Sendable {
    let text: String

    /// Reads a domain, mapping non-ASCII labels by UTS 46, non-transitional (`straße` stays apart
    /// from `strasse`: they may belong to two owners).
    ///
    /// What IDNA2008 (RFC 5890 to 5893) does not allow is refused, also where it is already written
    /// as an A-label: a domain that cannot be registered reaches nobody, and one that two programs
    /// read in two ways reaches a stranger.
    init(parsing text: String) throws(AddressError) {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let ascii = isASCII ? text.lowercased() : InternationalName.aLabels(of: text)
        guard let ascii, ascii.utf8.count <= 253 else { throw .domain }
        let labels = ascii.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(Self.isLabel),
            // Every top-level domain ends with a letter; an IP address does not.
            let end = ascii.utf8.last, Self.isLetter(end),
            !labels.contains(where: Self.isALabel) || InternationalName.isValid(ascii)
        else { throw .domain }
        self.text = ascii
    }

    /// RFC 1123 section 2.1: letters, digits and inner hyphens, at most 63 octets; and, by RFC 5890
    /// section 2.3.1, hyphens in third and fourth place only in A-labels.
    private static func isLabel(_ label: Substring) -> Bool {
        let octets = label.utf8
        guard (1...63).contains(octets.count), label.first != "-", label.last != "-",
            !octets.dropFirst(2).starts(with: "--".utf8) || isALabel(label)
        else { return false }
        return octets.allSatisfy { octet in
            isLetter(octet) || octet == UInt8(ascii: "-")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
        }
    }

    private static func isALabel(_ label: Substring) -> Bool { label.hasPrefix("xn--") }

    private static func isLetter(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet)
    }
}
