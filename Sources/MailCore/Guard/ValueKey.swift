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

    /// Of a booking reference without anything between its letters and digits.
    ///
    /// A few digits in several pieces are a room or a date sooner than a reference, and a few letters
    /// are a word, so those are only compared in the pieces in which the reference is written.
    ///
    /// - Parameters:
    ///   - joined: Letters and digits, folded.
    ///   - pieces: How long each piece is, as one number; 0 for a single one.
    /// - Returns: Nil if it is so short that it stands in any text.
    static func reference(_ joined: ArraySlice<UInt8>, pieces: UInt64) -> UInt64? {
        let digits = joined.count(where: \.isDigit)
        let isShort = joined.count < 8 && (digits == 0 || digits == joined.count)
        guard joined.count >= 5, !(isShort && digits == 0 && pieces == 0) else { return nil }
        return hash(joined, seed: 1) &+ (isShort ? pieces : 0)
    }

    /// Of a booking reference that is too short to be looked for in a text, but not in a name.
    static func shortReference(_ word: ArraySlice<UInt8>) -> UInt64? {
        word.count == 4 && word.contains(where: \.isDigit) ? hash(word, seed: 6) : nil
    }

    /// Every key of a whole reference: as it is written, and without anything in between.
    static func references(_ reference: String) -> Set<UInt64> {
        let list = WordList(reference)
        let keys = [list.pieces(of: list.words.indices), 0].map {
            self.reference(list.octets[...], pieces: $0)
        }
        return Set((keys + [shortReference(list.octets[...])]).compactMap(\.self))
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
