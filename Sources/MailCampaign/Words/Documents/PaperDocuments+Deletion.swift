import MailCore

extension PaperDocuments {
    private var retention: Retention { papers.settings.retention }

    /// What is kept for how long, and how it is erased.
    var deletion: Document {
        document(
            "Löschkonzept: Terminabsage per E-Mail",
            [
                Document.Section(
                    "Fristen",
                    [
                        .table(
                            Document.Table(
                                caption: "Datenarten mit Beginn der Frist und Frist",
                                header: ["Datenart", "Beginn", "Frist"],
                                rows: rows
                            )
                        )
                    ]
                ),
                Document.Section("Wie gelöscht wird", [.list(ways)]),
                Document.Section("Ausnahmen", [.list(exceptions)]),
                Document.Section("Verantwortlich", [.list(responsible)]),
            ]
        )
    }

    private var rows: [[String]] {
        let last = "letzter Termin, oder Planung, wenn sie später war"
        return [
            ["Terminliste, nicht benötigte Spalten", "–", "wird nie gespeichert"],
            ["Personen einer Aktion", last, days(retention.people)],
            ["dass jemand benachrichtigt wurde (Prüfwert)", last, days(retention.notified)],
            ["Nachrichten", "–", "werden nie gespeichert, sondern neu geschrieben"],
            ["Listen und geschriebene Nachrichten", "Ende der Aktion", days(retention.lists)],
            [
                "Ereignisse, Zahlen, Freigaben", "Ende des Jahres",
                Blank.fill("Frist nach dem Aktenplan"),
            ],
            [
                "Unterlagen einer Datenpanne", "Abschluss bei der Aufsichtsbehörde",
                Blank.fill("Frist, üblich sind 3 Jahre"),
            ],
        ]
    }

    private var ways: [String] {
        [
            "„einzelpost erase --due“ löscht, was fällig ist; täglich aufzurufen durch: "
                + Blank.fill("Zeitplan, etwa systemd-Timer"),
            "Gelöscht wird der Schlüssel der Aktion; damit ist auch jede Sicherung des Journals unlesbar. Danach wird "
                + "das Journal neu geschrieben",
            "Eine einzelne Person: „einzelpost person --erase“",
            "Jede Löschung ist ein Ereignis der Kette: wann, was, durch welches Konto",
            "Listen und ausgedruckte Blätter vernichtet: \(Blank.fill("wer, wie"))",
            "Sicherungen enthalten den Schlüsselspeicher nicht: \(Blank.fill("geprüft am, durch"))",
        ]
    }

    private var exceptions: [String] {
        [
            "Löschsperre („hold“) für ein Gericht oder eine Beschwerde, mit Grund",
            "Datenpanne („incident“): nichts wird gelöscht, solange sie offen ist",
            "Nicht zu Ende geführte Aktionen: werden gemeldet, nicht gelöscht",
        ]
    }

    private var responsible: [String] {
        [
            "Verantwortlicher: \(papers.settings.authority.name)",
            "Datenschutzbeauftragte: \(contact)",
            "Durchführung: \(Blank.fill("Stelle"))",
        ]
    }
}
