/// What names, phone numbers and references are compared by: keyed 64-bit hashes.
///
/// SipHash with a fresh key in each process (`Hasher`), so that nothing of a value can be
/// told from its key, and no cell can be made to collide with another one's.
enum ValueKey {
    static func hash(_ octets: some Collection<UInt8>, seed: UInt8) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(seed)
        let isWhole: Void? = octets.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isWhole == nil { for octet in octets { hasher.combine(octet) } }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// Of a name: the sum of its words' hashes, so that their order does not matter.
    static func name(sum: UInt64, words: Int) -> UInt64 { sum &* 31 &+ UInt64(words) }

    /// Of a booking reference without anything between its letters and digits; nil if it is so
    /// short that it stands in any text.
    static func reference(_ joined: ArraySlice<UInt8>) -> UInt64? {
        let needed = joined.contains(where: \.isDigit) ? 5 : 8
        return joined.count < needed ? nil : hash(joined, seed: 1)
    }

    /// Of a phone number; `0171 392`, `+49 171 392` and `0049 (0)171 392` are the same.
    ///
    /// - Parameter digits: Digits only.
    /// - Returns: Nil if there are too few or too many of them (ITU-T E.164: at most 15).
    static func phone(_ digits: ArraySlice<UInt8>) -> UInt64? {
        let isZero = { (digit: UInt8) in digit == UInt8(ascii: "0") }
        var national = digits.drop(while: isZero)
        if national.count >= 9, national.starts(with: "49".utf8) {
            national = national.dropFirst(2).drop(while: isZero)
        }
        return (6...15).contains(national.count) ? hash(national, seed: 2) : nil
    }
}
