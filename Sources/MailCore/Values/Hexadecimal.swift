/// Lower-case hexadecimal digits, the only spelling in digests and proofs.
package enum Hexadecimal {
    /// The digits of any octets.
    package static func text(of octets: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for octet in octets {
            text.append(digits[Int(octet >> 4)])
            text.append(digits[Int(octet & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

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
