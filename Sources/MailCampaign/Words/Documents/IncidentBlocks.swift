import Foundation
import MailCore
import MailJournal

/// The parts of a report to the supervisory authority (article 33 of the GDPR), each to be copied into one field of a
/// form.
struct IncidentBlocks {
    struct Block: Hashable {
        let title: String
        let text: String
    }

    private let report: IncidentReport

    init(_ report: IncidentReport) { self.report = report }

    var all: [Block] {
        [
            block("1. Verantwortlicher", controller), block("2. Ansprechstelle", contact),
            block("3. Zeiten", times), block("4. Was geschehen ist", nature),
            block("5. Betroffene Personen und Datensätze", people),
            block("6. Welche Daten zu sehen waren", data),
            block("7. Wer sie sehen konnte", audience),
            block("8. Wahrscheinliche Folgen", consequences),
            block("9. Maßnahmen vor dem Vorfall", measuresBefore),
            block("10. Maßnahmen seit dem Vorfall", measuresSince),
            block("11. Benachrichtigung der Betroffenen (Art. 34 DSGVO)", letter),
            block("12. Eintrag im Verzeichnis (Art. 33 Abs. 5 DSGVO)", register),
            block("13. Anlage: Wortlaut der E-Mail", wording),
        ]
    }

    private func block(_ title: String, _ lines: [String]) -> Block {
        Block(title: title, text: lines.joined(separator: "\n"))
    }

    private var authority: Authority { report.campaign.letter.authority }

    private func moment(_ date: Date) -> String { GermanWords.moment(date, in: report.zone) }

    private var controller: [String] {
        [
            authority.name, authority.address, "Telefon \(authority.phone), \(authority.email)",
            "Meldende Person: \(Blank.fill("Name, Funktion, Telefon"))",
        ]
    }

    private var contact: [String] {
        [
            "Datenschutzbeauftragte: "
                + Blank.or(report.privacy.contact, "Name oder Stelle, Telefon, E-Mail"),
            "Aufsichtsbehörde: " + Blank.or(report.privacy.supervisor, "Name und Anschrift"),
        ]
    }

    private var times: [String] {
        [
            "Kenntnis seit: \(moment(report.incident.awareAt)) (\(report.incident.awareAt.iso8601(in: .gmt)))",
            "Frist von 72 Stunden: bis \(moment(report.deadline)) (\(report.deadline.iso8601(in: .gmt)))",
            sendingTime,
            "Eingefroren: \(moment(report.incident.openedAt))",
            "Dies ist eine Erstmeldung. Sie wird ergänzt.",
            "Falls später als 72 Stunden gemeldet wird, der Grund: \(Blank.fill("Grund, oder streichen"))",
        ]
    }

    private var sendingTime: String {
        guard let accepted = report.accepted else {
            return "Versand: es ist nichts versandt worden"
        }
        return "Versand: erste E-Mail \(moment(accepted.lowerBound)), "
            + "letzte \(moment(accepted.upperBound))"
    }

    private var nature: [String] {
        [
            "Art: "
                + Blank.choose(
                    "Offenlegung an Dritte / falscher Empfängerkreis / falscher Inhalt / keine Verletzung"
                ),
            "Ursache: \(Blank.fill("in Worten"))",
            "Weg: E-Mail, jede einzeln an genau eine Adresse, über den Mailserver "
                + report.campaign.facts.relay,
            "Betreff der E-Mails: „\(report.wording.subject)“",
            "Wortlaut: siehe Anlage; Muster mit verdeckten Angaben: einzelpost show \(report.campaign.id)",
            "Vom Mailserver angenommen: \(GermanWords.grouped(report.deliveries[.accepted])), "
                + "unklar: \(GermanWords.grouped(report.unclear)), "
                + "nicht gesendet: \(GermanWords.grouped(report.unsent))",
        ]
    }

    private var people: [String] {
        [
            "Personen, denen eine E-Mail geschickt wurde: \(GermanWords.grouped(report.people))"
                + (report.unclear > 0
                    ? " (davon bei \(GermanWords.grouped(report.unclear)) unklar, ob sie angekommen ist)"
                    : ""),
            "Datensätze (Zeilen der Terminliste): \(GermanWords.grouped(report.toldRows))",
            "Personen, denen nichts geschickt wurde: \(GermanWords.grouped(report.unsent)) "
                + "(\(GermanWords.count(report.untoldRows, "Datensatz", "Datensätze")))",
            "Davon tatsächlich betroffen: \(Blank.fill("Anzahl, mit Begründung"))",
            "Gruppen von Personen: Bürgerinnen und Bürger mit Termin; Minderjährige: "
                + Blank.fill("ja, nein, unbekannt"),
        ]
    }

    private var data: [String] {
        report.fields.map { "– \($0.german)" } + [
            "Nicht enthalten: Geburtsdatum, Anschrift, Telefonnummer, Art der Leistung",
            "Besondere Kategorien (Art. 9 DSGVO): "
                + Blank.choose(
                    "ja oder nein, mit Begründung; auch ob der Termin selbst etwas verrät"
                ),
        ]
    }

    /// What was checked, and what came of it; nothing is claimed that was not.
    private var audience: [String] {
        let check = report.verification
        let evidence = check.evidence
        let found =
            check.rendered == 0
            ? "Die Nachrichten konnten nicht neu geschrieben und durchsucht werden."
            : "\(GermanWords.count(check.rendered, "Nachricht", "Nachrichten")) neu geschrieben und nach Angaben "
                + "anderer Personen der Aktion durchsucht: \(check.foreignValues) gefunden."
        return [
            (evidence.maxRecipients == 1 ? "Jede E-Mail hatte genau einen Empfänger. " : "")
                + "Aufgezeichnete Übertragungen: "
                + "\(GermanWords.grouped(evidence.transactions)), Empfänger je Übertragung höchstens "
                + "\(evidence.maxRecipients).",
            found,
            check.isOK
                ? "Prüfung des Journals (einzelpost verify): ohne Befund."
                : "Prüfung des Journals (einzelpost verify): \(check.failures.count) Befunde, siehe dort. "
                    + "Was oben steht, ist deshalb unsicher.",
            "Ob die Adressen die richtigen waren, weiß das Programm nicht: "
                + Blank.fill("Wer hat die E-Mails wirklich bekommen?"),
        ]
    }

    private var consequences: [String] {
        [
            Blank.tick("unerwünschte E-Mails an die Adressen"),
            Blank.tick("betrügerische E-Mails oder Anrufe, die sich auf den Termin beziehen"),
            Blank.tick("Bekanntwerden des Termins oder seines Anlasses im Umfeld"),
            Blank.tick("Kontaktaufnahme durch Fremde"),
            Blank.tick("versäumter oder vergeblich wahrgenommener Termin"),
            "Risiko für die Betroffenen: \(Blank.choose("keins / gering / mittel / hoch, mit Begründung"))",
            "Achtung: Manche Formulare übermitteln nichts, wenn hier „kein Risiko“ gewählt ist.",
        ]
    }

    private var measuresBefore: [String] {
        let approval = report.approval.map {
            "Freigabe durch \(report.campaign.facts.approvers == 2 ? "eine zweite Person" : "eine Person") am "
                + "\(moment($0.at)), gebunden an die Prüfsumme \(report.campaign.digest.hex.prefix(16))…"
        }
        return [
            "Einzelversand: ein Empfänger je E-Mail; Kopien (Cc, Bcc) und Anhänge sind technisch ausgeschlossen",
            "Jede fertige E-Mail wird vor dem Versand nach Angaben anderer Personen durchsucht",
            approval ?? "Freigabe: keine",
            report.security == .none
                ? "Verbindung zum Mailserver: unverschlüsselt, auf demselben Rechner"
                : "Verbindung zum Mailserver: TLS ab Version 1.2, Zertifikat geprüft",
            "Personenbezogene Daten im Journal sind verschlüsselt (AES-256-GCM), ein Schlüssel je Aktion",
        ]
    }

    private var measuresSince: [String] {
        [
            report.unsent > 0
                ? "Versand angehalten bei \(GermanWords.grouped(report.people)) von "
                    + "\(GermanWords.grouped(report.deliveries.live)); "
                    + "\(GermanWords.grouped(report.unsent)) nicht gesendet"
                : "Der Versand war schon zu Ende; anzuhalten war nichts",
            "Aktion eingefroren: kein Versand, keine Löschung, auch nicht durch Fristen",
        ] + report.followUps.map(followUp) + [
            Blank.tick("Betreiber des Mailservers gebeten, wartende E-Mails zu löschen"),
            Blank.tick("Empfänger gebeten, die E-Mail zu löschen und nicht zu verwenden"),
            Blank.tick("Bürgertelefon unterrichtet"),
            Blank.tick("Ursache behoben: \(Blank.fill("wie"))"),
        ]
    }

    private func followUp(_ status: StatusReport) -> String {
        "Folgeaktion \(status.campaign.id) mit der Vorlage „\(status.campaign.letter.template.name)“: "
            + "\(GermanWords.count(status.deliveries.live, "Nachricht", "Nachrichten")), davon angenommen "
            + GermanWords.grouped(status.deliveries[.accepted])
    }

    private var letter: [String] {
        let id = report.campaign.id
        return [
            Blank.choose("nötig bei hohem Risiko; ja oder nein, mit Begründung"),
            "Brief an genau die Personen, denen geschrieben wurde (Vorlage vorher anpassen):",
            "einzelpost plan --follow-up \(id) --template benachrichtigung-art-34",
            "Berichtigung: einzelpost plan --follow-up \(id) --template berichtigung",
        ]
    }

    private var register: [String] {
        [
            "Aktion: \(report.campaign.id), geplant \(moment(report.campaign.plannedAt)), Prüfsumme "
                + report.campaign.digest.hex,
            "Ende der Ereigniskette: \(report.verification.evidence.chainHead)",
            "Entscheidung: " + Blank.choose("gemeldet, oder nicht gemeldet, mit Begründung"),
            "Eingangsbestätigung der Aufsichtsbehörde: [ ] ja, Aktenzeichen: ____________________",
            "Ort, Datum, Unterschrift: ______________________________",
        ]
    }

    /// What stands between `<` and `>` differs from person to person.
    private var wording: [String] {
        [
            "Vorlage „\(report.campaign.letter.template.name)“, Fassung für einen Termin:", "",
            report.wording.text.trimmingCharacters(in: .newlines),
        ]
    }
}

extension IncidentReport {
    /// Messages of which nobody knows whether the relay has them.
    var unclear: Int { people - deliveries[.accepted] }

    fileprivate var wording: (subject: String, text: String) {
        (try? campaign.letter.letter().wording) ?? ("", campaign.letter.template.text)
    }
}

extension ShownField {
    fileprivate var german: String {
        switch self {
        case .address: "E-Mail-Adresse (im Feld „An“)"
        case .name: "Name, soweit in der Terminliste"
        case .day: "Tag des Termins"
        case .time: "Uhrzeit des Termins"
        case .site: "Ort des Termins"
        case .reference: "die letzten vier Zeichen der Buchungsnummer"
        }
    }
}
