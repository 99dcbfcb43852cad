extension String {
    /// Of some words the one that this may be a slip of; nil if none is near.
    ///
    /// Near is one slip in four letters: one left out, put in, exchanged, or two that changed places.
    package func closest(in words: [String]) -> String? {
        words.map { (word: $0, slips: slips(from: $0)) }
            .filter { $0.slips * 4 <= max(4, $0.word.count) }
            .min { $0.slips < $1.slips }?.word
    }

    /// Optimal string alignment distance.
    private func slips(from word: String) -> Int {
        let (own, other) = (Array(lowercased()), Array(word.lowercased()))
        // A key is short; whatever is not would take long, and is none.
        guard own.count <= 64, other.count <= 64 else { return .max / 8 }
        var before: [Int] = []
        var last = Array(0...other.count)
        for (row, letter) in own.enumerated() {
            var next = [row + 1]
            for (column, wanted) in other.enumerated() {
                var least = Swift.min(
                    last[column] + (letter == wanted ? 0 : 1),
                    last[column + 1] + 1,
                    next[column] + 1
                )
                if row > 0, column > 0, letter == other[column - 1], own[row - 1] == wanted {
                    least = Swift.min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            (before, last) = (last, next)
        }
        return last[other.count]
    }
}
