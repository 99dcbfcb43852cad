/// Characters that XML cannot hold, as workbooks write them: `_x000D_` is a carriage return, and
/// `_x005F_` the underscore of a text that looks like that (ISO 29500-1, 22.9.2.19).
enum EscapedText {
    /// Puts the characters in place of what stands for them, from `start` on.
    ///
    /// NUL and lone surrogates stay as they are written: no text can hold them.
    static func unescape(_ bytes: inout [UInt8], from start: Int) {
        guard var at = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
        var plain = bytes[start..<at]
        while at < bytes.count {
            if let (scalar, length) = scalar(in: bytes, at) {
                plain.append(contentsOf: String(scalar).utf8)
                at += length
            } else {
                plain.append(bytes[at])
                at += 1
            }
        }
        bytes.replaceSubrange(start..., with: plain)
    }

    private static func scalar(in bytes: [UInt8], _ at: Int) -> (Unicode.Scalar, length: Int)? {
        guard let first = unit(in: bytes, at), first != 0 else { return nil }
        if let scalar = Unicode.Scalar(first) { return (scalar, length) }
        guard let second = unit(in: bytes, at + length), UTF16.isLeadSurrogate(first),
            UTF16.isTrailSurrogate(second)
        else { return nil }
        return (UTF16.decode(UTF16.EncodedScalar([first, second])), 2 * length)
    }

    /// The four hexadecimal digits of `_xHHHH_`.
    private static func unit(in bytes: [UInt8], _ at: Int) -> UInt16? {
        guard at + length <= bytes.count, bytes[at] == UInt8(ascii: "_"),
            bytes[at + 1] == UInt8(ascii: "x"), bytes[at + 6] == UInt8(ascii: "_"),
            bytes[at + 2..<at + 6].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
        else { return nil }
        return UInt16(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16)
    }

    private static let length = 7
}
