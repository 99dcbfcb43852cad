import Foundation

/// Letters and digits as they are compared: small, without accents, in plain digits.
///
/// German umlauts become two letters, as they do where a keyboard or a file lacks them (`Müller`,
/// `Mueller`, `Groß`, `Gross`); every other accent is dropped (`Dębski`, `Debski`), and wide,
/// small, raised or mathematical forms are what they stand for. Letters of other scripts stay.
enum LetterFolding {
    /// Appends what the scalar is compared by.
    ///
    /// - Parameters:
    ///   - scalar: Beyond ASCII.
    ///   - octets: UTF-8.
    /// - Returns: False if the scalar is no letter and no digit; then nothing is appended.
    static func append(_ scalar: Unicode.Scalar, to octets: inout [UInt8]) -> Bool {
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { return false }
        if let known = known[scalar] {
            octets += known.utf8
        } else if properties.numericType == .decimal, let value = properties.numericValue {
            octets.append(UInt8(ascii: "0") + UInt8(value))
        } else {
            octets += plain(scalar)
        }
        return true
    }

    /// A whole text in this form, with single blanks for everything that is no letter or digit;
    /// `keeping` stays as it is.
    static func folded(_ text: String, keeping: Set<Unicode.Scalar> = []) -> String {
        if let plain = plain(text, keeping) { return plain }
        var octets: [UInt8] = []
        let blank = UInt8(ascii: " ")
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.isDefaultIgnorableCodePoint { continue }
            if keeping.contains(scalar) {
                octets += String(scalar).utf8
            } else if scalar.isASCII, scalar.properties.isAlphabetic || scalar.isDigit {
                octets += scalar.properties.lowercaseMapping.utf8
            } else if scalar.isASCII || !append(scalar, to: &octets) {
                if let last = octets.last, last != blank { octets.append(blank) }
            }
        }
        if octets.last == blank { octets.removeLast() }
        return String(decoding: octets, as: UTF8.self)
    }

    /// The same of ASCII, which most names are, without a look at Unicode's tables; nil for other text.
    private static func plain(_ text: String, _ keeping: Set<Unicode.Scalar>) -> String? {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf8.count)
        let blank = UInt8(ascii: " ")
        for octet in text.utf8 {
            if octet.isLetter {
                octets.append(octet | 0x20)
            } else if octet.isDigit || keeping.contains(Unicode.Scalar(octet)) {
                octets.append(octet)
            } else if octet >= 0x80 {
                return nil
            } else if let last = octets.last, last != blank {
                octets.append(blank)
            }
        }
        if octets.last == blank { octets.removeLast() }
        return String(decoding: octets, as: UTF8.self)
    }

    /// Umlauts, and letters whose stroke is no accent to Unicode.
    private static let known: [Unicode.Scalar: String] = [
        "ä": "ae", "Ä": "ae", "ö": "oe", "Ö": "oe", "ü": "ue", "Ü": "ue", "ß": "ss", "ẞ": "ss",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ħ": "h", "Ħ": "h",
        "ı": "i", "İ": "i", "ŧ": "t", "Ŧ": "t",
    ]

    private static func plain(_ scalar: Unicode.Scalar) -> [UInt8] {
        let base = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        let isPlain = base.contains { $0.isASCII }
        guard isPlain else { return Array(scalar.properties.lowercaseMapping.utf8) }
        return base.flatMap { $0.properties.lowercaseMapping.utf8 }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
