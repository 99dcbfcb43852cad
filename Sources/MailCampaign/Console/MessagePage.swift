package import MailCore
import MailJournal

/// One message beside the rows it was made from, with the way to the others.
///
/// Personal data, masked unless somebody wants it in full.
package struct MessagePage: Sendable {
    /// A row as it was imported: each cell with its name.
    package struct Original: Sendable {
        package let row: Int
        package let cells: [(name: Sentence, value: String)]
    }

    package let rows: [Original]
    package let from: String
    package let to: String
    package let subject: String
    package let text: String
    /// What the HTML part says otherwise; nil if it says the same.
    package let otherPart: Sentence?
    package let isMasked: Bool
    /// The rows of the messages before and behind it; nil at an end.
    package let previous: Int?
    package let next: Int?
    /// The how many-th it is, from 1, and of how many.
    package let place: Int
    package let count: Int
    /// - Parameters:
    ///   - row: Whose message; nil for the first.
    ///   - id: The campaign.
    ///   - workspace: The authority.
    ///   - isMasked: If not, that somebody has seen it is recorded first.
    /// - Throws: `WrongRequest` if the row has none, `Refusal` if nothing is left of the campaign.
    package init(
        of row: Int?,
        of id: String,
        in workspace: Workspace,
        isMasked: Bool
    ) throws {
        let preview = try MessagePreview(of: id, in: workspace)
        guard let place = try workspace.journal.messagePlace(of: row, in: id) else {
            guard let row else { throw Refusal.noMessages(campaign: id) }
            throw WrongRequest.rowWithoutMessage(row, campaign: id)
        }
        if !isMasked { try workspace.noteSight(of: id, in: "preview") }
        let message = try workspace.journal.message(place.number)
        let view = try preview.view(of: message)
        let example = CampaignExample(
            MessageChoice.Pick(why: .between, message: message),
            view: view,
            rowLines: [:],
            before: preview.before(message),
            isMasked: isMasked
        )
        self.init(example, from: view.from, isMasked: isMasked, place)
    }

    private init(
        _ example: CampaignExample,
        from: String,
        isMasked: Bool,
        _ place: Journal.MessagePlace
    ) {
        rows = example.rows.map { row in
            Original(
                row: row.row,
                cells: [
                    (Sentence(en: "Name", de: "Name"), example.name ?? "–"),
                    (Sentence(en: "Address", de: "Adresse"), example.address),
                    (Sentence(en: "Appointment", de: "Termin"), row.start.words.de.text),
                    (Sentence(en: "Site", de: "Ort"), row.site ?? "–"),
                    (Sentence(en: "Reference", de: "Buchungsnummer"), row.reference ?? "–"),
                ]
            )
        }
        self.from = from
        to = example.to
        subject = example.subject
        text = example.text
        otherPart = example.otherPart.map { Sentence(same: "\($0.difference)") }
        self.isMasked = isMasked
        previous = place.previous
        next = place.next
        self.place = place.place
        count = place.count
    }
}

/// Messages that tell much, each by its row, with the reason why.
package struct TellingMessages: Sendable {
    package let picks: [(row: Int, why: Sentence)]

    /// Reads every message of the campaign.
    package init(of id: String, in workspace: Workspace) throws {
        let journal = workspace.journal
        var choice = MessageChoice(messages: try journal.deliveryCounts(of: id).live)
        try journal.forEachMessage(of: id) { choice.look(at: $0) }
        picks = choice.picks.map { ($0.message.recipient.appointments[0].row, $0.why.words) }
    }
}
