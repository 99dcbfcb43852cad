package import MailCore

extension MessageExposure {
    package var text: Sentence {
        let lines: [Sentence?] =
            [
                Sentence(
                    en:
                        "This message shows data of \(people, "person", "people"); nobody is named here.",
                    de:
                        "Diese Nachricht zeigt Daten von \(people, "Person", "Personen"); hier wird niemand genannt."
                ),
                line(
                    recipients,
                    Sentence(
                        en:
                            "addresses in To, Cc and the like, besides the sender's and the authority's own",
                        de:
                            "Adressen in „An“, „Kopie“ und dergleichen, außer der des Absenders und denen der Behörde"
                    )
                ),
                line(
                    addresses,
                    Sentence(
                        en: "addresses in the whole message",
                        de: "Adressen in der ganzen Nachricht"
                    )
                ),
            ]
            + known.map { campaign, people in
                line(
                    people,
                    Sentence(
                        en:
                            "people of \(campaign), by address, whole name, telephone number or booking number",
                        de:
                            "Personen aus \(campaign), erkannt an Adresse, ganzem Namen, Telefon- oder Buchungsnummer"
                    )
                )
            } + [others, unread, uncompared]
        return lines.compactMap(\.self).lines
    }

    private var others: Sentence? {
        ownDomain > 0
            ? line(
                ownDomain,
                Sentence(
                    en: "further addresses of the authority's own mail domain, not counted",
                    de: "weitere Adressen der Behörde selbst, nicht mitgezählt"
                )
            ) : nil
    }

    private var unread: Sentence? {
        attachments > 0
            ? Sentence(
                en:
                    "\(attachments, "attachment was", "attachments were") not looked into: there may be more people in it",
                de:
                    "\(attachments, "Anhang wurde", "Anhänge wurden") nicht durchgesehen: Darin können weitere Personen stehen"
            ) : nil
    }

    private var uncompared: Sentence? {
        unknown > 0
            ? Sentence(
                en:
                    "\(unknown, "campaign", "campaigns") could not be compared: erased, or without its key",
                de:
                    "\(unknown, "Aktion ließ", "Aktionen ließen") sich nicht vergleichen: gelöscht, oder ohne Schlüssel"
            ) : nil
    }

    private func line(_ value: Int, _ what: Sentence) -> Sentence {
        Sentence(same: "\(count: value)").leftPadded(to: 8) + Sentence(same: "  \(what)")
    }

    package var json: JSON {
        [
            "people": .number(people), "recipients": .number(recipients),
            "addresses": .number(addresses), "own_domain": .number(ownDomain),
            "attachments": .number(attachments),
            "known": .list(
                known.map { ["campaign": .text($0.campaign), "people": .number($0.people)] }
            ),
            "campaigns_not_compared": .number(unknown),
        ]
    }

    /// More than one person needs a person's look.
    package var conclusion: Conclusion { .done(people > 1 || attachments > 0) }
}
