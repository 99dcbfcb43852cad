import Foundation

/// A host name with at least two labels, in lower case and as A-labels.
struct DomainName: Hashable, Sendable {
    let text: String

    /// Reads a domain, mapping non-ASCII labels by UTS 46, non-transitional (`straße` stays apart
    /// from `strasse`: they may belong to two owners).
    init(parsing text: String) throws(AddressError) {
        let ascii = text.utf8.allSatisfy { $0 < 0x80 } ? text : try Self.aLabels(of: text)
        let labels = ascii.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, ascii.utf8.count <= 253, labels.allSatisfy(Self.isLabel),
            let top = labels.last, !top.utf8.allSatisfy(Self.isDigit)
        else { throw .domain }
        self.text = ascii.lowercased()
    }

    private static func aLabels(of text: String) throws(AddressError) -> String {
        // Only letters, marks, digits, hyphens and dots are handed to the mapping: it would also
        // accept look-alikes of `@`, `/` and `:`.
        let plain = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .otherLetter, .modifierLetter,
                .nonspacingMark, .spacingMark, .decimalNumber:
                true
            default:
                scalar == "." || scalar == "-"
            }
        }
        // Full-width and other compatibility forms would be changed into plain letters.
        guard plain, text.precomposedStringWithCompatibilityMapping == text else { throw .domain }
        var url = URLComponents()
        url.host = text
        guard let host = url.encodedHost, host.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x25 }) else {
            throw .domain
        }
        return host
    }

    /// RFC 1123 section 2.1: letters, digits and inner hyphens, at most 63 octets.
    private static func isLabel(_ label: Substring) -> Bool {
        guard (1...63).contains(label.utf8.count), label.first != "-", label.last != "-" else {
            return false
        }
        return label.utf8.allSatisfy { octet in
            isDigit(octet) || octet == UInt8(ascii: "-")
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
        }
    }

    private static func isDigit(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
    }
}
