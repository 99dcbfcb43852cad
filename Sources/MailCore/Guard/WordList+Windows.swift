extension WordList {
    /// Names and numbers of more words than this are found by their parts.
    static let longest = 8

    /// Visits every run of words that could be one name.
    ///
    /// - Parameters:
    ///   - start: The index of the first word.
    ///   - visit: Gets the index of the last word, and the name's key.
    @inline(__always)
    func forEachName(from start: Int, _ visit: (Int, UInt64) -> Void) {
        var sum: UInt64 = 0
        for end in start..<min(start + Self.longest, words.count) {
            if end > start && !words[end].gap.contains(.joinsName) { return }
            sum &+= words[end].hash
            visit(end, ValueKey.name(sum: sum, words: end - start + 1))
        }
    }

    /// Visits every run of words that could be one number or reference.
    ///
    /// - Parameters:
    ///   - start: The index of the first word.
    ///   - first: Runs that end in front of this word are left out.
    ///   - visit: Gets the index of the last word, and the key.
    @inline(__always)
    func forEachCode(from start: Int, to first: Int = 0, _ visit: (Int, UInt64) -> Void) {
        var areNumbers = true
        var pieces: UInt64 = 0
        for end in start..<min(start + Self.longest, words.count) {
            if end > start && !words[end].gap.contains(.joinsCode) { return }
            areNumbers = areNumbers && words[end].isNumber
            pieces = Self.pieces(pieces, and: words[end])
            guard end >= first else { continue }
            let joined = joined(start...end)
            let shape = end == start ? 0 : pieces
            if let key = ValueKey.reference(joined, pieces: shape) { visit(end, key) }
            if areNumbers, let key = ValueKey.phone(joined) { visit(end, key) }
        }
    }

    /// How long each of these words is, as one number; 0 for a single one.
    func pieces(of range: Range<Int>) -> UInt64 {
        range.count < 2 ? 0 : words[range].reduce(0) { Self.pieces($0, and: $1) }
    }

    private static func pieces(_ pieces: UInt64, and word: Word) -> UInt64 {
        pieces &* 31 &+ UInt64(word.range.count)
    }

    /// The last of the words that, with the one at `start`, could be one number.
    func lastNumber(from start: Int) -> Int {
        var end = start
        while end + 1 < words.count, end + 1 < start + Self.longest, words[end + 1].isNumber,
            words[end + 1].gap.contains(.joinsCode)
        { end += 1 }
        return end
    }

    /// Whether the numbers from here on can be dialled and are none that is known.
    func isDialled(from start: Int, unless isKnown: (UInt64) -> Bool) -> Bool {
        guard words[start].isNumber, joined(start...lastNumber(from: start)).count >= 7 else {
            return false
        }
        var known = false
        forEachCode(from: start) { known = known || isKnown($1) }
        return !known
    }

    /// Keys of everything that could be a name.
    var names: [UInt64] {
        var keys: [UInt64] = []
        for start in words.indices { forEachName(from: start) { keys.append($1) } }
        return keys
    }

    /// Keys of everything that could be a number or a reference.
    var codes: [UInt64] {
        var keys: [UInt64] = []
        for start in words.indices { forEachCode(from: start) { keys.append($1) } }
        return keys
    }
}
