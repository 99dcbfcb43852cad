extension StoredPhrases {
    /// Why a workbook cannot be used, or not yet.
    static let workbook: [StoredPhrase] = [
        .init(
            "The file cannot be used yet: 1 row of the sheet is hidden.",
            "Die Datei ist noch nicht verwendbar: 1 Zeile des Blatts ist ausgeblendet."
        ),
        .init(
            "The file cannot be used yet: {1} rows of the sheet are hidden ({2} of them by a filter).",
            "Die Datei ist noch nicht verwendbar: {1} Zeilen des Blatts sind ausgeblendet ({2} davon durch einen Filter)."
        ),
        .init(
            "The file cannot be used yet: {1} rows of the sheet are hidden.",
            "Die Datei ist noch nicht verwendbar: {1} Zeilen des Blatts sind ausgeblendet."
        ),
        .init(
            "Say whether they belong to the schedule: \"--hidden-rows use\" reads them like all others, \"--hidden-rows skip\" leaves them out.",
            "Sagen Sie, ob sie zur Terminliste gehören: „--hidden-rows use“ liest sie wie alle anderen, „--hidden-rows skip“ lässt sie weg."
        ),
        .init(
            "The first sheet of the workbook is hidden, so people see another one.",
            "Das erste Blatt der Arbeitsmappe ist ausgeblendet; wer sie öffnet, sieht ein anderes."
        ),
        .init("Several sheets are called like {1}.", "Mehrere Blätter heißen {1}."),
        .init("No sheet is called {1}.", "Kein Blatt heißt {1}."),
        .init(
            "It is not certain which sheet number {1} is, because hidden sheets may count or not.",
            "Es ist nicht sicher, welches Blatt Nummer {1} ist, weil ausgeblendete Blätter mitzählen können oder nicht."
        ),
        .init(
            "Name the one that is meant with --sheet NAME: {1}.",
            "Nennen Sie das gemeinte mit --sheet NAME: {1}."
        ),
        .init(
            "The workbook is damaged or cut off: its ZIP archive cannot be read.",
            "Die Arbeitsmappe ist beschädigt oder abgeschnitten: Ihr ZIP-Archiv ist nicht lesbar."
        ),
        .init(
            "The file is a ZIP archive, but no Excel workbook (.xlsx).",
            "Die Datei ist ein ZIP-Archiv, aber keine Excel-Arbeitsmappe (.xlsx)."
        ),
        .init(
            "The file is an OpenDocument file (such as .ods), not Excel's .xlsx.",
            "Die Datei ist eine OpenDocument-Datei (etwa .ods), nicht .xlsx von Excel."
        ),
        .init(
            "The file is a Word document (.docx), not a workbook.",
            "Die Datei ist ein Word-Dokument (.docx), keine Arbeitsmappe."
        ),
        .init(
            "The file is a presentation (.pptx), not a workbook.",
            "Die Datei ist eine Präsentation (.pptx), keine Arbeitsmappe."
        ),
        .init(
            "The file is a binary Excel workbook (.xlsb).",
            "Die Datei ist eine binäre Excel-Arbeitsmappe (.xlsb)."
        ),
        .init(
            "The workbook is protected by a password.",
            "Die Arbeitsmappe ist durch ein Passwort geschützt."
        ),
        .init("The workbook has no sheet.", "Die Arbeitsmappe hat kein Blatt."),
        .init(
            "The sheet that should be read is a chart or macro sheet.",
            "Das Blatt, das gelesen werden soll, ist ein Diagramm- oder Makroblatt."
        ),
        .init(
            "The workbook is too large: it holds more text than can be kept in memory.",
            "Die Arbeitsmappe ist zu groß: Sie enthält mehr Text, als in den Speicher passt."
        ),
        .init(
            "The workbook swells beyond all measure when it is unpacked (ZIP bomb).",
            "Die Arbeitsmappe schwillt beim Auspacken über jedes Maß an (ZIP-Bombe)."
        ),
        .init(
            "Open it, save it as .xlsx or as \"CSV UTF-8\", and use that file.",
            "Öffnen Sie sie, speichern Sie sie als .xlsx oder als „CSV UTF-8“, und verwenden Sie diese Datei."
        ),
        .init(
            "Export the schedule from the booking system as CSV or .xlsx.",
            "Exportieren Sie die Terminliste aus dem Buchungssystem als CSV oder .xlsx."
        ),
        .init(
            "Open it in Excel, save it as .xlsx or as \"CSV UTF-8\", and use that file.",
            "Öffnen Sie sie in Excel, speichern Sie sie als .xlsx oder als „CSV UTF-8“, und verwenden Sie diese Datei."
        ),
        .init(
            "Open it in Excel, save it without a password, and use that file.",
            "Öffnen Sie sie in Excel, speichern Sie sie ohne Passwort, und verwenden Sie diese Datei."
        ),
        .init(
            "Do not open it; ask where it comes from, and export the schedule again.",
            "Öffnen Sie sie nicht; fragen Sie, woher sie kommt, und exportieren Sie die Terminliste noch einmal."
        ),
        .init(
            "Export fewer days, or export as CSV.",
            "Exportieren Sie weniger Tage, oder als CSV."
        ),
        .init(
            "Name the one with the list with --sheet NAME, or save that as \"CSV UTF-8\".",
            "Nennen Sie das Blatt mit der Liste mit --sheet NAME, oder speichern Sie es als „CSV UTF-8“."
        ),
        .init(
            "Export it again, or open it in Excel and save it as .xlsx or \"CSV UTF-8\".",
            "Exportieren Sie noch einmal, oder öffnen Sie sie in Excel und speichern Sie sie als .xlsx oder „CSV UTF-8“."
        ),
    ]
}
