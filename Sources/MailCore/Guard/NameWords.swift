/// A name as the hashes of its words.
enum NameWords {
    /// Each way the whole name may be looked for; numbers and titles are left out, since they stand
    /// in any text, and words of one letter once (`Erika M. Beispiel`) but not always (`D'Angelo`).
    static func sequences(of name: PersonName) -> [[UInt64]] {
        let all = sequences(of: name, from: 1)
        let long = sequences(of: name, from: 2)
        return long + all.filter { !long.contains($0) }
    }

    /// Each word by itself, but no single letters.
    static func single(of name: PersonName) -> Set<UInt64> {
        Set(sequences(of: name, from: 2).joined())
    }

    private static func sequences(of name: PersonName, from length: Int) -> [[UInt64]] {
        let (first, last) = (words(name.first, length), words(name.last, length))
        guard !first.isEmpty || !last.isEmpty else {
            return sequences(ofWhole: name.full ?? "", from: length)
        }
        return sequences(first: first, last: last)
    }

    /// A name in one column, in its own order or with the family name in front of a comma.
    private static func sequences(ofWhole name: String, from length: Int) -> [[UInt64]] {
        let parts = name.split(separator: ",", maxSplits: 1).map { words(String($0), length) }
        if parts.count == 2, !parts[0].isEmpty { return sequences(first: parts[1], last: parts[0]) }
        let all = words(name, length)
        guard let last = all.last else { return [] }
        return sequences(first: all.dropLast(), last: [last])
    }

    /// Somebody with two first names is often called by one of them.
    private static func sequences(first: [UInt64], last: [UInt64]) -> [[UInt64]] {
        let short = first.count > 1 && !last.isEmpty ? [[first[0]] + last] : []
        return [first + last] + short
    }

    private static func words(_ text: String?, _ length: Int) -> [UInt64] {
        let list = WordList(text ?? "")
        let words = list.words.filter { $0.range.count >= length && !$0.isNumber }
        // Somebody may be called Herr, and then that word comes last.
        let names = words.enumerated().filter { index, word in
            let text = String(decoding: list.octets[word.range], as: UTF8.self)
            return !titles.contains(text)
                && (index == words.count - 1 || !forms.contains(text))
        }
        return (names.isEmpty ? words : names.map(\.element)).map(\.hash)
    }

    private static let titles: Set<String> = [
        "dr", "prof", "med", "dent", "vet", "phil", "rer", "nat", "jur", "ing", "dipl",
    ]
    /// Forms of address.
    private static let forms: Set<String> = ["herr", "herrn", "frau", "familie", "fam"]
}
