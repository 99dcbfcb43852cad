import Foundation
import MailCore

/// The papers on data protection, in German.
struct PaperDocuments {
    let papers: Papers

    init(_ papers: Papers) { self.papers = papers }

    var all: [(name: String, document: Document)] {
        [
            ("verzeichnis-art-30.md", record), ("massnahmen-art-32.md", measures),
            ("hinweis-art-13.md", notice), ("loeschkonzept.md", deletion),
        ]
    }

    private var settings: Settings { papers.settings }
    private var authority: Authority { settings.authority }
    private var privacy: PrivacyFacts { settings.privacy }

    func document(_ title: String, _ sections: [Document.Section]) -> Document {
        Document(title: title, language: "de", sections: [state] + sections)
    }

    private var state: Document.Section {
        Document.Section(
            "Stand",
            [
                .paragraph(
                    "Entwurf vom \(GermanDate.long(papers.today)), aus Konfiguration und Journal von Einzelpost. Stellen "
                        + "mit [bitte …] weiß das Programm nicht. Vor der Verwendung prüft die oder der "
                        + "Datenschutzbeauftragte alles."
                )
            ]
        )
    }

    var contact: String {
        Blank.or(privacy.contact, "Datenschutzbeauftragte: Stelle, Telefon, E-Mail")
    }

    var shownFields: String { papers.past.fields.map(\.germanForPapers).joined(separator: ", ") }

    private var relay: String {
        "\(Blank.or(privacy.relayOperator, "Betreiber des Mailservers")) (\(settings.relay.host))"
    }

    // MARK: Art. 30

    private var record: Document {
        document(
            "Verzeichnis von Verarbeitungstätigkeiten (Art. 30 Abs. 1 DSGVO): Terminabsage per E-Mail",
            [
                Document.Section(
                    "Verantwortlicher",
                    [
                        .facts([
                            ("Name und Anschrift", "\(authority.name), \(authority.address)"),
                            ("Erreichbar", "Telefon \(authority.phone), \(authority.email)"),
                            ("Datenschutzbeauftragte", contact),
                        ])
                    ]
                ),
                Document.Section("Zwecke und Rechtsgrundlage", [.facts(purposes)]),
                Document.Section("Personen und Daten", [.facts(categories)]),
                Document.Section(
                    "Empfänger",
                    [
                        .list([
                            "Betreiber des Mailservers: \(relay)",
                            "Auftragsverarbeitung (Art. 28 DSGVO): "
                                + Blank.or(
                                    privacy.relayContract,
                                    "Vertrag mit Datum, oder warum keiner nötig ist"
                                ),
                            "E-Mail-Anbieter der Empfängerinnen und Empfänger, je eine Nachricht",
                            "Weitere: keine; das Programm spricht mit keinem anderen Rechner",
                        ])
                    ]
                ),
                Document.Section(
                    "Übermittlung in Drittländer",
                    [
                        .paragraph(
                            "Durch die Behörde: "
                                + Blank.fill(
                                    "keine, oder welche; maßgeblich ist, wo der Mailserver betrieben wird"
                                )
                        )
                    ]
                ),
                Document.Section("Löschfristen", [.list(periods + ["Näheres: loeschkonzept.md"])]),
                Document.Section(
                    "Technische und organisatorische Maßnahmen",
                    [.paragraph("Siehe massnahmen-art-32.md.")]
                ),
                Document.Section("Umfang bisher", [.facts(extent)]),
            ]
        )
    }

    private var purposes: [(name: String, value: String)] {
        [
            (
                "Zwecke",
                "Benachrichtigung von Personen, deren Termin abgesagt wird, und Folgenachrichten dazu "
                    + "(Berichtigung, Termin gilt wieder, Benachrichtigung nach Art. 34 DSGVO)"
            ),
            ("Rechtsgrundlage", Blank.or(privacy.legalBasis, "Rechtsgrundlage")),
            (
                "Besondere Kategorien (Art. 9 DSGVO)",
                Blank.choose(
                    "ob der Anlass des Termins etwas über Gesundheit oder Ähnliches verrät, mit Begründung"
                )
            ),
        ]
    }

    private var categories: [(name: String, value: String)] {
        [
            ("Betroffene Personen", "Personen mit einem Termin bei der Behörde"),
            (
                "Gespeicherte Daten",
                "Name, E-Mail-Adresse, Telefonnummer, Zeit und Ort des Termins, Buchungsnummer, soweit in der Terminliste; "
                    + "Stand der Benachrichtigung"
            ),
            ("In den E-Mails", shownFields),
            (
                "Nicht gespeichert",
                "alle übrigen Spalten der Terminliste, etwa Geburtsdatum, Anschrift, Art der Leistung, Bemerkungen"
            ),
            ("Beschäftigte", "Konto, das geplant, freigegeben oder entschieden hat"),
        ]
    }

    private var extent: [(name: String, value: String)] {
        let past = papers.past
        let last = past.lastPlanned.map { GermanWords.shortMoment($0, in: settings.timeZone) }
        return [
            ("Aktionen im Journal", GermanWords.grouped(past.campaigns)),
            ("Angenommene Nachrichten", GermanWords.grouped(past.accepted)),
            ("Zuletzt geplant", last ?? "noch nie"),
            (
                "Verwendete Vorlagen",
                past.templates.isEmpty ? "noch keine" : past.templates.joined(separator: ", ")
            ),
        ]
    }

    var periods: [String] {
        let retention = settings.retention
        return [
            "Personen einer Aktion: \(days(retention.people)) nach dem letzten Termin",
            "Dass jemand benachrichtigt wurde (nur als Prüfwert): \(days(retention.notified)) nach dem letzten Termin",
            "Listen und geschriebene Nachrichten: \(days(retention.lists)) nach dem Ende der Aktion, von Hand zu vernichten",
            "Ereignisse, Zahlen und Freigaben ohne Personen: "
                + Blank.fill("Frist nach dem Aktenplan der Behörde"),
        ]
    }

    func days(_ number: Int) -> String { GermanWords.count(number, "Tag", "Tage") }
}

extension ShownField {
    fileprivate var germanForPapers: String {
        switch self {
        case .address: "E-Mail-Adresse"
        case .name: "Name"
        case .day: "Tag des Termins"
        case .time: "Uhrzeit"
        case .site: "Ort"
        case .reference: "die letzten vier Zeichen der Buchungsnummer"
        }
    }
}
