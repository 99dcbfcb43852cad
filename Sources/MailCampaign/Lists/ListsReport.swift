package import MailCore
import MailJournal

/// What `lists` has written; sums alone, never personal data.
package struct ListsReport: JSONPresentable {
    package let listing: Listing
    /// What the file holds; nil for everybody.
    package let kind: ContactChannel?
    package let output: String

    private var list: ContactList { listing.list }

    package var json: JSON {
        [
            "campaign": .text(listing.campaign.id), "output": .text(output),
            "kind": .text(kind?.rawValue),
            "entries": .number(list.entries(kind).count),
            "ways": counts(list.ways), "causes": counts(list.causes),
            "under_way": .number(listing.underWay), "rejected_rows": .number(listing.unread),
            "test_rows": .number(listing.tests), "destroy_by": .text("\(listing.lastDay)"),
        ]
    }

    private func counts<Key: RawRepresentable<String>>(_ counts: [Key: Int]) -> JSON {
        .object(
            Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, .number($0.value)) })
        )
    }

    /// Rows that could not be read are people, too, until somebody has said what they are.
    package var conclusion: Conclusion { .done(listing.unread > 0) }

    package var text: Sentence { listing.text(kind, in: output) }

    package var notes: [Sentence] { listing.warnings }
}
