package import Crypto

/// A SHA-256 value (FIPS 180-4).
package struct Digest: Hashable, Sendable, Codable {
    /// 64 lower-case hexadecimal digits.
    package let hex: String

    package init(_ value: SHA256.Digest) {
        hex = Hexadecimal.text(of: value)
    }

    /// Takes a value that somebody else computed; nil unless it has 32 octets.
    package init?(octets: some Collection<UInt8>) {
        guard octets.count == 32 else { return nil }
        hex = Hexadecimal.text(of: octets)
    }

    /// Nil unless the text is 64 hexadecimal digits; upper case is taken as lower case.
    package init?(hex text: String) {
        let text = text.lowercased()
        guard Hexadecimal.octets(text, count: 32) != nil else { return nil }
        hex = text
    }

    package init(of bytes: some Sequence<UInt8>) {
        self.init(SHA256.hash(data: Array(bytes)))
    }

    /// Of everything but these places.
    package init(of bytes: [UInt8], without range: Range<Int>) {
        var hash = SHA256()
        bytes.withUnsafeBytes { octets in
            hash.update(bufferPointer: .init(rebasing: octets[..<range.lowerBound]))
            hash.update(bufferPointer: .init(rebasing: octets[range.upperBound...]))
        }
        self.init(hash.finalize())
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

    /// So many of its first characters name a digest, as those of a commit do in git: that another plan has
    /// the same ones by chance is one in four thousand million.
    package static let shortestName = 8

    /// Whether somebody means this digest by the whole of it, or by its first characters.
    package func isNamed(_ text: String) -> Bool {
        (Self.shortestName...64).contains(text.utf8.count) && hex.hasPrefix(text.lowercased())
    }

    /// The 32 octets.
    package var octets: [UInt8] {
        guard let octets = Hexadecimal.octets(hex, count: 32) else {
            preconditionFailure("every digest is made of 64 hexadecimal digits")
        }
        return octets
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
