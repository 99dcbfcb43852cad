/// Lower-case hexadecimal digits, the only spelling in digests and proofs.
package enum Hexadecimal {
    /// The digits of any octets.
    package static func text(of octets: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        // As many as the digests have that most of them are.
        text.reserveCapacity(64)
        for octet in octets {
            text.append(digit(octet >> 4))
            text.append(digit(octet & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }

    /// Nil unless the text is exactly so many octets.
    package static func octets(_ text: String, count: Int) -> [UInt8]? {
        guard text.utf8.count == 2 * count, text.utf8.allSatisfy(isDigit) else { return nil }
        let values = text.utf8.map { $0 < 58 ? $0 - 48 : $0 - 87 }
        return (0..<count).map { values[2 * $0] << 4 | values[2 * $0 + 1] }
    }

    private static func isDigit(_ unit: UInt8) -> Bool {
        (48...57).contains(unit) || (97...102).contains(unit)
    }
}
