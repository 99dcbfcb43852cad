/// Counts what tells one encoding from another, over chunks that may cut a character in two.
struct ByteTally {
    private(set) var byteCount = 0
    /// Well-formed UTF-8 sequences of more than one byte.
    private(set) var multibyte = 0
    /// Places where the bytes are not UTF-8.
    private(set) var invalid = 0
    /// How often each byte from 0x80 on occurs.
    private(set) var upperHalf = [Int](repeating: 0, count: 128)
    private(set) var hasNUL = false

    private var needed = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        byteCount += bytes.count
        var at = 0
        while at < bytes.count {
            if needed == 0, Self.isPlainWord(bytes, at) {
                at += 8
                continue
            }
            take(bytes[at])
            at += 1
        }
    }

    /// Must run after the last chunk: a character may be cut off there.
    mutating func finish() {
        if needed > 0 { invalid += 1 }
        needed = 0
    }

    /// Whether the eight bytes at `at` are ASCII without NUL: almost all of a German export.
    private static func isPlainWord(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard at + 8 <= bytes.count else { return false }
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let high: UInt64 = 0x8080_8080_8080_8080
        return word & high == 0 && (word &- 0x0101_0101_0101_0101) & ~word & high == 0
    }

    private mutating func take(_ byte: UInt8) {
        if byte >= 0x80 { upperHalf[Int(byte) - 0x80] += 1 }
        if byte == 0 { hasNUL = true }
        guard needed > 0 else { return begin(byte) }
        guard allowed.contains(byte) else {
            invalid += 1
            needed = 0
            return begin(byte)
        }
        needed -= 1
        allowed = 0x80...0xBF
        if needed == 0 { multibyte += 1 }
    }

    /// The first byte of a character; Unicode 16.0, table 3-7.
    private mutating func begin(_ byte: UInt8) {
        allowed = 0x80...0xBF
        switch byte {
        case 0x00...0x7F: break
        case 0xC2...0xDF: needed = 1
        case 0xE0: (needed, allowed) = (2, 0xA0...0xBF)
        case 0xED: (needed, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: needed = 2
        case 0xF0: (needed, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: needed = 3
        case 0xF4: (needed, allowed) = (3, 0x80...0x8F)
        default: invalid += 1
        }
    }
}
