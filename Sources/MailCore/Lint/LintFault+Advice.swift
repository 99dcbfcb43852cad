extension LintFault {
    /// What to write instead.
    package var advice: Sentence {
        switch self {
        case .sensitiveSubject, .sensitiveBeginning, .personalSubject, .shoutingSubject,
            .longSubject:
            forSubject
        case .healthWord, .sensitiveWord, .leftover, .staffTitle, .wrongWeekday, .typedPhone,
            .hiddenCharacter, .mixedAlphabets, .touchedPlaceholder:
            forWords
        case .missing(let fact): fact.advice
        case .noPlace, .noChannel, .foreignPage, .inOnePart, .differentWords, .large, .firstWords,
            .documentLanguage:
            forFacts
        case .link(let fault): fault.advice
        case .loads:
            Sentence(
                en: "Remove it: the message must be complete by itself.",
                de: "Entfernen Sie es: Die Nachricht muss für sich vollständig sein."
            )
        case .markup:
            Sentence(
                en: "A letter may use what docs/linter.md lists, and nothing else.",
                de:
                    "Ein Schreiben darf verwenden, was in docs/linter.md steht, und nichts anderes."
            )
        }
    }

    private var forSubject: Sentence {
        switch self {
        case .sensitiveBeginning:
            Sentence(
                en: "Say first only that the appointment does not take place.",
                de: "Sagen Sie zuerst nur, dass der Termin nicht stattfindet."
            )
        case .personalSubject:
            Sentence(
                en: "Leave personal data to the text.",
                de: "Persönliche Angaben gehören in den Text."
            )
        case .shoutingSubject:
            Sentence(
                en: "No “!!”, no “Wichtig”, no pictures; the first word says what happens.",
                de: "Kein „!!“, kein „Wichtig“, keine Bilder; das erste Wort sagt, was geschieht."
            )
        case .longSubject:
            Sentence(
                en: "Shorten it; phones show about 60.",
                de: "Kürzen Sie ihn; Telefone zeigen etwa 60."
            )
        default:
            Sentence(
                en: "Say only that the appointment does not take place.",
                de: "Sagen Sie nur, dass der Termin nicht stattfindet."
            )
        }
    }

    private var forWords: Sentence {
        switch self {
        case .healthWord:
            Sentence(
                en: "Leave it out, or write “Termine dieser Art”.",
                de: "Lassen Sie es weg, oder schreiben Sie „Termine dieser Art“."
            )
        case .sensitiveWord:
            Sentence(
                en: "Others read it, too: leave out what the appointment was for.",
                de: "Andere lesen mit: Lassen Sie weg, wofür der Termin war."
            )
        case .leftover:
            Sentence(
                en: "Remove it, or use a placeholder: {{anrede}}.",
                de: "Entfernen Sie es, oder nehmen Sie einen Platzhalter: {{anrede}}."
            )
        case .staffTitle:
            Sentence(
                en: "Name the authority and the hotline, nobody who works there.",
                de:
                    "Nennen Sie die Behörde und das Bürgertelefon, niemanden, der dort arbeitet."
            )
        case .wrongWeekday:
            Sentence(
                en: "Look it up, or use {{datum}}.",
                de: "Sehen Sie nach, oder nehmen Sie {{datum}}."
            )
        case .typedPhone:
            Sentence(
                en: "Use {{hotline}} or {{telefon}}, so that it is the configured one.",
                de: "Nehmen Sie {{hotline}} oder {{telefon}}, damit es die eingetragene ist."
            )
        case .touchedPlaceholder(let name):
            Sentence(
                en: "Put a blank or a punctuation mark between them: “von {{\(name)}}”.",
                de: "Setzen Sie ein Leer- oder Satzzeichen dazwischen: „von {{\(name)}}“."
            )
        default:
            Sentence(
                en: "Delete the line and type it again.",
                de: "Löschen Sie die Zeile, und tippen Sie sie neu ein."
            )
        }
    }

    private var forFacts: Sentence {
        switch self {
        case .noPlace:
            Sentence(
                en:
                    "Put {{#ort}}{{ort}}{{/ort}} behind {{uhrzeit}}, or write the place out.",
                de:
                    "Setzen Sie {{#ort}}{{ort}}{{/ort}} hinter {{uhrzeit}}, oder schreiben Sie den Ort aus."
            )
        case .foreignPage:
            Sentence(
                en: "Use a page of the authority's own domain.",
                de: "Nehmen Sie eine Seite auf der eigenen Domain der Behörde."
            )
        case .inOnePart(let name):
            Sentence(
                en: "Say the same in both parts: {{\(name)}}.",
                de: "Sagen Sie in beiden Teilen dasselbe: {{\(name)}}."
            )
        case .differentWords:
            Sentence(
                en: "Say the same in both parts, in the same order.",
                de: "Sagen Sie in beiden Teilen dasselbe, in derselben Reihenfolge."
            )
        case .large:
            Sentence(
                en: "Shorten it: 30 kB are plenty, some readers cut off long messages.",
                de:
                    "Kürzen Sie sie: 30 kB sind reichlich; manche Programme schneiden lange Nachrichten ab."
            )
        case .firstWords(.cancelled):
            Sentence(
                en: "Begin with: “Bitte kommen Sie nicht.”",
                de: "Beginnen Sie mit: „Bitte kommen Sie nicht.“"
            )
        case .firstWords(.stands):
            Sentence(
                en: "Begin with: “Ihr Termin findet doch statt. Bitte kommen Sie.”",
                de: "Beginnen Sie mit: „Ihr Termin findet doch statt. Bitte kommen Sie.“"
            )
        case .documentLanguage(let language):
            Sentence(
                en: "Write: <html lang=\"\(language)\">",
                de: "Schreiben Sie: <html lang=\"\(language)\">"
            )
        default:
            Sentence(
                en: "Write: “Diese E-Mail wurde automatisch verschickt.”",
                de: "Schreiben Sie: „Diese E-Mail wurde automatisch verschickt.“"
            )
        }
    }
}

extension LintFault.Fact {
    fileprivate var advice: Sentence {
        switch self {
        case .day:
            Sentence(
                en: "Put {{datum}} between {{#termine}} and {{/termine}}.",
                de: "Setzen Sie {{datum}} zwischen {{#termine}} und {{/termine}}."
            )
        case .time:
            Sentence(
                en: "Put {{uhrzeit}} behind {{datum}}.",
                de: "Setzen Sie {{uhrzeit}} hinter {{datum}}."
            )
        case .authority:
            Sentence(
                en: "Name the authority: {{behoerde}}, {{anschrift}}.",
                de: "Nennen Sie die Behörde: {{behoerde}}, {{anschrift}}."
            )
        case .address:
            Sentence(
                en: "Give the postal address: {{anschrift}}.",
                de: "Nennen Sie die Anschrift: {{anschrift}}."
            )
        case .imprint:
            Sentence(
                en: "Add: Impressum: {{impressum}}",
                de: "Ergänzen Sie: Impressum: {{impressum}}"
            )
        case .privacy:
            Sentence(
                en: "Add: Datenschutz: {{datenschutz}}",
                de: "Ergänzen Sie: Datenschutz: {{datenschutz}}"
            )
        case .hotline:
            Sentence(
                en: "Say whom to call: {{hotline}}, {{hotline_zeiten}}.",
                de: "Sagen Sie, wo man anrufen kann: {{hotline}}, {{hotline_zeiten}}."
            )
        }
    }
}
