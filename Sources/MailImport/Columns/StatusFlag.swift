import MailCore

/// A header that says by itself which appointments no longer stand: `Storniert`, `is_deleted`,
/// `Termin abgesagt am`.
///
/// Its cells say no more than yes, no or when.
enum StatusFlag: Hashable {
    /// What it means where the cell says yes.
    case means(StatusCell)
    /// It speaks of such a thing in words that are not understood.
    case unclear

    /// Nil for a header that speaks of nothing of the kind.
    init?(header: String) {
        let words = Self.words(of: header)
        guard !words.isEmpty, !words.contains(where: Self.elsewhere.contains) else { return nil }
        let meanings = Set(words.compactMap { Self.meanings[$0] })
        guard let meaning = meanings.first else {
            guard words.contains(where: Self.speaksOfIt) else { return nil }
            self = .unclear
            return
        }
        let isUnderstood = words.allSatisfy { Self.meanings[$0] != nil || Self.beside.contains($0) }
        self = isUnderstood && meanings.count == 1 ? .means(meaning) : .unclear
    }

    /// What a cell below such a header says; nil for one that neither is yes nor no nor a day.
    func reading(_ cell: String) -> StatusCell? {
        guard case .means(let meaning) = self else { return nil }
        if Self.yes.contains(cell) { return meaning }
        if Self.no.contains(cell) { return meaning == .active ? .doubtful : .active }
        // The day on which it was cancelled.
        return (try? DateText(parsing: cell)) == nil ? nil : meaning
    }

    private static let yes: Set = ["x", "ja", "j", "yes", "y", "1", "true", "wahr"]
    private static let no: Set = ["", "-", "nein", "n", "no", "0", "false", "falsch"]

    /// `Nicht erschienen` and `No-Show` as one word each, the others as they stand.
    private static func words(of header: String) -> [String] {
        var text = header.folded
        for (spelled, word) in [
            ("nicht erschienen", "noshow"), ("no-show", "noshow"), ("no show", "noshow"),
            ("no_show", "noshow"), ("iscancel", "is cancel"), ("isdelet", "is delet"),
            ("isactiv", "is activ"), ("isnoshow", "is noshow"),
        ] {
            text = text.replacing(spelled, with: word)
        }
        return text.split { !$0.isLetter }.map(String.init)
    }

    private static let meanings: [String: StatusCell] = [
        "storniert": .cancelled, "stornierung": .cancelled, "storno": .cancelled,
        "abgesagt": .cancelled, "absage": .cancelled, "geloescht": .cancelled,
        "annulliert": .cancelled, "cancelled": .cancelled, "canceled": .cancelled,
        "deleted": .cancelled,
        // Such a person may have another appointment, or none any more.
        "inaktiv": .doubtful, "inactive": .doubtful, "noshow": .doubtful,
        "aktiv": .active, "active": .active,
    ]

    /// Words that change nothing.
    private static let beside: Set = [
        "termin", "buchung", "appointment", "booking", "event", "ist", "is", "wurde", "am", "um",
        "at", "on", "date", "datum", "zeitpunkt", "time", "ja", "nein", "j", "n", "y", "yes", "no",
        "status", "flag", "bereits", "already",
    ]

    /// Headers with such words speak of the way to cancel, or of what it costs.
    private static let elsewhere: Set = [
        "link", "url", "gebuehr", "gebuehren", "fee", "policy", "bedingungen", "frist", "token",
        "code", "regeln", "hinweis", "info", "kosten", "stornolink", "stornogebuehr", "stornocode",
        "stornofrist", "stornierungslink", "stornierungscode", "absagelink", "cancellink",
        "cancelurl",
    ]

    private static func speaksOfIt(_ word: String) -> Bool {
        [
            "storn", "absag", "abgesag", "cancel", "geloesch", "delet", "inaktiv", "inactiv",
            "noshow",
        ]
        .contains { word.hasPrefix($0) }
    }
}
