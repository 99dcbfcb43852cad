import MailCore

extension PaperDocuments {
    private var authority: Authority { papers.settings.authority }
    private var privacy: PrivacyFacts { papers.settings.privacy }

    /// A text for the privacy page, which names this channel.
    var notice: Document {
        document(
            "Datenschutzhinweis (Art. 13 und 14 DSGVO): Terminabsage per E-Mail",
            [
                Document.Section(
                    "Terminabsage per E-Mail",
                    [
                        .paragraph(
                            "Wenn wir einen Termin absagen müssen, schreiben wir Ihnen eine E-Mail an die Adresse, die Sie bei der "
                                + "Buchung angegeben haben. Gilt der Termin wieder, oder war die Absage falsch, schreiben wir Ihnen "
                                + "ebenso. Absender ist immer \(authority.sender.from.address.text)."
                        ),
                        .paragraph(
                            "Wir verwenden dafür diese Angaben: \(shownFields). Haben wir keine E-Mail-Adresse von Ihnen: "
                                + Blank.fill("wie die Behörde Sie dann erreicht")
                        ),
                    ]
                ),
                Document.Section(
                    "Wer verantwortlich ist",
                    [
                        .facts([
                            (
                                "Verantwortlicher",
                                "\(authority.name), \(authority.address), Telefon \(authority.phone), \(authority.email)"
                            ),
                            ("Datenschutzbeauftragte", contact),
                        ])
                    ]
                ),
                Document.Section(
                    "Zweck und Rechtsgrundlage",
                    [
                        .paragraph(
                            "Zweck: Sie rechtzeitig zu benachrichtigen, damit Sie nicht vergeblich kommen."
                        ),
                        .paragraph(
                            "Rechtsgrundlage: \(Blank.or(privacy.legalBasis, "Rechtsgrundlage"))"
                        ),
                        .paragraph(
                            "Woher wir die Angaben haben: aus Ihrer Terminbuchung"
                                + ", \(Blank.fill("Name des Buchungssystems"))"
                        ),
                    ]
                ),
                Document.Section(
                    "Wer die Daten bekommt",
                    [
                        .paragraph(
                            "Die E-Mail geht über den Mailserver von "
                                + Blank.or(privacy.relayOperator, "Betreiber des Mailservers")
                                + " an Ihren E-Mail-Anbieter. Das Programm, mit dem wir schreiben, gibt sie an niemanden sonst weiter. Unsere E-Mails enthalten keine "
                                + "Zählpixel, und wir sehen nicht, ob Sie sie lesen."
                        )
                    ]
                ),
                Document.Section(
                    "Wie lange wir sie speichern",
                    [
                        .paragraph(
                            "Ihre Angaben werden \(days(papers.settings.retention.people)) nach dem letzten abgesagten Termin gelöscht. "
                                + "Dass wir Sie benachrichtigt haben, bleibt bis \(days(papers.settings.retention.notified)) danach als "
                                + "Prüfwert gespeichert, der Ihren Namen nicht enthält."
                        )
                    ]
                ),
                Document.Section(
                    "Ihre Rechte",
                    [
                        .paragraph(
                            "Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen und der Verarbeitung "
                                + "widersprechen (Art. 15 bis 18 und 21 DSGVO). Wenden Sie sich an: \(contact)."
                        ),
                        .paragraph(
                            "Sie können sich beschweren bei: "
                                + Blank.or(privacy.supervisor, "Aufsichtsbehörde, Anschrift")
                        ),
                    ]
                ),
            ]
        )
    }
}
