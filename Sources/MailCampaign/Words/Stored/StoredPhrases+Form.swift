extension StoredPhrases {
    /// How a file is written and was read, part by part.
    static let form: [StoredPhrase] = [
        .init("{1} (likely)", "{1} (wahrscheinlich)"),
        .init("{1} (as chosen)", "{1} (wie gewählt)"),
        .init("{1} (proven by the rows)", "{1} (durch die Zeilen bewiesen)"),
        .init("{1} (by the layout)", "{1} (laut Profil)"),
        .init("separated by {1}", "getrennt durch {1}"),
        .init("semicolons", "Semikolon"),
        .init("commas", "Komma"),
        .init("tabs", "Tabulator"),
        .init("bars", "senkrechten Strich"),
        .init("layout {1}", "Profil {1}"),
        .init("header in line {1}", "Überschrift in Textzeile {1}"),
        .init("no header", "keine Überschrift"),
        .init("dates as day/month", "Datum als Tag/Monat"),
        .init("dates as month/day", "Datum als Monat/Tag"),
        .init("all rows on {1}", "alle Zeilen am {1}"),
        .init("column “{1}” not used", "Spalte „{1}“ nicht verwendet"),
        .init("row {1} taken for a real person", "Zeile {1} als wirkliche Person behandelt"),
        .init("rows {1} taken for real people", "Zeilen {1} als wirkliche Personen behandelt"),
        .init(
            "line {1} not counted (titles, sums, repeated headers)",
            "Textzeile {1} nicht gezählt (Titel, Summen, wiederholte Überschriften)"
        ),
        .init(
            "lines {1} and {2} more not counted (titles, sums, repeated headers)",
            "Textzeilen {1} und {2} weitere nicht gezählt (Titel, Summen, wiederholte Überschriften)"
        ),
        .init(
            "lines {1} and {2} not counted (titles, sums, repeated headers)",
            "Textzeilen {1} und {2} nicht gezählt (Titel, Summen, wiederholte Überschriften)"
        ),
        .init("workbook", "Arbeitsmappe"),
        .init("its only sheet", "ihr einziges Blatt"),
        .init("first of {1} sheets ({2} hidden)", "erstes von {1} Blättern ({2} ausgeblendet)"),
        .init("first of {1} sheets", "erstes von {1} Blättern"),
        .init("hidden sheet {1} of {2}", "ausgeblendetes Blatt {1} von {2}"),
        .init("sheet {1} of {2}", "Blatt {1} von {2}"),
        .init("1 hidden row used", "1 ausgeblendete Zeile verwendet"),
        .init("1 hidden row left out", "1 ausgeblendete Zeile weggelassen"),
        .init("{1} hidden rows used", "{1} ausgeblendete Zeilen verwendet"),
        .init("{1} hidden rows left out", "{1} ausgeblendete Zeilen weggelassen"),
    ]

    /// Why a column is not kept, and what warnings say of columns.
    static let columns: [StoredPhrase] = [
        .init("not used", "nicht verwendet"),
        .init("named like {1}", "heißt wie {1}"),
        .init("its cells hold {1}", "enthält {1}"),
        .init("a date of birth", "ein Geburtsdatum"),
        .init("an age", "ein Alter"),
        .init("a sex", "ein Geschlecht"),
        .init("an insurance number", "eine Versicherungsnummer"),
        .init("something about health", "etwas über die Gesundheit"),
        .init("why somebody was entitled", "der Grund einer Berechtigung"),
        .init("a batch of a vaccine", "eine Impfstoffcharge"),
        .init("a remark", "eine Bemerkung"),
        .init("answers to free questions", "Antworten auf freie Fragen"),
        .init("addresses of other people", "Adressen anderer Personen"),
        .init("an internet address", "eine Internetadresse"),
        .init("tracking data", "Daten zur Nachverfolgung"),
        .init("a code that opens a booking", "ein Code, der eine Buchung öffnet"),
        .init("work", "die Arbeit"),
        .init("home", "die Wohnung"),
        .init("dates of birth", "Geburtsdaten"),
        .init("codes that open a booking", "Codes, die eine Buchung öffnen"),
        .init("insurance numbers", "Versicherungsnummern"),
        .init("answers of a form", "Antworten eines Formulars"),
        .init("remarks", "Bemerkungen"),
        .init("e-mail addresses", "E-Mail-Adressen"),
        .init("phone numbers", "Telefonnummern"),
        .init(
            "{1} rows without a day in the column \"{2}\" below one that has one: if a day stands once for all rows below it, say --fill-down \"{3}\".",
            "{1} Zeilen ohne Tag in der Spalte „{2}“, unter einer, die einen hat: Steht ein Tag einmal für alle Zeilen darunter, nehmen Sie --fill-down \"{3}\"."
        ),
        .init(
            "Only {1} of {2} e-mail addresses are like the name beside them; in most schedules more than half are. A column may have been sorted without the others: compare some rows with the booking system.",
            "Nur {1} von {2} E-Mail-Adressen ähneln dem Namen daneben; in den meisten Terminlisten ist es mehr als die Hälfte. Vielleicht wurde eine Spalte ohne die anderen sortiert: Vergleichen Sie einige Zeilen mit dem Buchungssystem."
        ),
        .init(
            "{1} e-mail addresses of the first {2} rows are like the name of another row, and only {3} like the name beside them. A column was probably sorted without the others, and people would get each other's messages: compare some rows with the booking system before you approve.",
            "{1} E-Mail-Adressen der ersten {2} Zeilen ähneln dem Namen einer anderen Zeile, nur {3} dem Namen daneben. Vermutlich wurde eine Spalte ohne die anderen sortiert, und die Nachrichten gingen an die falschen Personen: Vergleichen Sie vor der Freigabe einige Zeilen mit dem Buchungssystem."
        ),
        .init(
            "{1} cells of the column \"{2}\", which is not kept, begin with a word for a cancellation, such as “{3}”: --map \"status={4}\" takes such cells into account.",
            "{1} Zellen der Spalte „{2}“, von der nichts aufbewahrt wird, beginnen mit einem Wort für eine Absage, etwa „{3}“: --map \"status={4}\" berücksichtigt solche Zellen."
        ),
        .init(
            "1 cell of the column \"{1}\", which is not kept, begins with a word for a cancellation, such as “{2}”: --map \"status={3}\" takes such cells into account.",
            "1 Zelle der Spalte „{1}“, von der nichts aufbewahrt wird, beginnt mit einem Wort für eine Absage, etwa „{2}“: --map \"status={3}\" berücksichtigt solche Zellen."
        ),
        .init(
            "{1} cells of the column \"{2}\" hold what a spreadsheet has made of a reference, a rounded number or a day: letters go without it. Use the export as the booking system writes it.",
            "In {1} Zellen der Spalte „{2}“ hat eine Tabellenkalkulation aus der Buchungsnummer eine gerundete Zahl oder ein Datum gemacht: Die Nachrichten nennen sie nicht. Verwenden Sie den Export, wie ihn das Buchungssystem schreibt."
        ),
        .init(
            "{1} rows of the column \"{2}\" hold a phone number that a spreadsheet has rounded, which cannot be dialled. Use the export as the booking system writes it.",
            "In {1} Zeilen der Spalte „{2}“ hat eine Tabellenkalkulation die Telefonnummer gerundet; sie ist nicht wählbar. Verwenden Sie den Export, wie ihn das Buchungssystem schreibt."
        ),
        .init(
            "{1} phone numbers of the column \"{2}\" have lost the zero or the plus in front, as a spreadsheet does with numbers: put it back when you call, or use the export as the booking system writes it.",
            "Bei {1} Telefonnummern der Spalte „{2}“ fehlt vorn die Null oder das Plus, wie es in Tabellenkalkulationen vorkommt: Ergänzen Sie es beim Anrufen, oder verwenden Sie den Export, wie ihn das Buchungssystem schreibt."
        ),
        .init(
            "{1} rows held letters as web pages spell them, such as &uuml;: they were read as those letters. Look at the names that preview shows.",
            "In {1} Zeilen stehen Buchstaben wie in Webseiten, etwa &uuml;: Sie wurden als diese Buchstaben gelesen. Sehen Sie sich die Namen an, die preview zeigt."
        ),
        .init(
            "{1} rows ended before the last column; the missing cells were taken for empty (--short-rows). Compare some of them with the booking system.",
            "{1} Zeilen enden vor der letzten Spalte; die fehlenden Zellen gelten als leer (--short-rows). Vergleichen Sie einige mit dem Buchungssystem."
        ),
        .init(
            "{1} rows took the value of {2} from a row above (--fill-down). Compare some of them with the booking system.",
            "{1} Zeilen haben den Wert von {2} aus einer Zeile darüber (--fill-down). Vergleichen Sie einige mit dem Buchungssystem."
        ),
        .init(
            "The column \"{1}\" says whose clock each row's times are on: they are read so, and told in {2}. Compare one with the booking system.",
            "Die Spalte „{1}“ sagt, in welcher Zeitzone die Zeiten stehen: So werden sie gelesen und in {2} genannt. Vergleichen Sie eine mit dem Buchungssystem."
        ),
        .init(
            "the sheet that was read is hidden: people see another one",
            "das gelesene Blatt ist ausgeblendet: Wer die Datei öffnet, sieht ein anderes"
        ),
        .init(
            "1 further sheet holds cells that were not read; one of them is read with --sheet NAME",
            "1 weiteres Blatt hat Inhalt, der nicht gelesen wurde; lesen lässt es sich mit --sheet NAME"
        ),
        .init(
            "{1} further sheets hold cells that were not read; one of them is read with --sheet NAME",
            "{1} weitere Blätter haben Inhalt, der nicht gelesen wurde; eines davon lässt sich lesen mit --sheet NAME"
        ),
    ]
}
