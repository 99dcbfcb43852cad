/// The words of some texts, and which of them stand side by side there.
///
/// A message is made of a letter's own text and of its recipient's cells. Where one of these ends
/// and the next begins, two words meet by chance: the last of one text and the first of another.
/// Any other two words side by side came into the message in another way.
struct Phrases: Sendable {
    private(set) var words: Set<UInt64> = []
    private var pairs: Set<UInt64> = []
    private var firsts: Set<UInt64> = []
    private var lasts: Set<UInt64> = []

    mutating func add(_ list: WordList) {
        let words = list.words
        for (index, word) in words.enumerated() {
            self.words.insert(word.hash)
            let begins = index == 0 || word.gap.contains(.apart)
            if begins { firsts.insert(word.hash) }
            if !begins { pairs.insert(Self.pair(words[index - 1].hash, word.hash)) }
            if index == words.count - 1 || words[index + 1].gap.contains(.apart) {
                lasts.insert(word.hash)
            }
        }
    }

    /// Whether one of these texts has the two words side by side.
    func join(_ left: UInt64, _ right: UInt64) -> Bool {
        pairs.contains(Self.pair(left, right))
    }

    func beginWith(_ word: UInt64) -> Bool { firsts.contains(word) }
    func endWith(_ word: UInt64) -> Bool { lasts.contains(word) }

    private static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
        (left &* 0x9E37_79B9_7F4A_7C15) ^ right
    }
}
