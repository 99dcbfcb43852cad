package import MailCore

extension MessageChoice.Reason: Worded {
    package var words: Sentence {
        switch self {
        case .earliest: Sentence(en: "the earliest appointment", de: "der früheste Termin")
        case .latest: Sentence(en: "the latest appointment", de: "der späteste Termin")
        case .longestName: Sentence(en: "the longest name", de: "der längste Name")
        case .sharedAddress:
            Sentence(
                en: "an address that others share",
                de: "eine Adresse, die andere auch haben"
            )
        case .foreignLetters: Sentence(en: "foreign letters", de: "fremde Buchstaben")
        case .between: Sentence(en: "one in between", de: "eine dazwischen")
        case .row(let number): Sentence(en: "row \(number)", de: "Zeile \(number)")
        }
    }
}
