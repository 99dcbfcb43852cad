extension StoredPhrases {
    /// What older versions have warned of, where the number makes another sentence or none was known.
    static let warnings: [StoredPhrase] = [
        .init(
            "1 row without a day in the column \"{1}\" below one that has one: if a day stands once for all rows below it, say --fill-down \"{2}\".",
            "1 Zeile ohne Tag in der Spalte „{1}“, unter einer, die einen hat: Steht ein Tag einmal für alle Zeilen darunter, nehmen Sie --fill-down \"{2}\"."
        ),
        .init(
            "1 row ended before the last column; the missing cells were taken for empty (--short-rows). Compare some of them with the booking system.",
            "1 Zeile endet vor der letzten Spalte; die fehlenden Zellen gelten als leer (--short-rows). Vergleichen Sie sie mit dem Buchungssystem."
        ),
        .init(
            "1 row took the value of {1} from a row above (--fill-down). Compare some of them with the booking system.",
            "1 Zeile hat den Wert von {1} aus einer Zeile darüber (--fill-down). Vergleichen Sie sie mit dem Buchungssystem."
        ),
        .init(
            "1 cell of the column \"{1}\" hold what a spreadsheet has made of a reference, a rounded number or a day: letters go without it. Use the export as the booking system writes it.",
            "In 1 Zelle der Spalte „{1}“ hat eine Tabellenkalkulation aus der Buchungsnummer eine gerundete Zahl oder ein Datum gemacht: Die Nachricht geht ohne sie hinaus. Verwenden Sie den Export, wie das Buchungssystem ihn schreibt."
        ),
        .init(
            "1 row of the column \"{1}\" hold a phone number that a spreadsheet has rounded, which cannot be dialled. Use the export as the booking system writes it.",
            "In 1 Zeile der Spalte „{1}“ hat eine Tabellenkalkulation die Telefonnummer gerundet; sie ist nicht zu wählen. Verwenden Sie den Export, wie das Buchungssystem ihn schreibt."
        ),
        .init(
            "1 phone number of the column \"{1}\" have lost the zero or the plus in front, as a spreadsheet does with numbers: put it back when you call, or use the export as the booking system writes it.",
            "Bei 1 Telefonnummer der Spalte „{1}“ fehlt vorn die Null oder das Plus, wie es in Tabellenkalkulationen vorkommt: Ergänzen Sie es beim Anrufen, oder verwenden Sie den Export, wie das Buchungssystem ihn schreibt."
        ),
        .init(
            "1 row held letters as web pages spell them, such as &uuml;: they were read as those letters. Look at the names that preview shows.",
            "In 1 Zeile stehen Buchstaben wie in Webseiten, etwa &uuml;: Sie wurden als diese Buchstaben gelesen. Sehen Sie sich den Namen mit preview an."
        ),
        .init(
            "1 further sheet holds cells that were not read",
            "1 weiteres Blatt hat Inhalt, der nicht gelesen wurde"
        ),
        .init(
            "{1} further sheets hold cells that were not read",
            "{1} weitere Blätter haben Inhalt, der nicht gelesen wurde"
        ),
        .init(
            "formulas refer to 1 other workbook, not opened here: the stored values may be old",
            "Formeln beziehen sich auf 1 andere Arbeitsmappe, die hier nicht geöffnet wird: Die gespeicherten Werte können alt sein"
        ),
        .init(
            "formulas refer to {1} other workbooks, not opened here: the stored values may be old",
            "Formeln beziehen sich auf {1} andere Arbeitsmappen, die hier nicht geöffnet werden: Die gespeicherten Werte können alt sein"
        ),
        .init(
            "1 hidden column was read like the others",
            "1 ausgeblendete Spalte wurde gelesen wie die anderen"
        ),
        .init(
            "{1} hidden columns were read like the others",
            "{1} ausgeblendete Spalten wurden gelesen wie die anderen"
        ),
        .init(
            "1 formula was saved without a value; their cells are empty here: open the workbook, save it, and use that file",
            "1 Formel ist ohne Wert gespeichert; ihre Zelle ist hier leer: Öffnen Sie die Arbeitsmappe, speichern Sie sie, und verwenden Sie diese Datei"
        ),
        .init(
            "{1} formulas were saved without a value; their cells are empty here: open the workbook, save it, and use that file",
            "{1} Formeln sind ohne Wert gespeichert; ihre Zellen sind hier leer: Öffnen Sie die Arbeitsmappe, speichern Sie sie, und verwenden Sie diese Datei"
        ),
        .init(
            "1 cell holds an error such as #N/A",
            "In 1 Zelle steht ein Fehler wie #NV"
        ),
        .init(
            "{1} cells hold an error such as #N/A",
            "In {1} Zellen steht ein Fehler wie #NV"
        ),
        .init(
            "1 range of merged cells: only the first cell of each has a value",
            "1 Bereich mit verbundenen Zellen: Nur die erste Zelle hat einen Wert"
        ),
        .init(
            "{1} ranges of merged cells: only the first cell of each has a value",
            "{1} Bereiche mit verbundenen Zellen: Nur die erste Zelle hat jeweils einen Wert"
        ),
        .init(
            "1 row lies exactly one year before a chosen day ({1}), and the file has hardly any others around then: if the year is a slip, nobody is told who should be, so correct it in the export and plan again.",
            "1 Zeile liegt genau ein Jahr vor einem gewählten Tag ({1}), und um diese Zeit hat die Datei kaum andere: Ist das Jahr ein Versehen, bekommen diese Personen keine Nachricht. Berichtigen Sie es im Export, und planen Sie neu."
        ),
        .init(
            "{1} rows lie exactly one year before a chosen day ({2}), and the file has hardly any others around then: if the year is a slip, nobody is told who should be, so correct it in the export and plan again.",
            "{1} Zeilen liegen genau ein Jahr vor einem gewählten Tag ({2}), und um diese Zeit hat die Datei kaum andere: Ist das Jahr ein Versehen, bekommen diese Personen keine Nachricht. Berichtigen Sie es im Export, und planen Sie neu."
        ),
        .init(
            "1 row lies exactly one year after a chosen day ({1}), and the file has hardly any others around then: if the year is a slip, nobody is told who should be, so correct it in the export and plan again.",
            "1 Zeile liegt genau ein Jahr nach einem gewählten Tag ({1}), und um diese Zeit hat die Datei kaum andere: Ist das Jahr ein Versehen, bekommen diese Personen keine Nachricht. Berichtigen Sie es im Export, und planen Sie neu."
        ),
        .init(
            "{1} rows lie exactly one year after a chosen day ({2}), and the file has hardly any others around then: if the year is a slip, nobody is told who should be, so correct it in the export and plan again.",
            "{1} Zeilen liegen genau ein Jahr nach einem gewählten Tag ({2}), und um diese Zeit hat die Datei kaum andere: Ist das Jahr ein Versehen, bekommen diese Personen keine Nachricht. Berichtigen Sie es im Export, und planen Sie neu."
        ),
        .init(
            "1 row of this selection: {1} has told these people with the same template",
            "1 Zeile dieser Auswahl: {1} hat diese Person mit derselben Vorlage benachrichtigt"
        ),
        .init(
            "1 row of this selection: {1} is planned with the same template and not sent yet; whichever is sent first, the other one is refused",
            "1 Zeile dieser Auswahl: {1} ist mit derselben Vorlage geplant und noch nicht gesendet; gesendet wird nur, was zuerst beginnt"
        ),
        .init(
            "{1} rows of this selection: {2} is planned with the same template and not sent yet; whichever is sent first, the other one is refused",
            "{1} Zeilen dieser Auswahl: {2} ist mit derselben Vorlage geplant und noch nicht gesendet; gesendet wird nur, was zuerst beginnt"
        ),
        .init(
            "1 message of {1} cannot be followed: what was kept of the person has been erased",
            "1 Nachricht aus {1} ohne Folge: Was von der Person bekannt war, ist gelöscht"
        ),
        .init(
            "{1} messages of {2} cannot be followed: what was kept of the person has been erased",
            "{1} Nachrichten aus {2} ohne Folge: Was von den Personen bekannt war, ist gelöscht"
        ),
        .init(
            "{1}: a signature, or left over from another letter? If it is left over, correct the template and plan again",
            "{1}. Ist das eine Unterschrift, oder aus einem anderen Schreiben übrig? Ist es übrig, berichtigen Sie die Vorlage und planen Sie neu"
        ),
    ]
}
