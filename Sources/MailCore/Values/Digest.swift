package import Crypto

/// A SHA-256 value (FIPS 180-4).
package struct Digest: Hashable, Sendable, Codable {
    /// 64 lower-case hexadecimal digits.
    package let hex: String

    package init(_ value: SHA256.Digest) {
        hex = Self.hex(of: value)
    }

    /// Takes a value that somebody else computed; nil unless it has 32 octets.
    package init?(octets: some Collection<UInt8>) {
        guard octets.count == 32 else { return nil }
        hex = Self.hex(of: octets)
    }

    /// Nil unless the text is 64 hexadecimal digits; upper case is taken as lower case.
    package init?(hex text: String) {
        let text = text.lowercased()
        guard text.utf8.count == 64, text.utf8.allSatisfy(Self.isHexDigit) else { return nil }
        hex = text
    }

    package init(of bytes: some Sequence<UInt8>) {
        self.init(SHA256.hash(data: Array(bytes)))
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(hex: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no SHA-256")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }

    /// Lower-case hexadecimal digits of any bytes.
    package static func hex(of bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The 32 octets.
    package var octets: [UInt8] {
        let values = hex.utf8.map { $0 < 58 ? $0 - 48 : $0 - 87 }
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }

    static func isHexDigit(_ unit: UInt8) -> Bool {
        (48...57).contains(unit) || (97...102).contains(unit)
    }
}

extension Digest: CustomStringConvertible {
    package var description: String { hex }
}

/// Hashes a list of fields so that no two lists give the same bytes: each field carries its length.
package struct FieldHasher {
    private var hash = SHA256()
    /// What is not hashed yet: many short fields at once cost less than each by itself.
    private var pending: [UInt8] = []

    private static let enough = 1 << 14

    /// The version names what is hashed, so that a later format cannot collide with this one.
    package init(version: String) {
        add(version)
    }

    package mutating func add(_ field: String) {
        begin(field.utf8.count)
        pending.append(contentsOf: field.utf8)
        hashIfEnough()
    }

    package mutating func add(bytes: [UInt8]) {
        begin(bytes.count)
        pending.append(contentsOf: bytes)
        hashIfEnough()
    }

    /// One field whose first octet tells what the rest is.
    package mutating func add(mark: UInt8, _ field: String) {
        begin(1 + field.utf8.count)
        pending.append(mark)
        pending.append(contentsOf: field.utf8)
        hashIfEnough()
    }

    private mutating func begin(_ count: Int) {
        withUnsafeBytes(of: UInt64(count).bigEndian) { pending.append(contentsOf: $0) }
    }

    private mutating func hashIfEnough() {
        guard pending.count >= Self.enough else { return }
        hash.update(data: pending)
        pending.removeAll(keepingCapacity: true)
    }

    package func finalize() -> Digest {
        var hash = hash
        hash.update(data: pending)
        return Digest(hash.finalize())
    }
}
