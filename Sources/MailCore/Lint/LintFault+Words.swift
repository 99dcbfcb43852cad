extension LintFault: Worded {
    package var words: Sentence {
        switch self {
        case .sensitiveSubject, .sensitiveBeginning, .personalSubject, .shoutingSubject,
            .longSubject:
            ofSubject
        case .healthWord, .sensitiveWord, .leftover, .staffTitle, .wrongWeekday, .typedPhone,
            .hiddenCharacter, .mixedAlphabets, .touchedPlaceholder:
            ofWords
        case .missing, .noPlace, .noChannel, .foreignPage, .inOnePart, .differentWords, .large,
            .firstWords, .documentLanguage:
            ofFacts
        case .link(let fault): fault.words
        case .loads(let fault): fault.words
        case .markup(let fault): fault.words
        }
    }

    private var ofSubject: Sentence {
        switch self {
        case .sensitiveSubject(let word):
            Sentence(en: "the subject contains “\(word)”.", de: "der Betreff enthält „\(word)“.")
        case .sensitiveBeginning(let word):
            Sentence(
                en:
                    "the first words, which phones show beside the subject, contain “\(word)”.",
                de:
                    "die ersten Wörter, die Telefone neben dem Betreff zeigen, enthalten „\(word)“."
            )
        case .personalSubject(let name):
            Sentence(en: "the subject holds “\(name)”.", de: "im Betreff steht „\(name)“.")
        case .longSubject(let characters):
            Sentence(
                en: "the subject can have \(characters) characters, 78 are the most.",
                de:
                    "der Betreff kann \(characters) Zeichen haben, mehr als 78 dürfen es nicht sein."
            )
        default:
            Sentence(
                en: "the subject looks like advertising.",
                de: "der Betreff sieht nach Werbung aus."
            )
        }
    }

    private var ofWords: Sentence {
        switch self {
        case .healthWord(let word), .sensitiveWord(let word):
            Sentence(en: "the text contains “\(word)”.", de: "der Text enthält „\(word)“.")
        case .leftover(let word):
            Sentence(
                en: "“\(word)” looks like a draft's leftover.",
                de: "„\(word)“ sieht aus wie aus einem Entwurf übrig."
            )
        case .staffTitle(let word):
            Sentence(
                en: "“\(word)” often stands in front of a name.",
                de: "„\(word)“ steht oft vor einem Namen."
            )
        case .wrongWeekday(let written):
            Sentence(
                en: "weekday and date do not agree: “\(written)”.",
                de: "Wochentag und Datum passen nicht zusammen: „\(written)“."
            )
        case .typedPhone(let number):
            Sentence(
                en: "a phone number is typed into the template: “\(number)”.",
                de: "in der Vorlage steht eine Telefonnummer: „\(number)“."
            )
        case .mixedAlphabets(let word):
            Sentence(
                en: "“\(word)” has letters of two alphabets.",
                de: "„\(word)“ hat Buchstaben aus zwei Alphabeten."
            )
        case .touchedPlaceholder(let name):
            Sentence(
                en: "{{\(name)}} touches a letter, a digit or another placeholder.",
                de:
                    "{{\(name)}} berührt einen Buchstaben, eine Ziffer oder einen anderen Platzhalter."
            )
        default:
            Sentence(
                en: "there is an invisible character here.",
                de: "hier steht ein unsichtbares Zeichen."
            )
        }
    }

    private var ofFacts: Sentence {
        switch self {
        case .missing(let fact):
            Sentence(en: "\(fact.rawValue) is missing.", de: "\(fact.rawValue) fehlt.")
        case .noPlace:
            Sentence(
                en: "the message does not say where the appointment was.",
                de: "die Nachricht sagt nicht, wo der Termin war."
            )
        case .foreignPage(let key):
            Sentence(
                en: "authority.\(key) is not on one of the allowed hosts.",
                de: "authority.\(key) liegt auf keinem der erlaubten Rechner."
            )
        case .inOnePart(let name):
            Sentence(
                en: "“\(name)” is in the other part and not here.",
                de: "„\(name)“ steht im anderen Teil und hier nicht."
            )
        case .differentWords(let difference): difference.words
        case .large(let kilobytes):
            Sentence(
                en: "the message has about \(kilobytes) kB.",
                de: "die Nachricht hat etwa \(kilobytes) kB."
            )
        case .firstWords(.cancelled):
            Sentence(
                en: "the first 200 characters do not say that nobody should come.",
                de: "in den ersten 200 Zeichen steht nicht, dass niemand kommen soll."
            )
        case .firstWords(.stands):
            Sentence(
                en: "the first 200 characters do not say that the appointment stands.",
                de: "in den ersten 200 Zeichen steht nicht, dass der Termin besteht."
            )
        case .documentLanguage(let language):
            Sentence(
                en: "the element html does not name the language “\(language)”.",
                de: "das Element html nennt die Sprache „\(language)“ nicht."
            )
        default:
            Sentence(
                en: "the message does not say that it is an e-mail from the authority.",
                de: "die Nachricht sagt nicht, dass sie eine E-Mail der Behörde ist."
            )
        }
    }
}
