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
    /// Telling ones, each with the reason why.
    package let picks: [(row: Int, why: Sentence)]

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
        let report = try PlanReport(id, in: workspace.journal, zone: workspace.settings.timeZone)
        var seen: Set<String> = []
        let order = report.rows.filter { $0.state?.isLive == true }.compactMap { row in
            row.message.flatMap { seen.insert($0).inserted ? (row: row.row, message: $0) : nil }
        }
        guard let first = order.first else { throw Refusal.noMessages(campaign: id) }
        let wanted = row ?? first.row
        let message = report.rows.first { $0.row == wanted }?.message
        guard let place = order.firstIndex(where: { $0.message == message }) else {
            throw WrongRequest.rowWithoutMessage(wanted, campaign: id)
        }
        if !isMasked { try workspace.noteSight(of: id, in: "preview") }
        let look = try preview.beside(row: wanted, report, isMasked: isMasked)
        self.init(
            look.example,
            from: look.from,
            isMasked: isMasked,
            order: order.map(\.row),
            place: place,
            picks: look.picks
        )
    }

    private init(
        _ example: CampaignExample,
        from: String,
        isMasked: Bool,
        order: [Int],
        place: Int,
        picks: [(row: Int, why: Sentence)]
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
        previous = place > 0 ? order[place - 1] : nil
        next = place + 1 < order.count ? order[place + 1] : nil
        self.place = place + 1
        count = order.count
        self.picks = picks
    }
}

extension MessagePreview {
    /// The message of a row beside it, and the telling ones of the campaign.
    func beside(
        row: Int,
        _ report: PlanReport,
        isMasked: Bool
    ) throws -> (example: CampaignExample, from: String, picks: [(row: Int, why: Sentence)]) {
        let (pick, others) = try pick(row: row)
        let view = try view(of: pick.message)
        let example = CampaignExample(
            pick,
            view: view,
            rowLines: Dictionary(uniqueKeysWithValues: report.rows.map { ($0.row, $0.line) }),
            before: before(pick.message),
            isMasked: isMasked
        )
        let told = others.map { ($0.message.recipient.appointments[0].row, $0.why.words) }
        return (example, view.from, told)
    }
}
