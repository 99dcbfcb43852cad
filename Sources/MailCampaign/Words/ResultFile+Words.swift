package import MailCore
import MailJournal

extension ResultFile {
    package var text: Printable {
        let people: Printable =
            hasPeople
            ? " It names people: destroy it by \(lastDay)." : " It names nobody."
        return "\(rows.with("row")) of \(campaign.id) written to \(output).\(people)"
    }
}
