extension StoredPhrases {
    /// What is wrong with a day or a time.
    static let dates: [StoredPhrase] = [
        .init(
            "There is no date. Enter the day of the appointment.",
            "Es steht kein Datum da. Tragen Sie den Tag des Termins ein."
        ),
        .init(
            "The date cannot be read. Write it as dd.mm.yyyy or yyyy-mm-dd.",
            "Das Datum ist nicht lesbar. Schreiben Sie es als TT.MM.JJJJ oder JJJJ-MM-TT."
        ),
        .init(
            "A date with slashes can mean day/month or month/day. Write it as dd.mm.yyyy.",
            "Ein Datum mit Schrägstrichen kann Tag/Monat oder Monat/Tag bedeuten. Schreiben Sie es als TT.MM.JJJJ."
        ),
        .init(
            "There is no such date in the order of day and month that the column has. Find out the day, and write it as dd.mm.yyyy.",
            "In der Reihenfolge von Tag und Monat, die diese Spalte hat, gibt es dieses Datum nicht. Klären Sie den Tag, und schreiben Sie ihn als TT.MM.JJJJ."
        ),
        .init(
            "A spreadsheet may have taken day and month for each other in this cell: other dates of the column have slashes, and all of those have a number above 12. Export the schedule again without opening it in a spreadsheet.",
            "Eine Tabellenkalkulation kann in dieser Zelle Tag und Monat vertauscht haben: Andere Daten der Spalte haben Schrägstriche, und in allen steht eine Zahl über 12. Exportieren Sie die Terminliste noch einmal, ohne sie in einer Tabellenkalkulation zu öffnen."
        ),
        .init(
            "The year is not this year, last year or next year. Find out the day of the appointment.",
            "Das Jahr ist weder dieses noch das letzte noch das nächste. Klären Sie den Tag des Termins."
        ),
        .init(
            "The weekday does not belong to the date. Find out which of them is right.",
            "Der Wochentag passt nicht zum Datum. Klären Sie, was davon stimmt."
        ),
        .init(
            "The cell holds more than a date and a time. Find out the day of the appointment, and write it as dd.mm.yyyy hh:mm.",
            "In der Zelle steht mehr als Datum und Uhrzeit. Klären Sie den Tag des Termins, und schreiben Sie ihn als TT.MM.JJJJ hh:mm."
        ),
        .init(
            "There is no time. Enter when the appointment begins.",
            "Es steht keine Uhrzeit da. Tragen Sie ein, wann der Termin beginnt."
        ),
        .init(
            "The time cannot be read. Write it as hh:mm.",
            "Die Uhrzeit ist nicht lesbar. Schreiben Sie sie als hh:mm."
        ),
        .init(
            "The time has seconds, as no appointment does. Find out when it begins.",
            "Die Uhrzeit hat Sekunden, wie kein Termin sie hat. Klären Sie, wann er beginnt."
        ),
        .init(
            "The other times of the column have AM or PM, this one has not. Find out which half of the day is meant.",
            "Die anderen Uhrzeiten der Spalte haben AM oder PM, diese nicht. Klären Sie, welche Tageshälfte gemeint ist."
        ),
        .init(
            "Two columns give different times. Find out which of them is right.",
            "Zwei Spalten nennen verschiedene Uhrzeiten. Klären Sie, welche stimmt."
        ),
        .init(
            "There is no such time on that day: the clocks go forward. Find out the right time.",
            "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt. Klären Sie die richtige Zeit."
        ),
        .init(
            "That time comes twice on that day: the clocks go back. Find out which one is meant.",
            "Diese Uhrzeit gibt es an dem Tag zweimal: Die Uhren werden zurückgestellt. Klären Sie, welche gemeint ist."
        ),
        .init(
            "The row holds two appointments, and one of them is not certain. {1}",
            "In der Zeile stehen zwei Termine, und einer davon ist nicht sicher. {1}"
        ),
        .init(
            "The row holds two appointments, and one of them is not certain.",
            "In der Zeile stehen zwei Termine, und einer davon ist nicht sicher."
        ),
    ]

    /// What looks odd about the days of a whole file.
    static let days: [StoredPhrase] = [
        .init("{1}. {2}", "{1}. {2}", isJoint: true),
        .init(
            "The file has no row on any of the chosen days ({1}). Check the days, and whether it is the right file.",
            "Die Datei hat an keinem der gewählten Tage ({1}) eine Zeile. Prüfen Sie die Tage, und ob es die richtige Datei ist."
        ),
        .init(
            "{1}. Check the days, and whether the file is complete.",
            "{1}. Prüfen Sie die Tage, und ob die Datei vollständig ist."
        ),
        .init(
            "{1} of {2} chosen days has no row: {3}",
            "{1} von {2} gewählten Tagen hat keine Zeile: {3}"
        ),
        .init(
            "{1} of {2} chosen days have no row: {3}",
            "{1} von {2} gewählten Tagen haben keine Zeile: {3}"
        ),
        .init(
            "{1} of {2} chosen days is unlike the other days of the file, which have {3} rows in the middle: {4}",
            "{1} von {2} gewählten Tagen ist anders als die übrigen Tage der Datei, an denen meist um {3} Zeilen stehen: {4}"
        ),
        .init(
            "{1} of {2} chosen days are unlike the other days of the file, which have {3} rows in the middle: {4}",
            "{1} von {2} gewählten Tagen sind anders als die übrigen Tage der Datei, an denen meist um {3} Zeilen stehen: {4}"
        ),
        // How old, in the two below.
        .init("{1} minutes", "{1} Minuten"),
        .init("{1} hours", "{1} Stunden"),
        .init("{1} days", "{1} Tage"),
        .init(
            "The file was {1} old when it was read: bookings made since then are missing. Export it again just before planning.",
            "Die Datei war beim Lesen {1} alt: Buchungen seitdem fehlen. Exportieren Sie sie unmittelbar vor dem Planen noch einmal."
        ),
        .init(
            "The title of the file says that it shows the state of {1}, and so it is {2} old: bookings made since then are missing. Export it again just before planning.",
            "Laut ihrem Titel zeigt die Datei den Stand von {1}; sie ist also {2} alt: Buchungen seitdem fehlen. Exportieren Sie sie unmittelbar vor dem Planen noch einmal."
        ),
        .init(
            "--day says {1}, but the file's name {2}: is it the right file?",
            "--day sagt {1}, der Name der Datei {2}: Ist es die richtige Datei?"
        ),
        .init(
            "The times of the appointments are read as {1}, and told in {2}. Compare one with the booking system.",
            "Die Zeiten der Termine werden als {1} gelesen und in {2} genannt. Vergleichen Sie eine mit dem Buchungssystem."
        ),
        .init(
            "{1} rows of this selection: {2} has told these people with the same template",
            "{1} Zeilen dieser Auswahl: {2} hat diese Personen mit derselben Vorlage benachrichtigt"
        ),
        .init(
            "appointments of {1} services are cancelled, and none was chosen; if not all are meant, plan again with {2}",
            "Abgesagt werden Termine von {1} Leistungen, und keine wurde ausgewählt. Sind nicht alle gemeint, planen Sie neu mit {2}"
        ),
        .init(
            "appointments of {1} sites are cancelled, and none was chosen; if not all are meant, plan again with {2}",
            "Abgesagt werden Termine an {1} Orten, und keiner wurde ausgewählt. Sind nicht alle gemeint, planen Sie neu mit {2}"
        ),
    ]
}
