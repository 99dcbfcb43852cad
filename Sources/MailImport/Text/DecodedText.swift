/// Turns the bytes of a schedule into UTF-8, chunk by chunk.
///
/// What cannot be decoded becomes the octet `damage`, which no UTF-8 has, so that whoever reads a
/// cell sees that it is damaged, and where.
struct DecodedText {
    /// Never part of UTF-8 (RFC 3629, section 1).
    static let damage: UInt8 = 0xFF

    private let encoding: ScheduleEncoding
    private let codePage: CodePage?
    private var surrogates = SurrogatePairs()
    /// The first byte of a UTF-16 unit whose second one is in the next chunk.
    private var half: UInt8?
    private var output: [UInt8] = []

    init(_ encoding: ScheduleEncoding) {
        self.encoding = encoding
        codePage = encoding.codePage
    }

    /// Hands on the next bytes as UTF-8.
    mutating func decode<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ take: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        switch encoding {
        case .utf8, .utf8WithMark: return try take(bytes)
        case .utf16LittleEndian, .utf16BigEndian: decodeUnits(bytes)
        case .windows1252, .windows1250, .iso8859_15, .cp850, .macintosh: decodeCodePage(bytes)
        }
        return try output.withUnsafeBufferPointer(take)
    }

    /// Whether a NUL was met, which no text of UTF-16 holds; nothing behind it is handed on.
    var holdsNUL: Bool { surrogates.holdsNUL }

    /// Whether the text so far ends in the middle of a character.
    var isCutOff: Bool { half != nil || surrogates.isWaiting }

    private mutating func decodeCodePage(_ bytes: UnsafeBufferPointer<UInt8>) {
        output.removeAll(keepingCapacity: true)
        guard let codePage else { return }
        var start = 0
        for at in bytes.indices where bytes[at] >= 0x80 {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
            output.append(contentsOf: codePage.octets[Int(bytes[at]) - 0x80])
            start = at + 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private mutating func decodeUnits(_ bytes: UnsafeBufferPointer<UInt8>) {
        output.removeAll(keepingCapacity: true)
        let isLittle = encoding == .utf16LittleEndian
        for byte in bytes where !holdsNUL {
            guard let first = half else {
                half = byte
                continue
            }
            half = nil
            let (low, high) = isLittle ? (first, byte) : (byte, first)
            surrogates.take(UInt16(high) << 8 | UInt16(low), into: &output)
        }
    }
}

/// Puts the two halves of characters outside the basic plane together (Unicode, D91).
private struct SurrogatePairs {
    private var high: UInt16?
    private(set) var holdsNUL = false

    var isWaiting: Bool { high != nil }

    mutating func take(_ unit: UInt16, into output: inout [UInt8]) {
        if let first = high {
            high = nil
            if (0xDC00...0xDFFF).contains(unit) {
                let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                return append(value, to: &output)
            }
            output.append(DecodedText.damage)
        }
        switch unit {
        case 0: holdsNUL = true
        case 0xD800...0xDBFF: high = unit
        case 0xDC00...0xDFFF: output.append(DecodedText.damage)
        case 1..<0x80: output.append(UInt8(unit))
        default: append(UInt32(unit), to: &output)
        }
    }

    private func append(_ value: UInt32, to output: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return output.append(DecodedText.damage) }
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
