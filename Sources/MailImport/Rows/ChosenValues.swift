import MailCore

/// The services or sites an operator chose, and what the file has of them.
struct ChosenValues {
    /// `service` or `site`, as in the option's name.
    let word: String
    /// The same in a sentence.
    private var thing: Sentence {
        word == "site"
            ? Sentence(en: "site", de: "Ort") : Sentence(en: "service", de: "Leistung")
    }
    private let chosen: [String: String]
    private var counts = ValueCounts()

    init(_ word: String, _ values: [String]) {
        self.word = word
        chosen = Dictionary(values.map { ($0.folded, $0) }) { first, _ in first }
        isMet = chosen.isEmpty
    }

    /// Whether every chosen value has been met in some row.
    private(set) var isMet: Bool

    /// Whether a row with these cells is meant.
    ///
    /// Must be asked once for every row until all are met: the answers are counted.
    mutating func admits(_ cells: [String]) -> Bool {
        guard !chosen.isEmpty else { return true }
        var isMeant = false
        for cell in cells {
            let value = counts.add(cell) { chosen[$0] != nil }
            isMeant = isMeant || chosen[value] != nil
        }
        if !isMet { isMet = chosen.keys.allSatisfy(counts.has) }
        return isMeant
    }

    func requireColumn(_ hasColumn: Bool) throws(ScheduleError) {
        guard !hasColumn, !chosen.isEmpty else { return }
        throw ScheduleError(
            message: Sentence(
                en:
                    "--\(word) was given, but no column was recognised as the \(word). Name it with --map \(word)=HEADER.",
                de:
                    "--\(word) ist angegeben, aber keine Spalte wurde als \(thing) erkannt. Nennen Sie sie mit --map \(word)=ÜBERSCHRIFT."
            )
        )
    }

    /// A chosen value without a row is a slip of the keyboard, or the wrong file.
    ///
    /// - Parameter births: Values that look like such a day are not told.
    /// - Throws: `ScheduleError` with the values that the file has.
    func requireRows(births: BirthYears) throws(ScheduleError) {
        for (folded, typed) in chosen.sorted(by: { $0.key < $1.key })
        where !counts.has(folded) {
            throw ScheduleError(
                message: Sentence(
                    en: "No row has the \(word) \"\(typed)\". \(found(births))",
                    de: "Keine Zeile hat \(thing) „\(typed)“. \(found(births))"
                )
            )
        }
    }

    private func found(_ births: BirthYears) -> Sentence {
        guard counts.filled > 0 else {
            return Sentence(
                en: "That column is empty in every row.",
                de: "Diese Spalte ist in jeder Zeile leer."
            )
        }
        let shown = counts.entries.values.compactMap { entry in
            MaskedExample.value(entry.cell, births).map { (text: $0, rows: entry.rows) }
        }
        guard !counts.isProse, !shown.isEmpty else {
            return Sentence(
                en:
                    "What that column has may be about people and is not shown: perhaps it is not the \(word). Name the right one with "
                    + "--map \(word)=HEADER.",
                de:
                    "Was in dieser Spalte steht, kann Personen betreffen und wird nicht gezeigt: Vielleicht ist es nicht \(thing). Nennen Sie die "
                    + "richtige mit --map \(word)=ÜBERSCHRIFT."
            )
        }
        let most = shown.sorted { ($1.rows, $0.text) < ($0.rows, $1.text) }.prefix(20)
        let list = most.map { "\($0.text) (\($0.rows))" }.joined(separator: ", ")
        let others =
            counts.entries.count > most.count
            ? Sentence(en: ", and others", de: " und andere") : .empty
        return Sentence(
            en: "The file has: \(list)\(others).",
            de: "In der Datei steht: \(list)\(others)."
        )
    }
}
