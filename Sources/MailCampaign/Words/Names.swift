package import MailCore

/// What people read instead of a code; the code stands beside it where somebody types it.
extension RowClass {
    package var name: Sentence {
        switch self {
        case .rejected: named("nicht lesbar")
        case .testOrBlock: named("Test oder Sperrzeit")
        case .outOfWindow: named("anderer Tag")
        case .otherService: named("andere Leistung oder anderer Ort")
        case .alreadyCancelled: named("schon abgesagt")
        case .past: named("Termin vorbei")
        case .duplicate: named("doppelt")
        case .alreadyNotified: named("schon benachrichtigt")
        case .needsDecision: named("Entscheidung nötig")
        case .noEmail: named("ohne E-Mail-Adresse")
        case .noContact: named("ohne Kontaktdaten")
        case .invalidEmail: named("Adresse ungültig")
        case .placeholder: named("erfundene Adresse")
        case .multiAddress: named("mehrere Adressen")
        case .collectiveAddress: named("Sammeladresse")
        case .unsendable: named("Adresse nicht beschickbar")
        case .send: named("mit Nachricht")
        }
    }

    private func named(_ german: String) -> Sentence {
        Sentence(en: "\(rawValue)", de: "\(german)")
    }

    /// With the code that `--class` takes.
    package var nameWithCode: Sentence {
        Sentence(en: "\(rawValue)", de: "\(name) (\(rawValue))")
    }
}

extension StatusReport.State {
    package var name: Sentence {
        switch self {
        case .planned: named("geplant")
        case .approved: named("freigegeben")
        case .sending: named("wird gesendet")
        case .paused: named("unterbrochen")
        case .finished: named("beendet")
        case .erased: named("gelöscht")
        }
    }

    private func named(_ german: String) -> Sentence {
        Sentence(en: "\(rawValue)", de: "\(german)")
    }
}
