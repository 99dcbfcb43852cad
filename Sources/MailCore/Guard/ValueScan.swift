/// Looks for names, phone numbers and booking references that neither the letter nor the
/// recipient's own row has brought into a message.
struct ValueScan {
    let fixed: FixedText
    let values: CampaignValues

    /// The first value of each kind that must not be there.
    func findings(
        in list: WordList,
        besides own: OwnValues,
        place: String
    ) -> [GuardFinding] {
        let isLoose = list.words.map { !fixed.phrases.words.contains($0.hash) }
        var found: [GuardFinding.Kind: GuardFinding] = [:]
        func note(_ kind: GuardFinding.Kind, _ row: Int32?) {
            found[kind] = found[kind] ?? .foreign(kind, place: place, row: row.map(Int.init))
        }
        // Only a run with a digit, or with a word that is not the letter's own, can identify anybody.
        var next = Int.max
        for start in list.words.indices.reversed() {
            if isLoose[start] || list.words[start].hasDigit { next = start }
            guard next < start + WordList.longest else { continue }
            var hasLoose = false
            list.forEachName(from: start) { end, key in
                hasLoose = hasLoose || isLoose[end]
                guard hasLoose, !own.names.contains(key),
                    let owner = values.stranger(with: key, besides: own.rows),
                    !isExplained(start...end, of: list, own)
                else { return }
                note(owner.kind, owner.row)
            }
            list.forEachCode(from: start) { end, key in
                guard next <= end, !fixed.codes.contains(key), !own.codes.contains(key),
                    let owner = values.stranger(with: key, besides: own.rows),
                    !isExplained(start...end, of: list, own)
                else { return }
                note(owner.kind, owner.row)
            }
            if isStrangePhone(at: start, in: list, own) { note(.phone, nil) }
            if isStrangeEnding(list.words[start], own) { note(.reference, nil) }
        }
        return GuardFinding.Kind.allCases.compactMap { found[$0] }
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

    /// Something that can be dialled, begins with a zero or a plus, and is neither the authority's nor
    /// the recipient's; whose it is need not be known.
    private func isStrangePhone(at start: Int, in list: WordList, _ own: OwnValues) -> Bool {
        let word = list.words[start]
        guard word.gap.contains(.plus) || list.octets[word.range.lowerBound] == UInt8(ascii: "0")
        else { return false }
        let isStrange = list.isDialled(from: start) { key in
            fixed.codes.contains(key) || own.codes.contains(key)
                || values.isOwned(key, by: own.rows)
        }
        return isStrange && !isExplained(start...list.lastNumber(from: start), of: list, own)
    }

    /// `…4711`, as references are shortened, with other characters than the recipient's own.
    private func isStrangeEnding(_ word: WordList.Word, _ own: OwnValues) -> Bool {
        word.gap.contains(.ellipsis) && word.hasDigit && !own.endings.contains(word.hash)
            && !fixed.endings.contains(word.hash)
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
