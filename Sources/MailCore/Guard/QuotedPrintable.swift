/// Reads quoted-printable (RFC 2045 section 6.7), for the guard alone.
enum QuotedPrintable {
    /// Nil if an `=` is followed by neither two hexadecimal digits nor a line end.
    static func decoded(_ content: some RandomAccessCollection<UInt8>) -> [UInt8]? {
        let octets = Array(content)
        var out: [UInt8] = []
        out.reserveCapacity(octets.count)
        var index = 0
        while index < octets.count {
            guard octets[index] == UInt8(ascii: "=") else {
                out.append(octets[index])
                index += 1
                continue
            }
            guard index + 2 < octets.count else { return nil }
            let (first, second) = (octets[index + 1], octets[index + 2])
            index += 3
            if first == 0x0D && second == 0x0A { continue }
            guard let high = nibble(first), let low = nibble(second) else { return nil }
            out.append(high << 4 | low)
        }
        return out
    }

    static func nibble(_ octet: UInt8) -> UInt8? {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): octet - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): octet - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
