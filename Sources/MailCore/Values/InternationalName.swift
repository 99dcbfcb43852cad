import CIDN2
import Foundation

/// Names of hosts in letters beyond ASCII, as libidn2 reads them.
package enum InternationalName {
    /// The A-labels of a domain by UTS 46, non-transitional; nil for one that is not plain letters,
    /// digits, hyphens and dots, or has no A-labels.
    static func aLabels(of text: String) -> String? {
        guard isPlain(text) else { return nil }
        let flags = CInt(
            IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue
                | IDN2_USE_STD3_ASCII_RULES.rawValue
        )
        var result: UnsafeMutablePointer<CChar>?
        defer { idn2_free(result) }
        guard idn2_to_ascii_8z(text, &result, flags) == IDN2_OK.rawValue else { return nil }
        return result.map { String(cString: $0) }
    }

    /// Whether each A-label is the one spelling of a label that a registry may accept, and that
    /// would be accepted spelled out as well.
    static func isValid(_ ascii: String) -> Bool {
        let labels = ascii.split(separator: ".")
        guard labels.allSatisfy({ !$0.hasPrefix("xn--") || isRegistrable(String($0)) }),
            let letters = letters(of: ascii), isPlain(letters)
        else { return false }
        // RFC 5893 section 2: where one label runs from right to left, none begins with a digit.
        return !letters.unicodeScalars.contains(where: runsFromTheRight)
            || labels.allSatisfy { $0.first.map { !$0.isNumber } ?? false }
    }

    /// The check that IDNA2008 wants before registration: the strict one, context rules and all.
    private static func isRegistrable(_ label: String) -> Bool {
        var result: UnsafeMutablePointer<UInt8>?
        defer { idn2_free(result) }
        return label.withCString(encodedAs: UTF8.self) { octets in
            idn2_register_u8(nil, octets, &result, 0) == IDN2_OK.rawValue
        }
    }

    /// A domain in A-labels, as people write it; nil where a label is none.
    package static func letters(of ascii: String) -> String? {
        var result: UnsafeMutablePointer<CChar>?
        defer { idn2_free(result) }
        guard idn2_to_unicode_8z8z(ascii, &result, 0) == IDN2_OK.rawValue else { return nil }
        return result.map { String(cString: $0) }
    }

    /// Whether a text holds nothing but letters, marks, ASCII digits, hyphens and dots, none of
    /// which is a compatibility form.
    ///
    /// The mapping would also accept look-alikes of `@`, `/`, `:` and `.`, and change full-width
    /// letters into plain ones: nobody means those when writing an address.
    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case _ where isMappedInTwoWays(scalar):
                false
            case .uppercaseLetter, .lowercaseLetter, .otherLetter, .modifierLetter,
                .nonspacingMark, .spacingMark:
                true
            default:
                scalar == "." || scalar == "-" || ("0"..."9").contains(scalar)
            }
        } && text.precomposedStringWithCompatibilityMapping == text
    }

    /// The capital sharp s, `ss` before version 15.1 of UTS 46 and `ß` since; and the one mark that
    /// becomes a letter of its own.
    private static func isMappedInTwoWays(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{1E9E}" || scalar == "\u{345}"
    }

    /// The blocks whose characters run from right to left (Unicode, DerivedBidiClass).
    private static func runsFromTheRight(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF,
            0x1_E800...0x1_EFFF:
            true
        default: false
        }
    }
}

extension InternationalName {
    /// The version of libidn2 that runs; nil if it does not tell.
    package static var libraryVersion: String? {
        idn2_check_version(nil).map { String(cString: $0) }
    }
}
