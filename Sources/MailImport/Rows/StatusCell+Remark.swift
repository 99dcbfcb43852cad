import MailCore

extension StatusCell {
    /// Reads a cell of free text that the operator named as the status.
    ///
    /// Most remarks say nothing about the appointment. One that begins with a cancellation says it
    /// clearly; one that speaks of it elsewhere, or takes it back, is for a person to read.
    init(remark cell: String, words own: StatusWords? = nil) {
        let text = cell.folded
        if let known = own?.meaning(of: text) ?? Self.word(text) {
            self = known
            return
        }
        let words = Self.words(of: text)
        let speaksOfIt =
            words.contains { word in
                let meaning = own?.meaning(of: word) ?? Self.word(word)
                return meaning == .cancelled || meaning == .doubtful
                    || Self.stems.contains { word.hasPrefix($0) }
            }
        guard speaksOfIt else {
            self = .active
            return
        }
        self = Self.isCancellation(text, own) ? .cancelled : .doubtful
    }

    /// Whether a folded text says clearly, with more than one word, that the appointment is
    /// cancelled: `storniert 12.03.`, and not `storniert vom Gast`.
    ///
    /// Such a text begins with a cancellation, a date, a mark or nothing follows, and no other word
    /// casts doubt on it.
    static func isCancellation(_ text: String, _ own: StatusWords?) -> Bool {
        guard beginsCancelled(text, own) else { return false }
        return own?.speakAgainst(text) != true
            && words(of: text).allSatisfy { word in
                let isMoved = moving.contains { word.hasPrefix($0) }
                return !isMoved && !takingBack.contains(word) && own?.meaning(of: word) != .active
                    && (own?.meaning(of: word) ?? Self.word(word)) != .doubtful
            }
    }

    private static func words(of text: String) -> [String] {
        text.split { !$0.isLetter && $0 != "-" && $0 != "_" }.map(String.init)
    }

    /// The word for a cancellation that free text begins with; nil without one.
    static func cancellation(beginning remark: String) -> String? {
        // The rest of a long remark changes nothing.
        let text = String(remark.prefix(60)).folded
        guard let word = text.split(whereSeparator: { !$0.isLetter }).first.map(String.init),
            text.hasPrefix(word)
        else { return nil }
        return Self.word(word) == .cancelled ? word : nil
    }

    /// Whether the text begins with a cancellation and a date, a mark or nothing follows.
    private static func beginsCancelled(_ text: String, _ own: StatusWords?) -> Bool {
        var rest = text[...]
        if rest.hasPrefix("termin ") { rest = rest.dropFirst("termin ".count) }
        let word = String(rest.prefix { $0.isLetter })
        guard (own?.meaning(of: word) ?? Self.word(word)) == .cancelled else { return false }
        rest = rest.dropFirst(word.count)
        guard let next = rest.first else { return true }
        if next != " " { return next != "?" && next != "-" && next != "_" && !next.isNumber }
        var after = rest.dropFirst()
        for word in ["am ", "vom ", "zum ", "on "] where after.hasPrefix(word) {
            after = after.dropFirst(word.count)
            break
        }
        return after.first.map { $0.isNumber || "-(/,.:;".contains($0) } ?? true
    }

    /// Whatever begins like these may speak of a cancellation.
    private static let stems =
        ["storn", "absag", "abgesag", "abzusag", "cancel", "geloesch", "loesch"] + moving

    /// Whatever begins like these may speak of another appointment instead.
    private static let moving = [
        "verschieb", "verschob", "verleg", "umbuch", "umgebuch", "ersatz", "reschedul",
    ]

    /// These may say that it does not hold, or no longer.
    private static let takingBack: Set = [
        "nicht", "nein", "kein", "keine", "doch", "wieder", "erneut", "neu", "neuer", "neuen",
        "zurueckgenommen", "rueckgaengig", "aufgehoben", "reaktiviert", "irrtuemlich",
        "versehentlich", "trotzdem", "aber", "sondern", "stattdessen", "auf", "kommt", "bleibt",
        "gilt", "besteht", "not", "no", "again", "new", "but",
    ]
}
