/// Says in plain words what is wrong with a page, and what to do.
struct PageJudge {
    let visit: PageVisit
    /// Nil unless the page itself was reached.
    let page: PageContent?
    let cookies: [String]

    private var name: Sentence { visit.kind.subject }
    private var key: String { visit.kind.key }
    private var host: Sentence {
        PageLocation(of: visit.address).map { Sentence(same: "\($0.host)") }
            ?? Sentence(en: "its host", de: "ihrem Rechner")
    }

    var problems: [Sentence] {
        [failure, destination, foreign, cookie, unread].compactMap(\.self)
    }

    var warnings: [Sentence] { [channel, scripts].compactMap(\.self) }

    private var failure: Sentence? {
        visit.failure.map { failure in
            switch failure {
            case .hostUnknown:
                Sentence(
                    en:
                        "\(name) cannot be reached: \(host) is not known to the name service. Correct \(key).",
                    de:
                        "\(name) ist nicht erreichbar: Der Namensdienst kennt \(host) nicht. Berichtigen Sie \(key)."
                )
            case .cannotConnect:
                Sentence(
                    en:
                        "\(name) cannot be reached: no connection to \(host). Correct \(key), or ask whoever runs the page.",
                    de:
                        "\(name) ist nicht erreichbar: Es gibt keine Verbindung zu \(host). Berichtigen Sie \(key), oder fragen "
                        + "Sie, wer die Seite betreibt."
                )
            case .timeout:
                Sentence(
                    en:
                        "\(name) did not answer completely within 20 seconds. Try again, or ask whoever runs the page.",
                    de:
                        "\(name) hat nicht innerhalb von 20 Sekunden vollständig geantwortet. Versuchen Sie es noch einmal, oder "
                        + "fragen Sie, wer die Seite betreibt."
                )
            case .notEncrypted:
                Sentence(
                    en:
                        "\(name) cannot be reached safely: the encryption or certificate of \(host) is not to be trusted. Ask "
                        + "whoever runs the page to correct it.",
                    de:
                        "\(name) ist nicht sicher erreichbar: Der Verschlüsselung oder dem Zertifikat von \(host) ist nicht zu "
                        + "trauen. Bitten Sie, wer die Seite betreibt, das zu beheben."
                )
            case .broken:
                Sentence(
                    en:
                        "\(name) cannot be read: \(host) ended in the middle, or does not speak HTTP. Ask whoever runs the page.",
                    de:
                        "\(name) ist nicht lesbar: Die Antwort von \(host) brach ab oder war kein HTTP. Fragen Sie, wer die "
                        + "Seite betreibt."
                )
            }
        }
    }

    /// Where the way ended, if that is not the page.
    private var destination: Sentence? {
        guard visit.failure == nil, let last = visit.answers.last else { return nil }
        guard let redirect = last.redirect else {
            return last.status == 200
                ? nil
                : Sentence(
                    en:
                        "\(name) answers with status \(last.status) instead of 200. Correct \(key), or the page.",
                    de:
                        "\(name) antwortet mit dem Status \(last.status) statt 200. Berichtigen Sie \(key) oder die Seite."
                )
        }
        let there = PageLocation(of: redirect)
        if visit.answers.count > PageVisit.redirectLimit {
            return Sentence(
                en:
                    "\(name) redirects more than \(PageVisit.redirectLimit) times. Put its last address into \(key).",
                de:
                    "\(name) leitet öfter als \(PageVisit.redirectLimit)-mal weiter. Tragen Sie die letzte Adresse in \(key) ein."
            )
        }
        if let there, there.host == PageLocation(of: visit.address)?.host {
            return Sentence(
                en:
                    "\(name) redirects to an address without encryption, which was not visited. Ask whoever runs the page to "
                    + "correct it.",
                de:
                    "\(name) leitet zu einer unverschlüsselten Adresse weiter, die nicht besucht wurde. Bitten Sie, wer die Seite "
                    + "betreibt, das zu beheben."
            )
        }
        let other =
            there.map { Sentence(same: "\($0.host)") }
            ?? Sentence(en: "which cannot be read", de: "dessen Name nicht lesbar ist")
        return Sentence(
            en:
                "\(name) redirects to another host, \(other), which was not visited. Put an address of your own into \(key).",
            de:
                "\(name) leitet zu einem anderen Rechner weiter, \(other), der nicht besucht wurde. Tragen Sie eine eigene "
                + "Adresse in \(key) ein."
        )
    }

    private var foreign: Sentence? {
        guard let hosts = page?.foreignHosts.joined(separator: ", "), !hosts.isEmpty else {
            return nil
        }
        return Sentence(
            en:
                "\(name) makes its readers contact \(hosts). Have this removed, or served by \(host) itself.",
            de:
                "\(name) lässt ihre Leser \(hosts) aufrufen. Lassen Sie das entfernen, oder von \(host) selbst bereitstellen."
        )
    }

    private var cookie: Sentence? {
        guard !cookies.isEmpty else { return nil }
        let names = cookies.joined(separator: ", ")
        return Sentence(
            en:
                "\(name) sets cookies (\(names)). A page that only informs needs none: have them removed.",
            de:
                "\(name) setzt Cookies (\(names)). Eine Seite, die nur informiert, braucht keine: Lassen Sie sie entfernen."
        )
    }

    private var unread: Sentence? {
        guard let page else { return nil }
        if !page.isHTML {
            return Sentence(
                en: "\(name) is no HTML page and could not be looked into. Use one.",
                de: "\(name) ist keine HTML-Seite und ließ sich nicht prüfen. Verwenden Sie eine."
            )
        }
        if !page.isReadable {
            return Sentence(
                en:
                    "\(name) nests its elements too deeply, or gives one too many attributes, to be looked into. Have it made "
                    + "simpler.",
                de:
                    "\(name) ist zu tief verschachtelt oder gibt einem Element zu viele Eigenschaften und ließ sich nicht prüfen. "
                    + "Lassen Sie sie vereinfachen."
            )
        }
        if !page.isWhole {
            return Sentence(
                en:
                    "\(name) is larger than 2 MB and was not read to its end. Have it made smaller.",
                de:
                    "\(name) ist größer als 2 MB und wurde nicht bis zum Ende gelesen. Lassen Sie sie verkleinern."
            )
        }
        return nil
    }

    private var channel: Sentence? {
        guard visit.kind == .privacy, let page, !page.namesChannel else { return nil }
        return Sentence(
            en:
                "\(name) does not name this channel: the words “E-Mail” and “Termin” are not both on it. Say there that "
                + "appointments are cancelled by e-mail.",
            de:
                "\(name) nennt diesen Weg nicht: „E-Mail“ und „Termin“ stehen nicht beide darauf. Schreiben Sie dort, dass Termine "
                + "per E-Mail abgesagt werden."
        )
    }

    private var scripts: Sentence? {
        guard let hosts = page?.scriptHosts.joined(separator: ", "), !hosts.isEmpty else {
            return nil
        }
        return Sentence(
            en:
                "Scripts on the \(visit.kind.name) name \(hosts); whether they contact them could not be seen. Ask whoever runs "
                + "the page.",
            de:
                "\(name) nennt in Skripten \(hosts); ob sie dort etwas abrufen, war nicht zu sehen. Fragen Sie, wer die Seite "
                + "betreibt."
        )
    }
}

extension PageKind {
    /// As a sentence begins with it.
    fileprivate var subject: Sentence {
        switch self {
        case .imprint: Sentence(en: "The imprint", de: "Die Seite mit dem Impressum")
        case .privacy: Sentence(en: "The privacy page", de: "Die Seite zum Datenschutz")
        }
    }
}
