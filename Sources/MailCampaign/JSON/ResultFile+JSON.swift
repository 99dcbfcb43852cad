package import MailCore
import MailJournal

extension ResultFile: JSONPresentable {
    package var json: JSON {
        [
            "campaign": .text(campaign.id), "output": .text(output), "rows": .number(rows),
            "with_people": .bool(hasPeople),
            "destroy_by": hasPeople ? .text("\(lastDay)") : .null,
        ]
    }
}
