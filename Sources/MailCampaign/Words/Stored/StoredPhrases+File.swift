extension StoredPhrases {
    /// Why a file cannot be used, or not yet.
    static let file: [StoredPhrase] = [
        .init("row {1}, line {2}: {3}", "Zeile {1}, Textzeile {2}: {3}"),
        .init("line {1}: {2}", "Textzeile {1}: {2}"),
        .init("The file is empty.", "Die Datei ist leer."),
        .init(
            "The file has a header but no rows.",
            "Die Datei hat Überschriften, aber keine Zeilen."
        ),
        .init("The file has no rows.", "Die Datei hat keine Zeilen."),
        .init(
            "Export the schedule again.",
            "Exportieren Sie die Terminliste noch einmal."
        ),
        .init(
            "The file changed while it was read. Try again.",
            "Die Datei hat sich beim Lesen geändert. Versuchen Sie es noch einmal."
        ),
        .init(
            "Export it again, or repair this line.",
            "Exportieren Sie noch einmal, oder reparieren Sie diese Textzeile."
        ),
        .init(
            "The file cannot be read: the quote that opens here is not closed.",
            "Die Datei ist nicht lesbar: Das Anführungszeichen, das hier beginnt, ist nicht geschlossen."
        ),
        .init(
            "The file cannot be read: a quote stands inside a field without quotes.",
            "Die Datei ist nicht lesbar: In einem Feld ohne Anführungszeichen steht eines."
        ),
        .init(
            "The file cannot be read: text follows the closing quote of a field.",
            "Die Datei ist nicht lesbar: Hinter dem schließenden Anführungszeichen eines Feldes steht Text."
        ),
        .init(
            "The file cannot be read: text follows the closing quote of a field: blanks.",
            "Die Datei ist nicht lesbar: Hinter dem schließenden Anführungszeichen eines Feldes stehen Leerzeichen."
        ),
        .init(
            "The file cannot be read: a field is longer than 64 KiB.",
            "Die Datei ist nicht lesbar: Ein Feld ist länger als 64 KiB."
        ),
        .init(
            "The file cannot be read: a row has more than {1} columns.",
            "Die Datei ist nicht lesbar: Eine Zeile hat mehr als {1} Spalten."
        ),
        .init(
            "If the whole file is written so, say --quotes {1}.",
            "Ist die ganze Datei so geschrieben, nehmen Sie --quotes {1}."
        ),
        .init(
            "The file has more than {1} rows. Export fewer days at a time, or remove the empty rows.",
            "Die Datei hat mehr als {1} Zeilen. Exportieren Sie weniger Tage auf einmal, oder entfernen Sie die leeren Zeilen."
        ),
        .init(
            "The file ends in the middle of a character; a part of it is missing.",
            "Die Datei endet mitten in einem Zeichen; ein Teil fehlt."
        ),
        .init(
            "The file holds NUL bytes, so it is no text. Export the schedule again, as \"CSV UTF-8\".",
            "Die Datei enthält Nullzeichen und ist kein Text. Exportieren Sie die Terminliste noch einmal, als „CSV UTF-8“."
        ),
        .init(
            "The file is larger than 1 GiB, so it is no schedule. Choose the export itself, or export fewer days at a time.",
            "Die Datei ist größer als 1 GiB und keine Terminliste. Wählen Sie den Export selbst, oder exportieren Sie weniger Tage auf einmal."
        ),
        .init(
            "The text was encoded twice: a letter such as \"ü\" shows as two characters. Export the schedule again from the booking system, as \"CSV UTF-8\".",
            "Der Text wurde zweimal kodiert: Ein Buchstabe wie „ü“ erscheint als zwei Zeichen. Exportieren Sie die Terminliste noch einmal aus dem Buchungssystem, als „CSV UTF-8“."
        ),
        .init(
            "The line \"sep=\" names a separator that is not read. Export the file with semicolon, comma, tab or \"|\".",
            "Die Textzeile „sep=“ nennt ein Trennzeichen, das nicht gelesen wird. Exportieren Sie die Datei mit Semikolon, Komma, Tabulator oder „|“."
        ),
        .init(
            "The encoding cannot be told: with none of those that are known do umlauts and accents make sense.",
            "Die Kodierung ist nicht zu erkennen: Mit keiner der bekannten ergeben Umlaute und Akzente einen Sinn."
        ),
        .init(
            "The encoding cannot be told for certain; it may be {1}.",
            "Die Kodierung ist nicht sicher zu erkennen; es kann {1} sein."
        ),
        .init(
            "Export the schedule as \"CSV UTF-8\", or say which with --encoding; look at the umlauts in the names that preview shows.",
            "Exportieren Sie die Terminliste als „CSV UTF-8“, oder nennen Sie die Kodierung mit --encoding; prüfen Sie die Umlaute in den Namen, die preview zeigt."
        ),
        .init(
            "The last row, line {1}, has fewer cells than the header.",
            "Die letzte Zeile (Textzeile {1}) hat weniger Zellen, als es Überschriften gibt."
        ),
        .init(
            "Below the list, from line {1} on, stand words that are no row.",
            "Unter der Liste, ab Textzeile {1}, stehen Worte, die keine Zeile sind."
        ),
        .init(
            "The export may have died before its end. Compare the last row with the booking system and export again; if the list is whole, say --complete.",
            "Vielleicht ist der Export vor dem Ende abgebrochen. Vergleichen Sie die letzte Zeile mit dem Buchungssystem, und exportieren Sie noch einmal; ist die Liste vollständig, nehmen Sie --complete."
        ),
        .init("The file is a PDF document, not CSV.", "Die Datei ist ein PDF, nicht CSV."),
        .init(
            "The file is an old (xls) or password-protected Excel workbook.",
            "Die Datei ist eine alte (xls) oder durch ein Passwort geschützte Excel-Arbeitsmappe."
        ),
        .init(
            "The file is a web page or XML under another name, not CSV.",
            "Die Datei ist eine Webseite oder XML unter anderem Namen, nicht CSV."
        ),
        .init(
            "Open it in the spreadsheet program, save it as \"xlsx\" without a password, and use that file.",
            "Öffnen Sie sie in der Tabellenkalkulation, speichern Sie sie als „xlsx“ ohne Passwort, und verwenden Sie diese Datei."
        ),
        .init(
            "Open it in the spreadsheet program, save it as \"CSV UTF-8\", and use that file.",
            "Öffnen Sie sie in der Tabellenkalkulation, speichern Sie sie als „CSV UTF-8“, und verwenden Sie diese Datei."
        ),
        .init(
            "Export the schedule from the booking system as CSV.",
            "Exportieren Sie die Terminliste aus dem Buchungssystem als CSV."
        ),
        .init(
            "{1} rows have another number of fields than the header; this is the first.",
            "{1} Zeilen haben nicht so viele Felder, wie es Überschriften gibt; das ist die erste."
        ),
        .init(
            "If the export leaves out last cells that are empty, say --short-rows.",
            "Lässt der Export leere letzte Zellen weg, nehmen Sie --short-rows."
        ),
        .init(
            "From about here on, the e-mail addresses are not like the names beside them but like the names {1} rows above: a column was moved or sorted without the others, and people would get each other's messages. Export the schedule again, and leave it as it is.",
            "Etwa ab hier passen die E-Mail-Adressen nicht zu den Namen daneben, sondern zu denen {1} Zeilen darüber: Eine Spalte wurde ohne die anderen verschoben oder sortiert, und die Nachrichten gingen an die falschen Personen. Exportieren Sie die Terminliste noch einmal, und lassen Sie sie, wie sie ist."
        ),
        .init(
            "From about here on, the e-mail addresses are not like the names beside them but like the names 1 row below: a column was moved or sorted without the others, and people would get each other's messages. Export the schedule again, and leave it as it is.",
            "Etwa ab hier passen die E-Mail-Adressen nicht zu den Namen daneben, sondern zu denen eine Zeile darunter: Eine Spalte wurde ohne die anderen verschoben oder sortiert, und die Nachrichten gingen an die falschen Personen. Exportieren Sie die Terminliste noch einmal, und lassen Sie sie, wie sie ist."
        ),
        .init(
            "From about here on, the e-mail addresses are not like the names beside them but like the names 1 row above: a column was moved or sorted without the others, and people would get each other's messages. Export the schedule again, and leave it as it is.",
            "Etwa ab hier passen die E-Mail-Adressen nicht zu den Namen daneben, sondern zu denen eine Zeile darüber: Eine Spalte wurde ohne die anderen verschoben oder sortiert, und die Nachrichten gingen an die falschen Personen. Exportieren Sie die Terminliste noch einmal, und lassen Sie sie, wie sie ist."
        ),
        .init(
            "From about here on, the e-mail addresses are not like the names beside them but like the names {1} rows below: a column was moved or sorted without the others, and people would get each other's messages. Export the schedule again, and leave it as it is.",
            "Etwa ab hier passen die E-Mail-Adressen nicht zu den Namen daneben, sondern zu denen {1} Zeilen darunter: Eine Spalte wurde ohne die anderen verschoben oder sortiert, und die Nachrichten gingen an die falschen Personen. Exportieren Sie die Terminliste noch einmal, und lassen Sie sie, wie sie ist."
        ),
    ]
}
