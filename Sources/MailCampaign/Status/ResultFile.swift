package import MailCore
package import MailJournal

/// What came of every row, written beside the original.
package struct ResultFile: Sendable {
    package let campaign: CampaignRecord
    package let output: String
    package let rows: Int
    package let hasPeople: Bool
    /// The day by which a file with people must be destroyed.
    package let lastDay: LocalDay

    /// Writes a new file.
    ///
    /// - Parameters:
    ///   - list: The rows to be told of.
    ///   - id: Their campaign.
    ///   - output: Where.
    ///   - hasPeople: Whether it names them.
    ///   - workspace: The authority.
    /// - Throws: `FileError`; `Refusal` if people are wanted and nothing is kept of them.
    package init(
        of list: RowList,
        of id: String,
        to output: String,
        withPeople hasPeople: Bool,
        in workspace: Workspace
    ) throws {
        let journal = workspace.journal
        campaign = try journal.campaign(id)
        guard !hasPeople || campaign.erasedAt == nil else {
            throw Refusal.nobodyToList(campaign: id)
        }
        let zone = try campaign.zone
        let accepted = try journal.acceptanceTimes(of: id)
        let contacts = hasPeople ? try journal.contacts(of: id) : [:]
        let results = list.rows.map { row in
            RowResult(
                row: row.row,
                rowClass: row.rowClass,
                state: row.state,
                acceptedAt: row.message.flatMap { accepted[$0] },
                reason: (list.explanations(of: row).map(\.english)
                    + [row.stateReason?.english].compactMap(\.self)).joined(separator: " "),
                starts: [row.start, row.second].compactMap(\.self),
                contact: contacts[row.row]
            )
        }
        self.output = output
        self.hasPeople = hasPeople
        rows = results.count
        lastDay = workspace.settings.retention.lastDayOfLists(
            finishedAt: campaign.finishedAt,
            now: workspace.surroundings.now(),
            in: zone
        )
        if hasPeople { try workspace.noteSight(of: id, in: "rows") }
        try NewFile.write(ResultTable.file(results, withPeople: hasPeople, in: zone), to: output)
    }
}
