import MailCore

/// A number by which a cell's address is found again without reading the cell.
///
/// Two addresses may have the same; two cells with one address never have two.
enum AddressHash {
    /// Looks at the bytes of a cell, as UTF-8, or of an address.
    static func of(_ cell: ArraySlice<UInt8>) -> UInt64 {
        guard cell.allSatisfy({ $0 < 0x80 }) else { return ofForeign(cell) }
        guard let at = cell.lastIndex(of: UInt8(ascii: "@")) else { return seed }
        // Whatever may stand around an address is neither a part of it nor looks like one.
        let local = cell[..<at].reversed().prefix(while: isLocal)
        let domain = cell[at...].dropFirst().prefix(while: isDomain)
        let dots = domain.reversed().prefix { $0 == UInt8(ascii: ".") }.count
        var hash = seed
        for byte in local { add(byte, to: &hash) }
        add(UInt8(ascii: "@"), to: &hash)
        for byte in domain.dropLast(dots) { add(byte, to: &hash) }
        return hash
    }

    /// Letters beyond ASCII have more than one spelling.
    private static func ofForeign(_ cell: ArraySlice<UInt8>) -> UInt64 {
        let address = AddressCell(parsing: String(decoding: cell, as: UTF8.self)).address
        return address.map { of(Array($0.text.utf8)[...]) } ?? seed
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// FNV-1a, without case.
    private static func add(_ byte: UInt8, to hash: inout UInt64) {
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        hash = (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }

    /// The letters of a domain; also those that end an address in a cell, for the dots.
    private static func isDomain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// What may stand in front of the `@`.
    private static func isLocal(_ byte: UInt8) -> Bool {
        isDomain(byte) || EmailAddress.signs.contains(byte)
    }
}
