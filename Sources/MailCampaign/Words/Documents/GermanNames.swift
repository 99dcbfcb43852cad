import MailCore

/// What closed lists are called in German papers.
extension RowClass {
    var german: String {
        switch self {
        case .rejected: "nicht lesbar"
        case .testOrBlock: "Test oder Sperrzeit"
        case .outOfWindow: "an anderen Tagen"
        case .otherService: "andere Leistung oder anderer Ort"
        case .alreadyCancelled: "schon abgesagt"
        case .past: "schon vorbei"
        case .duplicate: "doppelt"
        case .alreadyNotified: "schon benachrichtigt"
        case .needsDecision: "noch zu entscheiden"
        case .noEmail: "keine E-Mail-Adresse, Telefon"
        case .noContact: "weder E-Mail-Adresse noch Telefon"
        case .invalidEmail: "E-Mail-Adresse ungültig"
        case .placeholder: "E-Mail-Adresse erfunden"
        case .multiAddress: "mehrere E-Mail-Adressen"
        case .collectiveAddress: "Sammeladresse"
        case .unsendable: "E-Mail-Adresse technisch nicht möglich"
        case .send: "E-Mail"
        }
    }
}

extension DeliveryState {
    var german: String {
        switch self {
        case .planned: "noch nicht begonnen"
        case .sending: "wird gesendet"
        case .deferred: "zurückgestellt"
        case .unknown: "ungewiss"
        case .accepted: "angenommen"
        case .refused: "abgelehnt"
        case .expired: "verstrichen"
        case .withdrawn: "zurückgezogen"
        }
    }
}

extension StatusReport.State {
    var german: String {
        switch self {
        case .planned: "geplant"
        case .approved: "freigegeben"
        case .sending: "wird gesendet"
        case .paused: "unterbrochen"
        case .finished: "beendet"
        case .erased: "gelöscht"
        }
    }
}
