package import MailCore
import MailJournal

/// One message of a campaign beside the rows it was made from.
///
/// Personal data.
package struct CampaignExample {
    /// A row as it was imported; what is hidden is masked.
    package struct OriginalRow {
        package let row: Int
        package let line: Int?
        package let start: AppointmentTime
        package let site: String?
        package let reference: String?
    }

    package let why: MessageChoice.Reason
    package let name: String?
    package let address: String
    package let rows: [OriginalRow]
    /// What the person got before, of a follow-up.
    package let before: [Kept<RowReason>]
    package let to: String
    package let subject: String
    /// Where the message speaks of this person.
    package let lines: [String]
    /// The whole text.
    package let text: String
    /// What the HTML part says instead, and where it begins to; nil if it says the same.
    package let otherPart: (difference: PartsDifference, text: String)?

    /// `view` is the message read again from its bytes; `rowLines` says in which line of the file
    /// each row begins.
    package init(
        _ pick: MessageChoice.Pick,
        view: MessageView,
        rowLines: [Int: Int],
        before: [Kept<RowReason>],
        isMasked: Bool
    ) {
        let recipient = pick.message.recipient
        let person = MaskedPerson(recipient, other: try? EmailAddress(parsing: view.to))
        func shown(_ text: String) -> String { isMasked ? person.hidden(in: text) : text }
        why = pick.why
        name = recipient.name.display.map(shown)
        address = shown(recipient.address.text)
        rows = recipient.appointments.map { appointment in
            OriginalRow(
                row: appointment.row,
                line: rowLines[appointment.row],
                start: appointment.start,
                site: appointment.site,
                reference: appointment.reference.map { isMasked ? "…\($0.suffix(4))" : $0 }
            )
        }
        self.before = before
        to = shown(view.to)
        subject = shown(view.subject)
        lines = view.lines(about: recipient).map(shown)
        text = shown(view.text)
        otherPart = PartsDifference(view).map { difference in
            (difference.mapped(shown), shown(view.shownHTML ?? ""))
        }
    }
}
