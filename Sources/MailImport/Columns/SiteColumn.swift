import MailCore

/// Whether a column called `Ort` says where people live, and not where their appointments are.
///
/// Without a postal code or a street beside it, the header fits both. Taken for the site, it would
/// make each letter name the reader's own home town as the site of the appointment. An authority has
/// few sites, and the people of one day come from many.
struct SiteColumn {
    private let column: Int
    private let day: Int?
    private var rows = 0
    private var sites: Set<String> = []
    private var sitesOfDays: [WrittenDay?: Set<String>] = [:]

    private static let key = "ort"

    /// Headers of a postal code or a street, which together with `Ort` make an address.
    ///
    /// Not every header of `DeniedColumn.home`: beside a `Wohnort` or a `city`, which say where
    /// people live all by themselves, `Ort` is where the appointments are.
    private static let home: Set = [
        "plz", "postleitzahl", "strasse", "str", "strassehausnummer", "strassenr", "hausnummer",
        "hausnr", "anschrift", "adresse", "plz/ort", "strasse/hausnummer", "zip", "street",
    ]

    /// The columns called `Ort` that stand beside a postal code or a street.
    static func residence(among headers: [String]) -> [Int] {
        let keys = headers.map(Synonym.key)
        guard keys.contains(where: home.contains) else { return [] }
        return keys.indices.filter { keys[$0] == key }
    }

    /// No site has a longer name, and two thousand filled cells would fill the memory.
    private static let longest = 200
    /// Enough rows to know, and never too many.
    private static let sample = 2_000
    /// More sites than this, no authority of one county has.
    private static let usual = 12
    /// More sites than this, mobile teams do not visit in one day.
    private static let usualOfDay = 6

    /// Nil where the site is another column, or one that somebody named.
    init?(mapping: ColumnMapping) {
        guard let column = mapping.first(.site), mapping.origin(of: .site) == .header,
            Synonym.key(of: mapping.headers[column]) == Self.key
        else { return nil }
        self.column = column
        day = mapping.dayColumn
    }

    mutating func take(_ record: CSVRecord) {
        guard rows < Self.sample else { return }
        // `Platz 14` and `Platz 15` are one site; `58285 Musterstadt` is still a town.
        let name = record.text(column).folded.filter { !$0.isNumber }
        let site = String(name.unicodeScalars.prefix(Self.longest))
        guard !site.isEmpty else { return }
        rows += 1
        sites.insert(site)
        let day = day.flatMap { try? DateText(parsing: record.text($0)).day }
        sitesOfDays[day, default: []].insert(site)
    }

    /// Must be called after the last row.
    ///
    /// - Parameter mapping: The columns as they will be used.
    /// - Returns: The question to the operator; nil without a doubt.
    func problem(in mapping: ColumnMapping) -> ScheduleError? {
        guard mapping.uses(column), sites.count > Self.usual,
            sitesOfDays.values.contains(where: { $0.count > Self.usualOfDay })
        else { return nil }
        let isOnly = mapping.headers.count { Synonym.key(of: $0) == Self.key } == 1
        let name = isOnly ? "Ort" : "\"column \(column + 1)\""
        return ScheduleError(
            message: Sentence(
                en:
                    "The column \"\(mapping.headers[column])\" was taken for the site of the appointments, but it holds more than \(Self.usual) "
                    + "different ones, more than \(Self.usualOfDay) of them on one day. Perhaps it says where people live. If it is the site, say "
                    + "--map site=\(name); if not, say --ignore \(name).",
                de:
                    "Die Spalte „\(mapping.headers[column])“ wurde für den Ort der Termine gehalten, enthält aber mehr als \(Self.usual) "
                    + "verschiedene, mehr als \(Self.usualOfDay) davon an einem Tag. Vielleicht sagt sie, wo Personen wohnen. Ist es der Ort, nehmen "
                    + "Sie --map site=\(name); wenn nicht, --ignore \(name)."
            )
        )
    }
}
