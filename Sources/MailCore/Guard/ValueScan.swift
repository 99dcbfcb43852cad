/// Looks for names, phone numbers and booking references that neither the letter nor the
/// recipient's own row has brought into a message.
struct ValueScan {
    let fixed: FixedText
    let values: CampaignValues

    /// The first value of each kind that must not be there.
    struct Found {
        let place: String
        private var kinds: [GuardFinding.Kind: GuardFinding] = [:]

        init(place: String) {
            self.place = place
        }

        mutating func note(_ kind: GuardFinding.Kind, _ row: Int32? = nil) {
            kinds[kind] = kinds[kind] ?? .foreign(kind, place: place, row: row.map(Int.init))
        }

        var findings: [GuardFinding] { GuardFinding.Kind.allCases.compactMap { kinds[$0] } }
    }

    /// Looks at what begins in the first lines of a list.
    ///
    /// - Parameters:
    ///   - list: These lines, and as many words behind them as a value can reach.
    ///   - count: How many lines these are.
    ///   - own: What the recipient's row allows.
    ///   - found: Takes what must not be there.
    /// - Returns: The lines, from 0, in which something begins that is anybody's, the recipient's too.
    func lines(
        in list: WordList,
        first count: Int,
        besides own: OwnValues,
        _ found: inout Found
    ) -> Set<Int> {
        let isLoose = list.words.map { !fixed.phrases.words.contains($0.hash) }
        var held: Set<Int> = []
        // Only a run with a digit, or with a word that is not the letter's own, can identify anybody.
        var next = Int.max
        for start in list.words.indices.reversed() {
            if isLoose[start] || list.words[start].hasDigit { next = start }
            let line = list.line(of: start)
            guard line < count, next < start + WordList.longest else { continue }
            if look(at: start, in: list, isLoose, next, own, &found) { held.insert(line) }
        }
        return held
    }

    /// - Returns: Whether something begins there that is anybody's.
    private func look(
        at start: Int,
        in list: WordList,
        _ isLoose: [Bool],
        _ next: Int,
        _ own: OwnValues,
        _ found: inout Found
    ) -> Bool {
        var isHeld = false
        func note(_ owner: CampaignValues.Owner, _ end: Int, _ key: UInt64, _ known: Set<UInt64>) {
            isHeld = true
            guard !known.contains(key), !values.isOwned(key, by: own.rows),
                !isExplained(start...end, of: list, own)
            else { return }
            found.note(owner.kind, owner.row)
        }
        var hasLoose = false
        list.forEachName(from: start) { end, key in
            hasLoose = hasLoose || isLoose[end]
            guard hasLoose, let owner = values.stranger(with: key, besides: []) else { return }
            note(owner, end, key, own.names)
        }
        list.forEachCode(from: start, to: next) { end, key in
            guard !fixed.codes.contains(key),
                let owner = values.stranger(with: key, besides: [])
            else { return }
            note(owner, end, key, own.codes)
        }
        if isPhone(at: start, in: list) {
            isHeld = true
            if isStrangePhone(at: start, in: list, own) { found.note(.phone) }
        }
        if isEnding(list.words[start]) {
            isHeld = true
            if !own.endings.contains(list.words[start].hash) { found.note(.reference) }
        }
        return isHeld
    }

    /// Whether the letter and the recipient's own cells have brought these words into the message,
    /// in this order: each of them alone, or two of them side by side.
    private func isExplained(
        _ range: ClosedRange<Int>,
        of list: WordList,
        _ own: OwnValues
    ) -> Bool {
        let words = list.words[range].map(\.hash)
        let (fixed, own) = (fixed.phrases, own.phrases)
        return words.allSatisfy { fixed.words.contains($0) || own.words.contains($0) }
            && zip(words, words.dropFirst()).allSatisfy { left, right in
                fixed.join(left, right) || own.join(left, right)
                    || (fixed.endWith(left) || own.endWith(left))
                        && (fixed.beginWith(right) || own.beginWith(right))
            }
    }

    /// Something that can be dialled, begins with a zero or a plus, and is not the authority's.
    private func isPhone(at start: Int, in list: WordList) -> Bool {
        let word = list.words[start]
        guard word.gap.contains(.plus) || list.octets[word.range.lowerBound] == UInt8(ascii: "0")
        else { return false }
        return list.isDialled(from: start) { fixed.codes.contains($0) }
    }

    /// It is not the recipient's either; whose it is need not be known.
    private func isStrangePhone(at start: Int, in list: WordList, _ own: OwnValues) -> Bool {
        let isStrange = list.isDialled(from: start) { key in
            fixed.codes.contains(key) || own.codes.contains(key)
                || values.isOwned(key, by: own.rows)
        }
        return isStrange && !isExplained(start...list.lastNumber(from: start), of: list, own)
    }

    /// `…4711`, as references are shortened, with other characters than the letter's own.
    private func isEnding(_ word: WordList.Word) -> Bool {
        word.gap.contains(.ellipsis) && word.hasDigit && !fixed.endings.contains(word.hash)
    }

    /// Whole names, phone numbers and references of anybody in the campaign in the letter itself;
    /// single words are ordinary ones there.
    func findingsInLetter(_ list: WordList) -> [GuardFinding] {
        var found: Set<GuardFinding> = []
        func note(_ key: UInt64) {
            guard let owner = values.stranger(with: key, besides: []) else { return }
            found.insert(.inLetter(owner.kind, row: Int(owner.row)))
        }
        for start in list.words.indices {
            list.forEachName(from: start) { end, key in
                let isOwn = (start...end).allSatisfy {
                    fixed.phrases.words.contains(list.words[$0].hash)
                        || OrdinaryWords.contain(list.words[$0])
                }
                if end > start && !isOwn { note(key) }
            }
            list.forEachCode(from: start) { _, key in
                if !fixed.codes.contains(key) { note(key) }
            }
        }
        return Array(found)
    }
}
