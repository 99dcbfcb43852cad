import Foundation
package import MailCore
import MailJournal

extension PersonAnswer.Result {
    package var notes: [Printable] {
        guard !traces.isEmpty else { return [] }
        var notes: [Printable] = []
        if isMasked { notes.append("Masked; all of it with --unmasked, which is recorded.") }
        if people > 1 {
            notes.append(
                "\(people) people share this; name the one who asks on a further line, and show nobody the "
                    + "others' data."
            )
        }
        if isErased {
            notes.append(
                "All of this was erased just now. That they were told is known by keyed hashes alone, until "
                    + "retention.notified_days is over."
            )
        }
        return notes
    }

    package var text: Printable {
        traces.isEmpty
            ? "Nothing is kept of this person; what was erased cannot be found."
            : traces.map { words(of: $0) }.joined(separator: "\n")
    }

    private func words(of trace: PersonTrace) -> Printable {
        let row = trace.row
        let start = [row.start, row.second].compactMap(\.self).map {
            $0.iso8601.prefix(16).replacing("T", with: " ")
        }
        let kept = cells(of: trace).map { name, value in "    \(name): \(value)" as Printable }
        let events = trace.events.map { event in
            "    \(event.at.iso8601(in: zone))  \(event.verdict ?? event.kind)" as Printable
        }
        let message: [Printable] = row.message.map { ["    message: \($0)"] } ?? []
        let state: [Printable] = row.state.map { ["    state: \($0.rawValue)"] } ?? []
        let head: Printable =
            "\(trace.campaign), row \(row.row): \(row.rowClass.rawValue)"
            + (start.isEmpty ? "" : Printable(", appointment " + start.joined(separator: " and ")))
        return ([head] + kept + state + message + events).joined(separator: "\n")
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
