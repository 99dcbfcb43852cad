import MailCampaign
import MailCore
import MailJournal

/// What `lists` has written; sums alone, never personal data.
struct ListsReport: ShapedReport {
    let listing: Listing
    /// What the file holds; nil for everybody.
    let kind: ContactChannel?
    let output: String

    private var list: ContactList { listing.list }

    var json: JSON {
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

    var text: Printable {
        let ways = list.ways
        let written = list.entries(kind).count
        return
            ([
                "\(output): \(written) appointments, the earliest first",
                "People whom no message has told, in total:",
            ]
            + ContactChannel.allCases.map { way -> Printable in
                Printable(ways[way] ?? 0).leftPadded(to: 8) + "  " + way.explanation
            } + [destruction])
            .joined(separator: "\n")
    }

    private var destruction: Printable {
        let day = listing.lastDay
        let german = [day.day, day.month].map { ($0 < 10 ? "0" : "") + "\($0)." }.joined()
        return "The file names people: destroy it and all copies by \(day), and write on "
            + "print-outs “vernichten bis \(german)\(day.year)”."
    }

    /// What the operator must know besides.
    var warnings: [Printable] {
        let id = listing.campaign.id
        var warnings: [Printable] = []
        if listing.underWay > 0 {
            warnings.append(
                "\(listing.underWay.with("message has", "messages have")) not come to an end yet, and their people are "
                    + "not on the list. Write it again when sending has ended: einzelpost status "
                    + "\(id)"
            )
        }
        if listing.unread > 0 {
            warnings.append(
                "\(listing.unread.with("row")) could not be read, and their people are on no list: "
                    + "einzelpost rows \(id) --class rejected"
            )
        }
        if listing.tests > 0 {
            warnings.append(
                "\(listing.tests.with("row looks", "rows look")) like tests or blocked slots, on no list; see "
                    + "whether one is a real person: einzelpost rows \(id) --class test-or-block"
            )
        }
        return warnings
    }
}

extension ContactChannel {
    fileprivate var explanation: Printable {
        switch self {
        case .phone: "by phone"
        case .letter: "by letter: no phone number"
        case .door: "at the entrance: no phone number, and too soon for a letter"
        }
    }
}
