package import MailCore
import MailJournal

/// Everything that an approval binds, as a page shows it before it is given; no personal data.
package struct CampaignCheck: Sendable {
    package let id: String
    package var status: StatusReport
    package let file: String
    package let relay: String
    /// The address it comes from.
    package let from: String
    /// Every class that has rows, with how many.
    package let classes: [(rowClass: RowClass, rows: Int)]
    package let rows: Int
    package let messages: Int
    /// Rows that wait for somebody's word before it can be approved.
    package let undecided: Int
    /// Rows that could not be read and are still nobody's.
    package let unread: Int
    package let days: [(day: LocalDay, appointments: Int)]
    /// By site and service, as planned; the most first.
    package let sums: [(site: String?, service: String?, appointments: Int)]
    package let first: AppointmentTime?
    package let last: AppointmentTime?
    /// When sending would be done, if it began now.
    package let end: Sentence
    package let warnings: [Sentence]
    /// What people have decided, in one line; nil if nobody has.
    package let decided: Sentence?
    /// How many addresses two or more messages go to.
    package let shared: Int
    /// How many people it takes, by its plan or by the configuration as it is now.
    package let approvers: Int
    /// What has changed since planning, so that it may not be sent; nil if nothing.
    package let change: Sentence?

    /// - Throws: `UnknownCampaign`; `Refusal` if nothing is left of it.
    package init(of id: String, in workspace: Workspace) throws {
        let look = try Approval(of: id, in: workspace).look(isMasked: true)
        let (view, report) = (look.view, look.view.report)
        self.id = id
        status = look.status
        file = report.campaign.facts.source
        relay = report.campaign.facts.relay
        from = view.authority.sender.from.address.text
        classes = RowClass.allCases.compactMap { rowClass in
            report.classes[rowClass].flatMap { $0 > 0 ? (rowClass, $0) : nil }
        }
        rows = report.rowCount
        messages = report.deliveries.live
        undecided = report.classes[.needsDecision] ?? 0
        unread = report.unread
        days = report.days
        sums = Dictionary(grouping: report.cancelled) { [$0.site, $0.service] }
            .map { key, parts in (key[0], key[1], parts.reduce(0) { $0 + $1.appointments }) }
            .sorted { ($1.2, $0.0 ?? "", $0.1 ?? "") < ($0.2, $1.0 ?? "", $1.1 ?? "") }
        first = report.starts.first
        last = report.starts.last
        end = view.clock(view.end)
        warnings = view.warnings.map(\.words)
        decided = report.decidedWords
        shared = view.sharedAddresses
        approvers = max(report.campaign.facts.approvers, workspace.settings.approvers)
        change = view.change?.note
    }
}

extension Approval {
    /// Whether it could be given.
    ///
    /// - Throws: `Refusal` if not, or not by whoever asks.
    package func check(for digest: String) throws { try check(digest: digest) }
}
