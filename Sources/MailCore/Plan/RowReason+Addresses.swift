extension RowReason {
    /// What is said about an address.
    var ofAddress: Sentence {
        let instead = Sentence(
            en: "Reach this person another way.",
            de: "Erreichen Sie die Person auf anderem Weg."
        )
        return switch self {
        case .noAddress:
            Sentence(
                en: "No address: call this person.",
                de: "Keine Adresse: Rufen Sie diese Person an."
            )
        case .noContact:
            Sentence(
                en: "Neither address nor phone number: write, or put up a notice at the door.",
                de:
                    "Weder Adresse noch Telefonnummer: Schreiben Sie einen Brief, oder machen Sie einen Aushang."
            )
        case .madeUpAddress:
            Sentence(
                en: "A made-up address: mail would reach a stranger. \(instead)",
                de: "Eine erfundene Adresse: Die Nachricht käme bei einem Fremden an. \(instead)"
            )
        case .severalAddresses:
            Sentence(
                en: "Several addresses in one cell. \(instead)",
                de: "Mehrere Adressen in einer Zelle. \(instead)"
            )
        case .unsendableAddress:
            Sentence(
                en:
                    "This program cannot send to an address with letters in front of the \"@\" that are "
                    + "not ASCII. \(instead)",
                de:
                    "An eine Adresse mit Umlauten oder anderen besonderen Buchstaben vor dem „@“ kann dieses Programm nicht "
                    + "senden. \(instead)"
            )
        case .invalidAddress(let flaw): Sentence(same: "\(flaw) \(instead)")
        case .doubtfulAddress(let flaw): flaw.words
        case .manyPeople:
            Sentence(
                en: "The address stands on five or more different people. \(instead)",
                de: "Die Adresse steht bei fünf oder mehr verschiedenen Personen. \(instead)"
            )
        case .ownAddress:
            Sentence(
                en: "The address is the authority's own. \(instead)",
                de: "Das ist eine Adresse der Behörde selbst. \(instead)"
            )
        case .guessedLetters:
            Sentence(
                en:
                    "The domain of the address has letters beyond ASCII, and the encoding of the file is a "
                    + "guess. Look at them with preview, and plan with --encoding.",
                de:
                    "Die Adresse hat hinter dem „@“ besondere Buchstaben, und die Kodierung der Datei ist nur vermutet. Sehen Sie "
                    + "sie mit preview an, und planen Sie mit --encoding."
            )
        case .noSuchTopLevel, .misspelt, .mixedAlphabets, .disguisedLetters: ofDomain
        default: .empty
        }
    }

    private var ofDomain: Sentence {
        let stranger = Sentence(
            en: "Mail to it may reach a stranger.",
            de: "Die Nachricht könnte bei einem Fremden ankommen."
        )
        let remedy = Sentence(
            en: "Find out the address, and correct the cell.",
            de: "Klären Sie die Adresse, und berichtigen Sie die Zelle."
        )
        return switch self {
        case .noSuchTopLevel:
            Sentence(
                en:
                    "The domain of the address ends in a top-level domain that does not exist. \(remedy)",
                de: "Die Adresse endet auf etwas, das es nicht gibt. \(remedy)"
            )
        case .misspelt(let provider):
            Sentence(
                en:
                    "The domain of the address is probably misspelt: is \(provider) meant? \(stranger) "
                    + "\(remedy)",
                de:
                    "In der Adresse ist der Anbieter vermutlich falsch geschrieben: Ist \(provider) gemeint? \(stranger) "
                    + "\(remedy)"
            )
        case .mixedAlphabets:
            Sentence(
                en:
                    "The domain of the address mixes letters of two alphabets, some of which look alike. "
                    + "\(stranger) \(remedy)",
                de:
                    "In der Adresse sind Buchstaben zweier Alphabete gemischt, die sich gleichen. \(stranger) \(remedy)"
            )
        case .disguisedLetters:
            Sentence(
                en:
                    "The domain of the address is written in Cyrillic or Greek letters that look like Latin "
                    + "ones. \(stranger) \(remedy)",
                de:
                    "Die Adresse enthält kyrillische oder griechische Buchstaben, die wie lateinische aussehen. \(stranger) "
                    + "\(remedy)"
            )
        default: .empty
        }
    }
}
