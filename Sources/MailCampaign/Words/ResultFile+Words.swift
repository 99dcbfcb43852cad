package import MailCore
import MailJournal

extension ResultFile {
    package var text: Sentence {
        let people =
            hasPeople
            ? Sentence(
                en: " It names people: destroy it by \(lastDay).",
                de: " Die Datei nennt Personen: Vernichten Sie sie bis \(lastDay)."
            ) : Sentence(en: " It names nobody.", de: " Die Datei nennt niemanden.")
        return Sentence(
            en: "\(rows, "row", "rows") of \(campaign.id) written to \(output).\(people)",
            de: "\(rows, "Zeile", "Zeilen") von \(campaign.id) in \(output) geschrieben.\(people)"
        )
    }
}
