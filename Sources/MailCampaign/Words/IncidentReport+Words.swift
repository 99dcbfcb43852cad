import Foundation
package import MailCore
import MailJournal

extension IncidentReport {
    /// What to know first; the blocks follow on standard output.
    package var notes: [Sentence] {
        let stopped = Sentence(
            en: "It was being sent, and has been stopped.",
            de: "Der Versand lief und ist angehalten."
        )
        let doubt = Sentence(
            en: "verify finds something that does not fit; see: einzelpost verify \(campaign.id)",
            de:
                "Die Prüfung findet etwas, das nicht zusammenpasst; siehe: einzelpost verify \(campaign.id)"
        )
        return (wasSending ? [stopped] : []) + [frozen, left, blocks]
            + (verification.isOK ? [] : [doubt])
    }

    private var frozen: Sentence {
        Sentence(
            en:
                "\(campaign.id) is frozen: nothing of it is sent or erased until: einzelpost incident \(campaign.id) "
                + "--close --because REASON",
            de:
                "\(campaign.id) ist angehalten: Nichts davon wird gesendet oder gelöscht bis: einzelpost incident "
                + "\(campaign.id) --close --because GRUND"
        )
    }

    private var left: Sentence {
        let end = deadline.iso8601(in: zone).prefix(16)
        return secondsLeft >= 0
            ? Sentence(
                en: "\(secondsLeft.spokenSeconds) of 72 h are left, until \(String(end)).",
                de:
                    "Von den 72 Stunden bleiben noch \(secondsLeft.spokenSeconds), bis \(deadline.moment(in: zone))."
            )
            : Sentence(
                en: "The 72 h are over since \(String(end)); say in the report why.",
                de:
                    "Die 72 Stunden sind seit \(deadline.moment(in: zone)) vorbei; nennen Sie in der Meldung den Grund."
            )
    }

    private var blocks: Sentence {
        Sentence(
            en:
                "\(people, "person was", "people were") written to, \(unsent) not. The blocks below are in German, "
                + "for the form of the supervisory authority, one after the other: some forms forget everything "
                + "after half an hour. What nobody but you can know is marked [bitte …].",
            de:
                "\(people, "Person wurde", "Personen wurden") angeschrieben, \(count: unsent) nicht. Die Textblöcke unten sind "
                + "für das Formular der Aufsichtsbehörde, einer nach dem anderen: Manche Formulare vergessen nach einer "
                + "halben Stunde alles. Was nur Sie wissen können, ist mit [bitte …] gekennzeichnet."
        )
    }

    package var text: Sentence {
        let blocks = IncidentBlocks(self).all
            .map { "──── \($0.title) ────\n\(Printable(lines: $0.text))" as Printable }
            .joined(separator: "\n\n")
        return Sentence(same: "\(blocks)")
    }
}

extension IncidentClosed: JSONPresentable {
    package var notes: [Sentence] {
        [
            Sentence(
                en:
                    "The incident is closed, with its reason in the record: it may be sent and erased again.",
                de:
                    "Die Datenpanne ist abgeschlossen, der Grund ist festgehalten: Die Aktion darf wieder gesendet und "
                    + "gelöscht werden."
            )
        ]
    }

    package var text: Sentence { status.text }

    package var json: JSON {
        status.json.with([
            "aware_at": .text(awareAt.iso8601(in: status.zone)), "closed_because": .text(because),
        ])
    }

    package var conclusion: Conclusion { .done }
}
