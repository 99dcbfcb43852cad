extension StoredPhrases {
    /// What a file leaves open about its columns, and which option answers it.
    static let fileFields: [StoredPhrase] = [
        .init(
            "Row {1} is empty, or not among the first {2}. Give the row that names the columns with --header-row, or 0 if there is none.",
            "Zeile {1} ist leer oder nicht unter den ersten {2}. Nennen Sie mit --header-row die Zeile mit den Überschriften, oder 0, wenn es keine gibt."
        ),
        .init(
            "No row among the first {1} names the columns. Export the schedule with its header row. If there is none, say so with --header-row 0, and name the columns by number, e.g. --map email=\"column 3\".",
            "Unter den ersten {1} Zeilen ist keine mit Überschriften. Exportieren Sie die Terminliste mit Überschriften. Gibt es keine, sagen Sie --header-row 0, und nennen Sie die Spalten mit Nummer, z. B. --map email=\"column 3\"."
        ),
        .init(
            "If it is on another sheet, name that with --sheet NAME; these hold cells, too: {1}.",
            "Steht sie auf einem anderen Blatt, nennen Sie es mit --sheet NAME; Inhalt haben auch: {1}."
        ),
        .init(
            "No column was recognised as {1}. Name it with --map {2}=HEADER.",
            "Keine Spalte ist als {1} erkannt. Nennen Sie sie mit --map {2}=ÜBERSCHRIFT."
        ),
        .init(
            "No column was recognised as {1}. Name it with --map {2}=\"column N\".",
            "Keine Spalte ist als {1} erkannt. Nennen Sie sie mit --map {2}=\"column N\"."
        ),
        .init(
            "If all rows are on one day, say it with --day {1}.",
            "Liegen alle Zeilen an einem Tag, sagen Sie ihn mit --day {1}."
        ),
        .init("{1}, as in the name of the file", "{1}, wie im Namen der Datei"),
        .init("an e-mail address", "E-Mail-Adresse"),
        .init("the day of the appointment", "Tag des Termins"),
        .init("the time of the appointment", "Uhrzeit des Termins"),
        .init(
            "The columns {1} could both be the field {2}. Say which one with --map {3}=HEADER.",
            "Die Spalten {1} könnten beide das Feld {2} sein. Sagen Sie mit --map {3}=ÜBERSCHRIFT, welche es ist."
        ),
        .init(
            "The columns {1} could all be the field {2}. Say which one with --map {3}=HEADER.",
            "Die Spalten {1} könnten alle das Feld {2} sein. Sagen Sie mit --map {3}=ÜBERSCHRIFT, welche es ist."
        ),
        .init(
            "The columns {1} and {2} could both say when the appointment is. Say which one with --map start=HEADER, or with --map date=HEADER --map time=HEADER.",
            "Die Spalten {1} und {2} könnten beide sagen, wann der Termin ist. Sagen Sie mit --map start=ÜBERSCHRIFT, welche es ist, oder mit --map date=ÜBERSCHRIFT --map time=ÜBERSCHRIFT."
        ),
        .init(
            "The column {1} says the day of each appointment. Leave out --day.",
            "Die Spalte {1} nennt den Tag jedes Termins. Lassen Sie --day weg."
        ),
        .init(
            "A file of the layout {1} has its day in its name only.",
            "Eine Datei mit dem Profil {1} hat ihren Tag nur im Namen."
        ),
        .init(
            "Its name says {1}: if that is right, add --day {2}.",
            "Ihr Name sagt {1}: Stimmt das, fügen Sie --day {2} an."
        ),
        .init(
            "Confirm the day with --day YYYY-MM-DD.",
            "Bestätigen Sie den Tag mit --day JJJJ-MM-TT."
        ),
        .init(
            "No column is called {1}. The file has {2} columns, among them {3}; \"inspect\" shows them all.",
            "Keine Spalte heißt {1}. Die Datei hat {2} Spalten, darunter {3}; alle zeigt „inspect“."
        ),
        .init(
            "No column is called {1}. The file has {2} columns; \"inspect\" shows them all.",
            "Keine Spalte heißt {1}. Die Datei hat {2} Spalten; alle zeigt „inspect“."
        ),
        .init(
            "Several columns are called {1}. Write {2} instead, e.g. {3}.",
            "Mehrere Spalten heißen {1}. Schreiben Sie stattdessen {2}, z. B. {3}."
        ),
        .init(
            "The column {1} is named like {2} and is never used as the field {3}. Name another column with --map {4}=HEADER.",
            "Die Spalte {1} heißt wie {2} und wird nie als Feld {3} verwendet. Nennen Sie eine andere Spalte mit --map {4}=ÜBERSCHRIFT."
        ),
        .init(
            "The column {1} was taken for the field {2}, but most of its cells look like {3}. Name the right column with --map {4}=HEADER.",
            "Die Spalte {1} wurde für das Feld {2} gehalten, aber die meisten Zellen sehen aus wie {3}. Nennen Sie die richtige Spalte mit --map {4}=ÜBERSCHRIFT."
        ),
        .init(
            "The column {1} was taken for the field {2}, but most of its cells look like {3}. Name the right column with --map {4}=HEADER, or say with --as-of how old the file is.",
            "Die Spalte {1} wurde für das Feld {2} gehalten, aber die meisten Zellen sehen aus wie {3}. Nennen Sie die richtige Spalte mit --map {4}=ÜBERSCHRIFT, oder sagen Sie mit --as-of, wie alt die Datei ist."
        ),
        .init(
            "The column {1} was taken for the appointment, but {2} holds other days, some of them to come. One of them may say when people booked. Say which one is the appointment with --map start=HEADER.",
            "Die Spalte {1} wurde für den Termin gehalten, aber in {2} stehen andere Tage, auch künftige. Eine von beiden sagt vielleicht, wann gebucht wurde. Sagen Sie mit --map start=ÜBERSCHRIFT, welche der Termin ist."
        ),
        .init(
            "The column {1} was taken for the site of the appointments, but it holds more than {2} different ones, more than {3} of them on one day. Perhaps it says where people live. If it is the site, say --map {4}; if not, say --ignore {5}.",
            "Die Spalte {1} wurde für den Ort der Termine gehalten, enthält aber mehr als {2} verschiedene, mehr als {3} davon an einem Tag. Vielleicht sagt sie, wo Personen wohnen. Ist es der Ort, nehmen Sie --map {4}; wenn nicht, --ignore {5}."
        ),
        .init(
            "The column {1} says in words that are not understood which time zone its times have. Say it with --column-zone '{2}', or Europe/Berlin, …",
            "Die Spalte {1} nennt die Zeitzone ihrer Zeiten mit unbekannten Worten. Sagen Sie sie mit --column-zone '{2}', oder Europe/Berlin, …"
        ),
        .init(
            "The column {1} seems to say which appointments no longer stand, in words that are not understood. Say --map '{2}' to go by it, or --ignore '{3}'.",
            "Die Spalte {1} scheint zu sagen, welche Termine nicht mehr bestehen, mit unbekannten Worten. Nehmen Sie --map '{2}', um danach zu gehen, oder --ignore '{3}'."
        ),
        .init(
            "The order of day and month is not certain: {1}. Say which it is: --date-order dmy for the day first, --date-order mdy for the month first.",
            "Die Reihenfolge von Tag und Monat ist nicht sicher: {1}. Sagen Sie, welche gilt: --date-order dmy für den Tag zuerst, --date-order mdy für den Monat zuerst."
        ),
        .init(
            "The dates contradict each other: {1}. Export the schedule again, or write its dates as dd.mm.yyyy.",
            "Die Daten widersprechen sich: {1}. Exportieren Sie die Terminliste noch einmal, oder schreiben Sie die Daten als TT.MM.JJJJ."
        ),
        .init(
            "If the {1} with the other order are slips: --date-order {2} leaves them to a decision.",
            "Sind die {1} mit der anderen Reihenfolge Versehen: --date-order {2} lässt sie zur Entscheidung."
        ),
    ]
}
