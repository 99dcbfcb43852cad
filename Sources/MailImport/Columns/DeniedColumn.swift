import MailCore

/// What a column must never be used for a message, or kept, because of what its header says.
///
/// A closed list (docs/import.md). Such a column is discarded and named, is never mapped by a
/// synonym, and by `--map` only as `status`, whose cells are judged and never kept.
package enum DeniedColumn: String, CaseIterable, Hashable, Sendable, Codable {
    case birth
    case age
    case sex
    case insurance
    case health
    case priority
    case batch
    case remark
    case customFields = "custom-fields"
    case ccAttendees = "cc-attendees"
    case internetAddress = "internet-address"
    case tracking
    /// Whoever knows it can book, or change a booking.
    case accessCode = "access-code"
    case work
    case home

    /// The reason to discard a column with this header, or nil.
    package init?(header: String) {
        let key = Synonym.key(of: header)
        let words = Set(header.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        let kind = Self.allCases.first { kind in
            let isMeant =
                !words.isDisjoint(with: kind.words) || kind.stems.contains(where: key.contains)
            return isMeant && !kind.spares(key)
        }
        guard let kind else { return nil }
        self = kind
    }

    /// In plain words, to follow "holds" or "looks like".
    package var plainWords: String {
        switch self {
        case .birth: "a date of birth"
        case .age: "an age"
        case .sex: "a sex"
        case .insurance: "an insurance number"
        case .health: "something about health"
        case .priority: "why somebody was entitled"
        case .batch: "a batch of a vaccine"
        case .remark: "remarks"
        case .customFields: "answers to free questions"
        case .ccAttendees: "addresses of other people"
        case .internetAddress: "an internet address"
        case .tracking: "tracking data"
        case .accessCode: "a code that opens a booking"
        case .work: "somebody's work"
        case .home: "somebody's home"
        }
    }

    /// `E-Mail-Adresse` is no home, and the address of the vaccination centre is nobody's.
    private func spares(_ key: String) -> Bool {
        switch self {
        case .home:
            ["mail", "impf", "standort", "location"].contains(where: key.contains)
        case .work: key.contains("mail")
        case .birth, .age, .sex, .insurance, .health, .priority, .batch, .remark, .customFields,
            .ccAttendees, .internetAddress, .tracking, .accessCode:
            false
        }
    }

    /// Beginnings and parts that are long enough to mean nothing else.
    private var stems: [String] {
        switch self {
        case .birth: ["gebdatum", "geburt", "birth"]
        case .age: ["altersgruppe", "lebensalter", "jahrgang"]
        case .sex: ["geschlecht", "gender"]
        case .insurance:
            [
                "kvnummer", "kvnr", "versichert", "versicherung", "krankenkasse", "kkkarte",
                "insurance",
            ]
        case .health:
            [
                "vorerkrank", "erkrankung", "diagnose", "allergi", "schwanger", "medikament",
                "anamnese", "unvertraeglich", "letzteimpfung",
            ]
        case .priority: ["berechtig", "priorisier", "prioritaet", "priority"]
        case .batch: ["chargen"]
        case .remark:
            ["bemerkung", "anmerkung", "notiz", "kommentar", "freitext", "comment", "remark"]
        case .customFields: ["customfield"]
        case .ccAttendees: ["ccattendee"]
        case .internetAddress: ["ipadress", "ipaddress"]
        case .tracking: ["tracking"]
        case .accessCode: ["vermittlungscode", "passwor", "kennwort", "zugangscode"]
        case .work: ["beruf", "arbeitgeber", "arbeitsplatz", "einrichtung", "employer"]
        case .home:
            [
                "anschrift", "strasse", "wohnort", "wohnsitz", "postleitzahl", "hausnummer",
                "hausnr", "customeraddress", "postcode", "zipcode",
            ]
        }
    }

    /// Words too short to be looked for inside others: `lot` is in `slot`, `alter` in `Verwalter`.
    private var words: Set<String> {
        switch self {
        case .birth: ["dob", "geb"]
        case .age: ["alter", "age"]
        case .sex: ["sex"]
        case .insurance: ["kv", "svnr", "ahv"]
        case .health: []
        case .priority: ["prio"]
        case .batch: ["charge", "lot", "batch"]
        case .remark: ["notes", "note"]
        case .customFields: []
        case .ccAttendees: ["cc", "bcc"]
        case .internetAddress: ["ip", "ipaddr"]
        case .tracking: []
        case .accessCode: ["hash", "token", "tan", "pin"]
        case .work: ["job", "firma", "company"]
        case .home: ["plz", "adresse", "address", "str", "street", "zip", "city"]
        }
    }
}
