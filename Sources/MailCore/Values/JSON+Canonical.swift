/// The canonical encoding: one spelling for every value, so that it can be signed. No blanks, keys in
/// ascending order of their octets, UTF-8, integers only, and nothing escaped that need not be.
///
/// It is what Python writes with `json.dumps(value, sort_keys=True, separators=(",", ":"),
/// ensure_ascii=False)`.
extension JSON {
    package var canonicalOctets: [UInt8] {
        var octets: [UInt8] = []
        write(to: &octets)
        return octets
    }

    package var canonicalText: String { String(decoding: canonicalOctets, as: UTF8.self) }

    private func write(to octets: inout [UInt8]) {
        switch self {
        case .null: octets += Array("null".utf8)
        case .bool(let value): octets += Array((value ? "true" : "false").utf8)
        case .number(let value): octets += Array(String(value).utf8)
        case .text(let value): Self.write(value, to: &octets)
        case .list(let values):
            octets.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { octets.append(UInt8(ascii: ",")) }
                value.write(to: &octets)
            }
            octets.append(UInt8(ascii: "]"))
        case .object(let values): Self.write(values, to: &octets)
        }
    }

    private static func write(_ values: [String: JSON], to octets: inout [UInt8]) {
        let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        octets.append(UInt8(ascii: "{"))
        for (index, (key, value)) in sorted.enumerated() {
            if index > 0 { octets.append(UInt8(ascii: ",")) }
            write(key, to: &octets)
            octets.append(UInt8(ascii: ":"))
            value.write(to: &octets)
        }
        octets.append(UInt8(ascii: "}"))
    }

    private static func write(_ text: String, to octets: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        octets.append(quote)
        for octet in text.utf8 {
            if octet >= 0x20 && octet != quote && octet != UInt8(ascii: "\\") {
                octets.append(octet)
            } else {
                octets += escape(octet)
            }
        }
        octets.append(quote)
    }

    /// RFC 8259 section 7: the short form where there is one.
    private static func escape(_ octet: UInt8) -> [UInt8] {
        if let letter = letters[octet] { return [UInt8(ascii: "\\"), letter] }
        return Array("\\u00".utf8) + Array(Hexadecimal.text(of: [octet]).utf8)
    }

    /// The letter behind the backslash for each octet that has a short form.
    static let letters: [UInt8: UInt8] = [
        0x08: UInt8(ascii: "b"), 0x09: UInt8(ascii: "t"), 0x0A: UInt8(ascii: "n"),
        0x0C: UInt8(ascii: "f"), 0x0D: UInt8(ascii: "r"), UInt8(ascii: "\""): UInt8(ascii: "\""),
        UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    ]
}
