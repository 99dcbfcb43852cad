extension RowReason: Worded {
    package var words: Sentence {
        switch self {
        case .notOnChosenDay: Sentence(en: "Not on a chosen day.", de: "An keinem gewählten Tag.")
        case .anotherService: Sentence(en: "Another service.", de: "Eine andere Leistung.")
        case .anotherSite: Sentence(en: "Another site.", de: "Ein anderer Ort.")
        case .cancelledByStatus:
            Sentence(en: "The status says so.", de: "So steht es im Status.")
        case .past:
            Sentence(
                en: "The appointment has begun or is over.",
                de: "Der Termin hat begonnen oder ist vorbei."
            )
        case .repeated:
            Sentence(
                en: "The same appointment as in an earlier row.",
                de: "Derselbe Termin wie in einer früheren Zeile."
            )
        case .toldBefore:
            Sentence(
                en: "Told by an earlier campaign.",
                de: "Durch eine frühere Aktion benachrichtigt."
            )
        case .testOrBlock:
            Sentence(
                en: "The name or address is one of a test or of a blocked slot. "
                    + "If it is a real person, plan with --real and the row's number.",
                de:
                    "Name oder Adresse sehen nach Test oder Sperrzeit aus. Ist es eine wirkliche Person, planen Sie mit --real "
                    + "und der Nummer der Zeile."
            )
        case .takenForReal:
            Sentence(
                en: "Taken for a real person because of --real.",
                de: "Wegen --real als wirkliche Person behandelt."
            )
        case .furtherPerson, .choiceEmpty, .perhapsTold, .unfinishedForm, .doubtfulStatus,
            .unknownStatus, .halfKnown, .unknownZone, .value, .before, .toldWithTemplate, .decided:
            ofDoubt
        case .encodedTwice, .escapedText, .lostLetterInName, .leftover, .fieldCount, .noText:
            ofText
        case .start(let flaw, let time):
            time.map { Sentence(same: "\(flaw) \($0)") } ?? flaw.words
        case .noAddress, .noContact, .madeUpAddress, .severalAddresses, .unsendableAddress,
            .invalidAddress, .doubtfulAddress, .noSuchTopLevel, .misspelt, .mixedAlphabets,
            .disguisedLetters, .guessedLetters, .manyPeople, .ownAddress:
            ofAddress
        }
    }

    private var ofText: Sentence {
        switch self {
        case .encodedTwice:
            Sentence(
                en:
                    "The name or the site was encoded twice: a letter such as \"ü\" shows as two "
                    + "characters. Correct the cell.",
                de:
                    "Name oder Ort wurden zweimal kodiert: Ein Buchstabe wie „ü“ erscheint als zwei Zeichen. Berichtigen Sie die "
                    + "Zelle."
            )
        case .escapedText:
            Sentence(
                en:
                    "The name, the site or the reference holds a tag, or text that was escaped for a web page "
                    + "or a mail. Correct the cell.",
                de:
                    "In Name, Ort oder Buchungsnummer stehen Zeichen aus einer Webseite oder E-Mail. Berichtigen Sie die Zelle."
            )
        case .lostLetterInName:
            Sentence(
                en:
                    "The name holds a \"?\" or \"\u{FFFD}\", perhaps for a letter that was lost; no message "
                    + "uses it.",
                de:
                    "Im Namen steht ein „?“ oder „\u{FFFD}“, vielleicht für einen verlorenen Buchstaben; keine Nachricht "
                    + "verwendet ihn."
            )
        case .leftover:
            Sentence(
                en: "name, site or reference holds a link, or a leftover such as #NV or {{…}}",
                de:
                    "In Name, Ort oder Buchungsnummer steht ein Link oder ein Überbleibsel wie #NV oder {{…}}."
            )
        case .fieldCount(let fields, let header):
            Sentence(
                en: "The row has \(fields) fields, the header has \(header). Export it again, or "
                    + "repair this line.",
                de:
                    "Die Zeile hat \(fields, "Feld", "Felder"), die Überschrift \(count: header). Exportieren Sie noch einmal, "
                    + "oder reparieren Sie diese Textzeile."
            )
        case .noText:
            Sentence(
                en:
                    "The cell holds bytes that are no text in the encoding of the file. Export it "
                    + "again, or correct the cell.",
                de:
                    "In der Zelle stehen Zeichen, die in der Kodierung der Datei kein Text sind. Exportieren Sie noch einmal, "
                    + "oder berichtigen Sie die Zelle."
            )
        default: .empty
        }
    }
}
