/// Reads quoted-printable (RFC 2045 section 6.7), for the guard alone.
enum QuotedPrintable {
    /// Nil if an `=` is followed by neither two hexadecimal digits nor a line end.
    static func decoded(_ content: some Collection<UInt8>) -> [UInt8]? {
        var out: [UInt8] = []
        var rest = content[...]
        while let octet = rest.popFirst() {
            guard octet == 0x3D else {
                out.append(octet)
                continue
            }
            guard let first = rest.popFirst(), let second = rest.popFirst() else { return nil }
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
