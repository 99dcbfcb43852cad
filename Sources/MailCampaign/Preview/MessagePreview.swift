import Foundation
import MailCore
package import MailJournal

/// Messages of a planned campaign, for people's eyes.
package struct MessagePreview {
    package let campaign: CampaignRecord
    /// What has changed since planning, so that it may not be sent; nil if nothing.
    package let change: AuthorityChange?
    private let journal: Journal
    private let letter: Letter
    private let zone: TimeZone
    /// The day by which what is written must be destroyed.
    private let lastDay: LocalDay
    /// What each row's person got before; empty unless it is a follow-up.
    private let notes: [Int: Kept<RowReason>]

    package init(of id: String, in workspace: Workspace) throws {
        journal = workspace.journal
        campaign = try journal.campaign(id)
        try Clearance(workspace: workspace, campaign: campaign).checkNotErased()
        letter = try campaign.letter.letter()
        zone = workspace.settings.timeZone
        lastDay = workspace.settings.retention.lastDayOfLists(
            finishedAt: campaign.finishedAt,
            now: workspace.surroundings.now(),
            in: zone
        )
        var notes: [Int: Kept<RowReason>] = [:]
        if campaign.facts.followUp != nil {
            try journal.forEachRow(of: id) { notes[$0.row] = $0.reasons.first }
        }
        self.notes = notes
        // What was planned is shown, even if somebody has changed the template since.
        change = try AuthorityChange(Clearance(workspace: workspace, campaign: campaign))
    }

    /// The messages of these rows as their readers will see them; without rows, a telling choice.
    package func look(rows: [Int]) throws -> PreviewReport {
        PreviewReport(
            campaign: campaign.id,
            messages: try picks(rows: rows).map { pick in
                PreviewReport.Message(
                    id: pick.message.id.text,
                    why: pick.why,
                    rows: pick.message.recipient.appointments.map(\.row),
                    before: before(pick.message),
                    view: try view(of: pick.message)
                )
            }
        )
    }

    /// What the person of a message got before, each once; nothing unless it is a follow-up.
    func before(_ message: StoredMessage) -> [Kept<RowReason>] {
        var seen: Set<Kept<RowReason>> = []
        return message.recipient.appointments.compactMap { notes[$0.row] }
            .filter { seen.insert($0).inserted }
    }

    private func picks(rows: [Int]) throws -> [MessageChoice.Pick] {
        var choice = MessageChoice(messages: try journal.deliveryCounts(of: campaign.id).live)
        var wanted: [Int: StoredMessage] = [:]
        try journal.forEachMessage(of: campaign.id) { message in
            choice.look(at: message)
            for row in rows where message.recipient.appointments.contains(where: { $0.row == row })
            {
                wanted[row] = message
            }
        }
        guard !rows.isEmpty else { return choice.picks }
        return try rows.map { row in
            guard let message = wanted[row] else {
                throw WrongRequest.rowWithoutMessage(row, campaign: campaign.id)
            }
            return MessageChoice.Pick(why: .row(row), message: message)
        }
    }

    /// What the template is called, and says of itself.
    var templateWords: String {
        get throws {
            let template = try Template(campaign.letter.template)
            return "\(template.source.name) (\(template.language): \(template.description))"
        }
    }

    /// As its reader will see it.
    func view(of message: StoredMessage) throws -> MessageView {
        MessageView(try render(message))
    }

    /// Writes messages as files, named after their first row; without rows, a telling choice.
    ///
    /// - Returns: What was written.
    package func write(rows: [Int], into folder: String) throws -> WrittenMessages {
        let place = try PrivateFolder(at: folder)
        let picks = try picks(rows: rows)
        for pick in picks { try write(pick.message, into: place) }
        return written(picks.count, into: folder)
    }

    /// Writes every message of the campaign as a file.
    ///
    /// - Returns: What was written.
    package func writeAll(into folder: String) throws -> WrittenMessages {
        let place = try PrivateFolder(at: folder)
        var count = 0
        try journal.forEachMessage(of: campaign.id) { message in
            try write(message, into: place)
            count += 1
        }
        return written(count, into: folder)
    }

    private func written(_ count: Int, into folder: String) -> WrittenMessages {
        WrittenMessages(campaign: campaign.id, count: count, folder: folder, lastDay: lastDay)
    }

    private func write(_ message: StoredMessage, into folder: PrivateFolder) throws {
        let row = String(message.recipient.appointments[0].row)
        let name = "row-" + String(repeating: "0", count: max(0, 6 - row.count)) + row + ".eml"
        try folder.write(Array(render(message).bytes), as: name)
    }

    private func render(_ message: StoredMessage) throws -> OutgoingMessage {
        try .render(
            for: message.recipient,
            on: letter,
            id: message.id,
            date: campaign.plannedAt,
            in: zone
        )
    }
}
