import Foundation
package import MailCore
import MailJournal

extension PersonAnswer.Result {
    package var notes: [Sentence] {
        guard !traces.isEmpty else { return [] }
        var notes: [Sentence] = []
        if isMasked {
            notes.append(
                Sentence(
                    en: "Masked; all of it with --unmasked, which is recorded.",
                    de: "Verdeckt; alles zeigt --unmasked, und das wird festgehalten."
                )
            )
        }
        if people > 1 { notes.append(several) }
        if isErased {
            notes.append(
                Sentence(
                    en:
                        "All of this was erased just now. That they were told is known by keyed hashes alone, until "
                        + "retention.notified_days is over.",
                    de:
                        "All das ist eben gelöscht worden. Dass die Person benachrichtigt wurde, ist ohne Namen und "
                        + "Adresse noch erkennbar, bis retention.notified_days vorbei ist."
                )
            )
        }
        return notes
    }

    private var several: Sentence {
        Sentence(
            en:
                "\(people) people share this; name the one who asks on a further line, and show nobody the "
                + "others' data.",
            de:
                "Das teilen sich \(people, "Person", "Personen"). Nennen Sie in einer weiteren Zeile, wer fragt, und zeigen "
                + "Sie niemandem die Daten der anderen."
        )
    }

    package var text: Sentence {
        traces.isEmpty
            ? Sentence(
                en: "Nothing is kept of this person; what was erased cannot be found.",
                de:
                    "Von dieser Person ist nichts gespeichert; was gelöscht wurde, ist nicht zu finden."
            )
            : traces.map { words(of: $0) }.lines
    }

    private func words(of trace: PersonTrace) -> Sentence {
        let row = trace.row
        let kept = cells(of: trace).map { name, value in Sentence(same: "    \(name): \(value)") }
        let events = trace.events.map { event in
            Sentence(
                same: "    \(event.at.exactMoment(in: zone))  \(event.verdict ?? event.kind)"
            )
        }
        let message = row.message.map { id in
            Sentence(en: "    message: \(id)", de: "    Nachricht: \(id)")
        }
        let state = row.state.map { state in
            Sentence(en: "    state: \(state.name)", de: "    Stand: \(state.name)")
        }
        return ([head(trace)] + kept + [state, message].compactMap(\.self) + events).lines
    }

    private func head(_ trace: PersonTrace) -> Sentence {
        let (row, campaign) = (trace.row, trace.campaign)
        let starts = [row.start, row.second].compactMap(\.self)
        let english = starts.map { $0.iso8601.prefix(16).replacing("T", with: " ") }
        let german = starts.map { $0.words.de.text }
        let appointment =
            starts.isEmpty
            ? .empty
            : Sentence(
                en: ", appointment \(english.joined(separator: " and "))",
                de: ", Termin \(german.joined(separator: " und "))"
            )
        return Sentence(
            en: "\(campaign), row \(row.row): \(row.rowClass.name)\(appointment)",
            de: "\(campaign), Zeile \(row.row): \(row.rowClass.name)\(appointment)"
        )
    }

    /// What is kept, hidden if it must be.
    func cells(of trace: PersonTrace) -> [(name: String, value: String)] {
        let contact = trace.contact
        let hidden = { (text: String?) in text.map { isMasked ? "…\($0.suffix(2))" : $0 } }
        let initials = { (text: String?) in text.map { isMasked ? "\($0.prefix(1))…" : $0 } }
        let address = contact.address.map { isMasked ? $0.masked : $0.text }
        let cells: [(String, String?)] = [
            ("first_name", initials(contact.name.first)),
            ("last_name", initials(contact.name.last)),
            ("full_name", initials(contact.name.full)), ("address", address),
            ("phone", hidden(contact.phone ?? contact.roundedPhone)),
            ("site", initials(contact.site)),
            ("reference", hidden(contact.reference)),
        ]
        return cells.compactMap { name, value in value.map { (name, $0) } }
    }
}
