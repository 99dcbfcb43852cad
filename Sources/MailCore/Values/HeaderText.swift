/// Text of a header field: it cannot hold CR, LF, NUL or any other control character, so no value
/// can begin a header of its own.
package struct HeaderText: Hashable, Sendable {
    package let text: String

    /// Takes text as it is, or refuses it.
    ///
    /// - Throws: `HeaderTextError.controlCharacter` for C0 and C1 controls and the Unicode line and
    ///   paragraph separators, which some readers take for line ends.
    package init(parsing text: String) throws(HeaderTextError) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: throw .controlCharacter
            default: continue
            }
        }
        self.text = text
    }
}

/// Why a text cannot stand in a header field.
package enum HeaderTextError: Error, Hashable, Sendable {
    case controlCharacter
}

extension HeaderText: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = try HeaderText(parsing: container.decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
