/// How the bytes of a schedule spell characters.
package enum ScheduleEncoding: String, Hashable, Sendable, Codable {
    case utf8 = "utf-8"
    /// UTF-8 that begins with a byte order mark, as Excel writes it.
    case utf8WithMark = "utf-8-sig"
    /// What German Excel calls "CSV (Trennzeichen-getrennt)".
    case windows1252 = "windows-1252"

    /// Bytes in front of the first character.
    var markLength: Int { self == .utf8WithMark ? 3 : 0 }

    /// The text of one cell whose bytes are known to be decodable.
    func text(_ bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .utf8, .utf8WithMark: String(decoding: bytes, as: UTF8.self)
        case .windows1252: Windows1252.text(bytes)
        }
    }

    /// Whether the bytes of one cell can be read without loss.
    func canDecode(_ bytes: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .utf8, .utf8WithMark: String(validating: bytes, as: UTF8.self) != nil
        case .windows1252: !bytes.contains(where: Windows1252.isUndefined)
        }
    }
}

/// The code page of Western European Windows, as the Unicode Consortium's table CP1252.TXT maps it.
enum Windows1252 {
    /// Whether a byte is one of the five without a character.
    ///
    /// Decoders that map them to C1 controls hide damage.
    static func isUndefined(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
        default: false
        }
    }

    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(where: { $0 >= 0x80 }) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(scalar(byte)) }
        return String(scalars)
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// 0x80 to 0x9F; everywhere else the byte is the code point.
    private static let high: [Unicode.Scalar] = [
        "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}",
        "\u{2021}", "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}",
        "\u{017D}", "\u{FFFD}", "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}",
        "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}",
        "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
    ]
}
