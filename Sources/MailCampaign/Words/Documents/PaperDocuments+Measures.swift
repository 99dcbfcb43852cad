import MailCore

extension PaperDocuments {
    /// The sheet of technical and organisational measures: what is configured, and what the program does by
    /// itself.
    var measures: Document {
        document(
            "Technische und organisatorische Maßnahmen (Art. 32 DSGVO): Terminabsage per E-Mail",
            [
                Document.Section("Vertraulichkeit", [.list(secrecy)]),
                Document.Section("Verschlüsselung", [.list(encryption)]),
                Document.Section("Wer darf was", [.list(access)]),
                Document.Section("Integrität und Nachweis", [.list(integrity)]),
                Document.Section("Verfügbarkeit", [.list(resilience)]),
                Document.Section("Prüfung der Wirksamkeit", [.list(review)]),
            ]
        )
    }

    private var settings: Settings { papers.settings }

    private var secrecy: [String] {
        [
            "Jede Nachricht hat genau einen Empfänger; Kopien (Cc, Bcc) und Anhänge sind technisch ausgeschlossen",
            "Jede fertige Nachricht wird nach Angaben anderer Personen der Aktion durchsucht, vor dem ersten Byte",
            "Nachrichten enthalten keine Bilder, keine Zählpixel und nur Verweise auf: "
                + settings.allowedHosts.joined(separator: ", "),
            "Nicht benötigte Spalten der Terminliste werden verworfen, bevor etwas gespeichert wird",
            "Fehler, Protokolle und Berichte nennen Zeilen, keine Personen",
        ]
    }

    private var encryption: [String] {
        [
            transport,
            "Auf dem Weg vom Mailserver zum Empfänger: "
                + Blank.fill(
                    "was der Betreiber des Mailservers zusichert, etwa TLS verpflichtend, DANE"
                ),
            "Im Journal: personenbezogene Daten versiegelt mit AES-256-GCM, ein Schlüssel je Aktion",
            office,
            "Datenträger des Schlüsselspeichers: \(Blank.fill("verschlüsselt, ja oder nein"))",
        ]
    }

    private var transport: String {
        let relay = settings.relay
        guard relay.security != .none else {
            return "Zum Mailserver \(relay.host): ohne TLS, nur auf demselben Rechner erlaubt"
        }
        let trust =
            relay.caFile == nil ? "den Zertifikaten des Systems" : "einer eigenen Zertifikatsdatei"
        return
            "Zum Mailserver \(relay.host): TLS ab Version 1.2, verpflichtend, Zertifikat geprüft nach \(trust)"
    }

    private var office: String {
        switch settings.keys.office {
        case .file:
            "Der Schlüsselspeicher ist selbst versiegelt; der Schlüssel der Behörde liegt in einer eigenen Datei"
        case .credential:
            "Der Schlüsselspeicher ist selbst versiegelt; den Schlüssel gibt der Dienstverwalter (systemd)"
        case nil:
            "Der Schlüsselspeicher ist nicht zusätzlich versiegelt; ihn schützen Dateirechte (0600)"
        }
    }

    private var access: [String] {
        [
            settings.approvers == 2
                ? "Vier Augen: Wer plant oder eine Adresse angibt, kann nicht freigeben; erzwungen über die Anmeldung"
                : "Freigabe durch eine Person; vier Augen sind nicht eingestellt ([approval] people = 1)",
            "Die Freigabe ist an eine Prüfsumme über alle Nachrichten, Empfänger, Absender und den Mailserver gebunden",
            "Zustandsverzeichnis nur für das eigene Konto (0700, 0600)",
            "Anmeldung am Mailserver: " + login,
            "Ansichten verdecken Namen und Adressen; wer sie aufdeckt, wird aufgezeichnet",
            "Konten und Personen, die das Programm benutzen dürfen: \(Blank.fill("wer, nach welcher Regel"))",
        ]
    }

    private var login: String {
        let own = settings.relay.tls.clientCertificate.map { _ in "mit eigenem Zertifikat" }
        let proof: String? =
            switch settings.relay.account?.proof {
            case nil: nil
            case .password: "mit Kennwort"
            case .token: "mit befristetem Token"
            }
        let ways = [own, proof].compactMap(\.self)
        return ways.isEmpty ? "keine" : ways.joined(separator: " und ") + ", nur über TLS"
    }

    private var integrity: [String] {
        [
            "Ereignisse bilden eine Kette von Prüfsummen; „verify“ prüft sie und alle Tabellen",
            "Ein Zeuge außerhalb des Verzeichnisses erkennt ein zurückgespieltes Journal"
                + (settings.witness == nil ? " (am voreingestellten Ort)" : ""),
            "Ein signierter Nachweis ohne Personen kann veröffentlicht werden",
        ]
    }

    private var caution: Caution { settings.caution }

    private var resilience: [String] {
        [
            "Nach Absturz oder Stromausfall geht es weiter, ohne jemanden zu vergessen oder ungefragt doppelt zu benachrichtigen",
            caution.first == 0
                ? "Keine Pause nach den ersten Nachrichten ([caution] first = 0)"
                : "Nach den ersten \(caution.first) Nachrichten hält der Versand "
                    + "\(caution.pause.components.seconds) Sekunden an",
            caution.stopAtRefusedPercent == 0
                ? "Kein Abbruch bei vielen Ablehnungen ([caution] stop_at_refused_percent = 0)"
                : "Bei \(caution.stopAtRefusedPercent) % Ablehnungen der letzten 50 bricht der Versand ab",
            "Sicherung des Zustandsverzeichnisses ohne Schlüsselspeicher: \(Blank.fill("wie, wie oft, wie lange"))",
        ]
    }

    private var review: [String] {
        [
            "Vor jeder Aktion: „check“ und Probelauf (send --rehearse); danach „verify“ und „report“",
            "Regelmäßige Überprüfung: \(Blank.fill("durch wen, wie oft"))",
        ]
    }
}
