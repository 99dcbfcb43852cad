package import MailCore

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
                !words.isDisjoint(with: kind.wholeWords) || kind.stems.contains(where: key.contains)
            return isMeant && !kind.spares(key)
        }
        guard let kind else { return nil }
        self = kind
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
    private var wholeWords: Set<String> {
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

extension DeniedColumn: Worded {
    /// In plain words, to follow "holds" or "looks like".
    package var words: Sentence {
        switch self {
        case .birth: Sentence(en: "a date of birth", de: "ein Geburtsdatum")
        case .age: Sentence(en: "an age", de: "ein Alter")
        case .sex: Sentence(en: "a sex", de: "ein Geschlecht")
        case .insurance: Sentence(en: "an insurance number", de: "eine Versicherungsnummer")
        case .health: Sentence(en: "something about health", de: "etwas über die Gesundheit")
        case .priority:
            Sentence(en: "why somebody was entitled", de: "der Grund einer Berechtigung")
        case .batch: Sentence(en: "a batch of a vaccine", de: "eine Impfstoffcharge")
        case .remark: Sentence(en: "remarks", de: "eine Bemerkung")
        case .customFields:
            Sentence(en: "answers to free questions", de: "Antworten auf freie Fragen")
        case .ccAttendees:
            Sentence(en: "addresses of other people", de: "Adressen anderer Personen")
        case .internetAddress: Sentence(en: "an internet address", de: "eine Internetadresse")
        case .tracking: Sentence(en: "tracking data", de: "Daten zur Nachverfolgung")
        case .accessCode:
            Sentence(en: "a code that opens a booking", de: "ein Code, der eine Buchung öffnet")
        case .work: Sentence(en: "somebody's work", de: "die Arbeit einer Person")
        case .home: Sentence(en: "somebody's home", de: "die Wohnung einer Person")
        }
    }
}
