/// What is wrong with the text in a cell for addresses.
package enum AddressFlaw: Coded {
    case nul, lineBreak, control
    /// A character that nobody sees, by its number in Unicode: `200B`.
    case hidden(number: String)
    case apostrophe, lostLetter, spelledOut, notOneAddress, localPart, domain, tooLong

    private enum CodingKeys: String, CodingKey {
        case nul
        case lineBreak = "line-break"
        case control, hidden, apostrophe
        case lostLetter = "lost-letter"
        case spelledOut = "spelled-out"
        case notOneAddress = "not-one-address"
        case localPart = "local-part"
        case domain
        case tooLong = "too-long"
    }
}

extension AddressFlaw: Worded {
    package var words: Sentence {
        switch self {
        case .nul:
            Sentence(
                en: "The cell holds a NUL character.",
                de: "In der Zelle steht ein Nullzeichen."
            )
        case .lineBreak:
            Sentence(
                en: "The cell holds a line break.",
                de: "In der Zelle steht ein Zeilenumbruch."
            )
        case .control:
            Sentence(
                en: "The cell holds a control character.",
                de: "In der Zelle steht ein Steuerzeichen."
            )
        case .hidden(let number):
            Sentence(
                en:
                    "A character that nobody sees (U+\(number)) stands inside the address. Find out the "
                    + "address, and correct the cell.",
                de:
                    "In der Adresse steht ein unsichtbares Zeichen (U+\(number)). Klären Sie die Adresse, und berichtigen Sie "
                    + "die Zelle."
            )
        case .apostrophe:
            Sentence(
                en:
                    "An apostrophe stands in front of the address. It may belong to it, or be a spreadsheet's. "
                    + "Find out, and correct the cell.",
                de:
                    "Vor der Adresse steht ein Apostroph. Er kann dazugehören oder aus der Tabellenkalkulation stammen. Klären "
                    + "Sie es, und berichtigen Sie die Zelle."
            )
        case .lostLetter:
            Sentence(
                en:
                    "The address holds a \"?\" or \"\u{FFFD}\", perhaps for a letter that was lost.",
                de:
                    "In der Adresse steht ein „?“ oder „\u{FFFD}“, vielleicht für einen verlorenen Buchstaben."
            )
        case .spelledOut:
            Sentence(
                en:
                    "The cell seems to hold an address with a word such as \"(at)\" for its \"@\". Nothing is "
                    + "guessed: if that is so, write the \"@\".",
                de:
                    "In der Zelle scheint eine Adresse zu stehen, mit einem Wort wie „(at)“ statt „@“. Geraten wird nichts: Ist "
                    + "es so, schreiben Sie das „@“."
            )
        case .notOneAddress:
            Sentence(
                en: "The cell is not one address with one \"@\".",
                de: "In der Zelle steht nicht eine Adresse mit einem „@“."
            )
        case .localPart:
            Sentence(
                en: "The part in front of the \"@\" is not valid.",
                de: "Der Teil vor dem „@“ ist nicht gültig."
            )
        case .domain:
            Sentence(
                en: "The part behind the \"@\" is not a domain name.",
                de: "Der Teil hinter dem „@“ ist kein Domainname."
            )
        case .tooLong:
            Sentence(
                en: "The address is longer than mail allows.",
                de: "Die Adresse ist länger, als E-Mail erlaubt."
            )
        }
    }
}
