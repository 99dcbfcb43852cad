extension LintFault.LinkFault: Worded {
    package var words: Sentence {
        switch self {
        case .typedAddress:
            Sentence(
                en:
                    "an e-mail address is typed in that is not the authority's; readers make it a link.",
                de:
                    "hier steht eine E-Mail-Adresse, die nicht der Behörde gehört; Mailprogramme machen daraus einen Link."
            )
        case .otherMailbox:
            Sentence(
                en:
                    "a mailto: link names something other than one of the authority's own addresses.",
                de: "ein mailto:-Link nennt etwas anderes als eine Adresse der Behörde."
            )
        case .otherPhone:
            Sentence(
                en: "a tel: link calls a number that is not the authority's.",
                de: "ein tel:-Link ruft eine Nummer an, die nicht der Behörde gehört."
            )
        case .showsAnother:
            Sentence(
                en: "a link shows another address than the one it leads to.",
                de: "ein Link zeigt eine andere Adresse als die, zu der er führt."
            )
        case .personal:
            Sentence(
                en: "a link holds a placeholder of the person, so it tells people apart.",
                de:
                    "ein Link enthält einen Platzhalter der Person; damit lassen sich Personen unterscheiden."
            )
        case .backslashOrBeyondASCII:
            Sentence(
                en: "a link holds a backslash or a letter beyond ASCII.",
                de:
                    "ein Link enthält einen umgekehrten Schrägstrich oder einen besonderen Buchstaben."
            )
        case .noScheme:
            Sentence(
                en: "a link to //host has no scheme.",
                de: "ein Link beginnt mit //, ohne https: davor."
            )
        case .otherScheme(let scheme):
            Sentence(
                en: "a link has the scheme “\(scheme):”, which does not lead to a page.",
                de: "ein Link beginnt mit „\(scheme):“, was zu keiner Seite führt."
            )
        case .unreadable:
            Sentence(
                en: "a link cannot be read as a full address.",
                de: "ein Link ist keine vollständige Adresse."
            )
        case .thirdParty(let host, let kind):
            Sentence(
                en: "a link leads to \(host), \(kind).",
                de: "ein Link führt zu \(host), \(kind)."
            )
        case .notAllowed(let host):
            Sentence(
                en: "a link leads to \(host), which is not allowed.",
                de: "ein Link führt zu \(host), was nicht erlaubt ist."
            )
        case .notEncrypted:
            Sentence(
                en: "a link is not encrypted (https).",
                de: "ein Link ist nicht verschlüsselt (https)."
            )
        case .query:
            Sentence(
                en: "a link carries a query, which could tell people apart.",
                de:
                    "ein Link enthält ein Fragezeichen mit Angaben; damit ließen sich Personen unterscheiden."
            )
        case .loginOrPort:
            Sentence(
                en: "a link carries a login or a port.",
                de: "ein Link enthält eine Anmeldung oder einen Port."
            )
        }
    }

    var advice: Sentence {
        switch self {
        case .typedAddress:
            Sentence(
                en: "Use {{email}} or {{absender}}.",
                de: "Nehmen Sie {{email}} oder {{absender}}."
            )
        case .otherMailbox:
            Sentence(
                en: "Use mailto:{{email}} without anything behind it.",
                de: "Nehmen Sie mailto:{{email}}, ohne etwas dahinter."
            )
        case .otherPhone:
            Sentence(
                en: "Use tel:{{hotline}} or tel:{{telefon}}.",
                de: "Nehmen Sie tel:{{hotline}} oder tel:{{telefon}}."
            )
        case .showsAnother:
            Sentence(
                en: "Let it show where it leads, or a word without an address: “Impressum”.",
                de:
                    "Lassen Sie ihn zeigen, wohin er führt, oder ein Wort ohne Adresse: „Impressum“."
            )
        case .personal:
            Sentence(
                en: "Use the same link for everybody.",
                de: "Verwenden Sie für alle denselben Link."
            )
        case .backslashOrBeyondASCII, .noScheme, .otherScheme, .unreadable, .thirdParty,
            .notAllowed, .notEncrypted, .query, .loginOrPort:
            Sentence(
                en:
                    "Link to {{internetseite}}, {{impressum}} or {{datenschutz}}, or add the authority's own host to "
                    + "content.allowed_hosts.",
                de:
                    "Verlinken Sie {{internetseite}}, {{impressum}} oder {{datenschutz}}, oder tragen Sie den eigenen "
                    + "Rechner der Behörde in content.allowed_hosts ein."
            )
        }
    }
}

extension LintFault.ThirdParty: Worded {
    package var words: Sentence {
        switch self {
        case .redirector:
            Sentence(
                en: "a redirector, which learns who clicks",
                de: "einem Weiterleiter, der erfährt, wer klickt"
            )
        case .shortener:
            Sentence(
                en: "a shortener, which hides where it leads",
                de: "einem Kurzlink-Dienst, der verbirgt, wohin es geht"
            )
        case .listOfLinks:
            Sentence(
                en: "a list of links on somebody else's host",
                de: "einer Linkliste auf einem fremden Rechner"
            )
        case .socialNetwork: Sentence(en: "a social network", de: "einem sozialen Netzwerk")
        case .formOrStorage:
            Sentence(
                en: "somebody else's form, survey or storage",
                de: "einem fremden Formular-, Umfrage- oder Ablagedienst"
            )
        }
    }
}
