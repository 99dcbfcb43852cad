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
    @inline(__always)
    func forEachCode(from start: Int, _ visit: (Int, UInt64) -> Void) {
        var areNumbers = true
        for end in start..<min(start + Self.longest, words.count) {
            if end > start && !words[end].gap.contains(.joinsCode) { return }
            areNumbers = areNumbers && words[end].isNumber
            let joined = joined(start...end)
            if let key = ValueKey.reference(joined) { visit(end, key) }
            if areNumbers, let key = ValueKey.phone(joined) { visit(end, key) }
        }
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
