/// Why a text is no canonical JSON.
package struct NotCanonical: Error, Hashable, Sendable, CustomStringConvertible {
    /// The place of the first octet that cannot stand there, from 0.
    package let octet: Int
    package let reason: String

    package var description: String { "octet \(octet): \(reason)" }
}

extension JSON {
    /// Reads canonical JSON and nothing else: any other spelling of the same value is refused.
    ///
    /// - Throws: `NotCanonical` with the first octet that does not fit.
    package init(parsingCanonical octets: [UInt8]) throws(NotCanonical) {
        var parser = CanonicalJSONParser(octets: octets)
        let value = try parser.value(depth: 0)
        guard parser.position == octets.count else { throw parser.failure("nothing may follow") }
        // The parser knows JSON; that this is its one spelling shows when it is written again.
        let again = value.canonicalOctets
        guard again == octets else {
            let place = zip(again, octets).prefix { $0 == $1 }.count
            throw NotCanonical(octet: place, reason: "is not written in the one canonical way")
        }
        self = value
    }
}

/// Reads JSON without blanks (RFC 8259).
private struct CanonicalJSONParser {
    private static let deepest = 16
    let octets: [UInt8]
    var position = 0

    init(octets: [UInt8]) {
        self.octets = octets
    }

    func failure(_ reason: String) -> NotCanonical {
        NotCanonical(octet: position, reason: reason)
    }

    mutating func value(depth: Int) throws(NotCanonical) -> JSON {
        guard depth <= Self.deepest else { throw failure("too many brackets in each other") }
        switch position < octets.count ? octets[position] : 0 {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try integer()
        default: throw failure("a JSON value without blanks is expected")
        }
    }

    private mutating func object(depth: Int) throws(NotCanonical) -> JSON {
        var values: [String: JSON] = [:]
        try skip("{")
        while !has("}") {
            if !values.isEmpty { try skip(",") }
            let key = try string()
            try skip(":")
            values[key] = try value(depth: depth + 1)
        }
        try skip("}")
        return .object(values)
    }

    private mutating func list(depth: Int) throws(NotCanonical) -> JSON {
        var values: [JSON] = []
        try skip("[")
        while !has("]") {
            if !values.isEmpty { try skip(",") }
            values.append(try value(depth: depth + 1))
        }
        try skip("]")
        return .list(values)
    }

    private mutating func string() throws(NotCanonical) -> String {
        try skip("\"")
        let begin = position
        var text: [UInt8] = []
        while position < octets.count, octets[position] != UInt8(ascii: "\"") {
            guard octets[position] >= 0x20 else { throw failure("a control character in a text") }
            if has("\\") { text.append(try escape()) } else { text.append(octets[position]) }
            position += 1
        }
        guard let string = String(validating: text, as: UTF8.self) else {
            position = begin
            throw failure("a text that is not UTF-8 begins here")
        }
        try skip("\"")
        return string
    }

    /// Stands on the backslash before, on the last octet of the escape after.
    private mutating func escape() throws(NotCanonical) -> UInt8 {
        position += 1
        guard position < octets.count else { throw failure("the file ends in a text") }
        let letter = octets[position]
        if let found = JSON.letters.first(where: { $0.value == letter }) {
            return found.key
        }
        let digits = octets[position...].dropFirst(3).prefix(2)
        guard octets[position...].starts(with: Array("u00".utf8)), digits.count == 2,
            let octet = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), octet < 0x20
        else { throw failure("this needs no backslash") }
        position += 4
        return octet
    }

    private mutating func integer() throws(NotCanonical) -> JSON {
        let digits = octets[position...].prefix {
            $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        guard let value = Int(String(decoding: digits, as: UTF8.self)) else {
            throw failure("this is no whole number")
        }
        position += digits.count
        return .number(value)
    }

    private mutating func word(
        _ word: String,
        _ value: JSON
    ) throws(NotCanonical) -> JSON {
        for unit in word.unicodeScalars { try skip(unit) }
        return value
    }

    private func has(_ character: Unicode.Scalar) -> Bool {
        position < octets.count && octets[position] == UInt8(ascii: character)
    }

    private mutating func skip(_ character: Unicode.Scalar) throws(NotCanonical) {
        guard has(character) else { throw failure("“\(character)” is expected") }
        position += 1
    }
}
