import Foundation
package import MailCore
import MailJournal

extension IncidentReport {
    /// What to know first; the blocks follow on standard output.
    package var notes: [Printable] {
        (wasSending ? ["It was being sent, and has been stopped."] : []) + [frozen, left, blocks]
            + (verification.isOK
                ? []
                : [
                    "verify finds something that does not fit; see: einzelpost verify \(campaign.id)"
                ])
    }

    private var frozen: Printable {
        "\(campaign.id) is frozen: nothing of it is sent or erased until: einzelpost incident \(campaign.id) "
            + "--close --because REASON"
    }

    private var left: Printable {
        let end = deadline.iso8601(in: zone).prefix(16)
        return secondsLeft >= 0
            ? "\(secondsLeft.spokenSeconds) of 72 h are left, until \(end)."
            : "The 72 h are over since \(end); say in the report why."
    }

    private var blocks: Printable {
        "\(people.with("person was", "people were")) written to, \(unsent) not. The blocks below are in German, "
            + "for the form of the supervisory authority, one after the other: some forms forget everything "
            + "after half an hour. What nobody but you can know is marked [bitte …]."
    }

    package var text: Printable {
        IncidentBlocks(self).all
            .map { "──── \($0.title) ────\n\(Printable(lines: $0.text))" as Printable }
            .joined(separator: "\n\n")
    }
}

extension IncidentClosed: JSONPresentable {
    package var notes: [Printable] {
        ["The incident is closed, with its reason in the record: it may be sent and erased again."]
    }

    package var text: Printable { status.text }

    package var json: JSON {
        status.json.with([
            "aware_at": .text(awareAt.iso8601(in: status.zone)), "closed_because": .text(because),
        ])
    }

    package var conclusion: Conclusion { .done }
}
