package import MailCore

extension PageReport {
    /// In one line.
    package var sentence: Sentence {
        let way =
            redirectedTo.map {
                Sentence(en: ", redirects to \($0)", de: ", leitet weiter nach \($0)")
            } ?? .empty
        guard let status else {
            return Sentence(en: "\(url): not reached", de: "\(url): nicht erreicht")
        }
        guard problems.isEmpty else {
            return Sentence(
                en: "\(url): status \(status)\(way)",
                de: "\(url): Status \(status)\(way)"
            )
        }
        return Sentence(
            en: "\(url): status \(status), encrypted\(way), no other hosts, no cookies",
            de:
                "\(url): Status \(status), verschlüsselt\(way), keine fremden Rechner, keine Cookies"
        )
    }
}

extension PageKind {
    var words: Sentence {
        switch self {
        case .imprint: Sentence(en: "imprint", de: "Impressum")
        case .privacy: Sentence(en: "privacy page", de: "Datenschutzseite")
        }
    }
}
