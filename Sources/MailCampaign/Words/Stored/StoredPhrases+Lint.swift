extension StoredPhrases {
    /// What should not stand in a letter, and what to write instead: kept with campaigns until it became a
    /// code (`PlanWarning.template`).
    static let lint: [StoredPhrase] = [
        .init("{1}: warning {2}: {3}", "{1}: Hinweis {2}: {3}"),
        .init(
            "Delete the line and type it again.",
            "Löschen Sie die Zeile, und tippen Sie sie neu ein."
        ),
        .init("there is an invisible character here.", "hier steht ein unsichtbares Zeichen."),
        .init("“{1}” has letters of two alphabets.", "„{1}“ hat Buchstaben aus zwei Alphabeten."),
        .init(
            "the message does not say that it is an e-mail from the authority.",
            "die Nachricht sagt nicht, dass sie eine E-Mail der Behörde ist."
        ),
        .init("Write: {1}", "Schreiben Sie: {1}"),
        .init(
            "the message does not say where the appointment was.",
            "die Nachricht sagt nicht, wo der Termin war."
        ),
        .init(
            "Put {{#ort}}{{ort}}{{/ort}} behind {{uhrzeit}}, or write the place out.",
            "Setzen Sie {{#ort}}{{ort}}{{/ort}} hinter {{uhrzeit}}, oder schreiben Sie den Ort aus."
        ),
        .init(
            "Name the authority: {{behoerde}}, {{anschrift}}.",
            "Nennen Sie die Behörde: {{behoerde}}, {{anschrift}}."
        ),
        .init(
            "Give the postal address: {{anschrift}}.",
            "Nennen Sie die Anschrift: {{anschrift}}."
        ),
        .init(
            "Say whom to call: {{hotline}}, {{hotline_zeiten}}.",
            "Sagen Sie, wo man anrufen kann: {{hotline}}, {{hotline_zeiten}}."
        ),
        .init(
            "authority.{1} is not on one of the allowed hosts.",
            "authority.{1} liegt auf keinem der erlaubten Rechner."
        ),
        .init(
            "Use a page of the authority's own domain.",
            "Nehmen Sie eine Seite auf der eigenen Domain der Behörde."
        ),
        .init(
            "“{1}” is in the other part and not here.",
            "„{1}“ steht im anderen Teil und hier nicht."
        ),
        .init(
            "Say the same in both parts: {1}.",
            "Sagen Sie in beiden Teilen dasselbe: {1}."
        ),
        .init(
            "Say the same in both parts, in the same order.",
            "Sagen Sie in beiden Teilen dasselbe, in derselben Reihenfolge."
        ),
        .init("the message has about {1} kB.", "die Nachricht hat etwa {1} kB."),
        .init(
            "Shorten it: 30 kB are plenty, some readers cut off long messages.",
            "Kürzen Sie sie: 30 kB sind reichlich; manche Programme schneiden lange Nachrichten ab."
        ),
        .init(
            "the first 200 characters do not say {1}.",
            "in den ersten 200 Zeichen steht nicht, {1}."
        ),
        .init("that nobody should come", "dass niemand kommen soll"),
        .init("that the appointment stands", "dass der Termin besteht"),
        .init("Begin with: {1}", "Beginnen Sie mit: {1}"),
        .init(
            "the element html does not name the language “{1}”.",
            "das Element html nennt die Sprache „{1}“ nicht."
        ),
        .init(
            "an e-mail address is typed in that is not the authority's; readers make it a link.",
            "hier steht eine E-Mail-Adresse, die nicht der Behörde gehört; Mailprogramme machen daraus einen Link."
        ),
        .init(
            "a mailto: link names something other than one of the authority's own addresses.",
            "ein mailto:-Link nennt etwas anderes als eine Adresse der Behörde."
        ),
        .init(
            "Use mailto:{{email}} without anything behind it.",
            "Nehmen Sie mailto:{{email}}, ohne etwas dahinter."
        ),
        .init(
            "a tel: link calls a number that is not the authority's.",
            "ein tel:-Link ruft eine Nummer an, die nicht der Behörde gehört."
        ),
        .init(
            "Use tel:{{hotline}} or tel:{{telefon}}.",
            "Nehmen Sie tel:{{hotline}} oder tel:{{telefon}}."
        ),
        .init(
            "Link to {{internetseite}}, {{impressum}} or {{datenschutz}}, or add the authority's own host to content.allowed_hosts.",
            "Verlinken Sie {{internetseite}}, {{impressum}} oder {{datenschutz}}, oder tragen Sie den eigenen Rechner der Behörde in content.allowed_hosts ein."
        ),
        .init(
            "a link shows another address than the one it leads to.",
            "ein Link zeigt eine andere Adresse als die, zu der er führt."
        ),
        .init(
            "Let it show where it leads, or a word without an address: “Impressum”.",
            "Lassen Sie ihn zeigen, wohin er führt, oder ein Wort ohne Adresse: „Impressum“."
        ),
        .init(
            "a link holds a placeholder of the person, so it tells people apart.",
            "ein Link enthält einen Platzhalter der Person; damit lassen sich Personen unterscheiden."
        ),
        .init(
            "Use the same link for everybody.",
            "Verwenden Sie für alle denselben Link."
        ),
        .init(
            "{{{1}}} touches a letter, a digit or another placeholder.",
            "{{{1}}} berührt einen Buchstaben, eine Ziffer oder einen anderen Platzhalter."
        ),
        .init(
            "Remove it: the message must be complete by itself.",
            "Entfernen Sie es: Die Nachricht muss für sich vollständig sein."
        ),
        .init("the subject contains “{1}”.", "der Betreff enthält „{1}“."),
        .init("the subject holds “{1}”.", "im Betreff steht „{1}“."),
        .init(
            "Say only that the appointment does not take place.",
            "Sagen Sie nur, dass der Termin nicht stattfindet."
        ),
        .init("Leave personal data to the text.", "Persönliche Angaben gehören in den Text."),
        .init(
            "the first words, which phones show beside the subject, contain “{1}”.",
            "die ersten Wörter, die Telefone neben dem Betreff zeigen, enthalten „{1}“."
        ),
        .init(
            "Say first only that the appointment does not take place.",
            "Sagen Sie zuerst nur, dass der Termin nicht stattfindet."
        ),
        .init("the subject looks like advertising.", "der Betreff sieht nach Werbung aus."),
        .init(
            "No “!!”, no “Wichtig”, no pictures; the first word says what happens.",
            "Kein „!!“, kein „Wichtig“, keine Bilder; das erste Wort sagt, was geschieht."
        ),
        .init(
            "the subject can have {1} characters, 78 are the most.",
            "der Betreff kann {1} Zeichen haben, 78 sind das Höchste."
        ),
        .init(
            "Shorten it; phones show about 60.",
            "Kürzen Sie ihn; Telefone zeigen etwa 60."
        ),
        .init("the text contains “{1}”.", "der Text enthält „{1}“."),
        .init(
            "Leave it out, or write “Termine dieser Art”.",
            "Lassen Sie es weg, oder schreiben Sie „Termine dieser Art“."
        ),
        .init(
            "Others read it, too: leave out what the appointment was for.",
            "Andere lesen mit: Lassen Sie weg, wofür der Termin war."
        ),
        .init(
            "“{1}” looks like a draft's leftover.",
            "„{1}“ sieht aus wie aus einem Entwurf übrig."
        ),
        .init(
            "Remove it, or use a placeholder: {{anrede}}.",
            "Entfernen Sie es, oder nehmen Sie einen Platzhalter: {{anrede}}."
        ),
        .init("“{1}” often stands in front of a name.", "„{1}“ steht oft vor einem Namen."),
        .init(
            "Name the authority and the hotline, nobody who works there.",
            "Nennen Sie die Behörde und das Bürgertelefon, niemanden, der dort arbeitet."
        ),
        .init(
            "weekday and date do not agree: “{1}”.",
            "Wochentag und Datum passen nicht zusammen: „{1}“."
        ),
        .init(
            "Look it up, or use {{datum}}.",
            "Sehen Sie nach, oder nehmen Sie {{datum}}."
        ),
        .init(
            "a phone number is typed into the template: “{1}”.",
            "in der Vorlage steht eine Telefonnummer: „{1}“."
        ),
        .init(
            "Use {{hotline}} or {{telefon}}, so that it is the configured one.",
            "Nehmen Sie {{hotline}} oder {{telefon}}, damit es die eingetragene ist."
        ),
        .init(
            "A letter may use what docs/linter.md lists, and nothing else.",
            "Ein Schreiben darf verwenden, was in docs/linter.md steht, und nichts anderes."
        ),
        .init("the element {1} is not allowed.", "das Element {1} ist nicht erlaubt."),
        .init(
            "the element {1} is not one that a letter may use.",
            "das Element {1} darf ein Schreiben nicht verwenden."
        ),
        .init(
            "the style “{1}” is not one that a letter may use.",
            "die Gestaltung „{1}“ darf ein Schreiben nicht verwenden."
        ),
        .init(
            "the attribute {1} of {2} is not one that a letter may use.",
            "die Eigenschaft {1} von {2} darf ein Schreiben nicht verwenden."
        ),
        .init(
            "the attribute {1} loads something.",
            "die Eigenschaft {1} lädt etwas nach."
        ),
        .init("the attribute {1} runs a script.", "die Eigenschaft {1} startet ein Skript."),
        .init(
            "the attribute {1} serves tracking.",
            "die Eigenschaft {1} dient der Nachverfolgung."
        ),
        .init("a style loads something.", "eine Gestaltung lädt etwas nach."),
        .init(
            "the style sheet loads something (url, @import).",
            "die Gestaltung lädt etwas nach (url, @import)."
        ),
        .init("{1} is missing.", "{1} fehlt."),
    ]
}
