import MailCore
import MailJournal

/// Rules on unknown deliveries by what the relay's own log says of them.
///
/// Only that the relay has taken a message can be seen there: a line that is missing proves nothing.
package struct LogResolution {
    private let workspace: Workspace
    private let campaign: String

    package init(of campaign: String, in workspace: Workspace) {
        self.workspace = workspace
        self.campaign = campaign
    }

    /// Reads logs and changes nothing.
    ///
    /// - Parameter paths: In the order in which they were written, packed or not.
    /// - Returns: What they say of the deliveries that are unknown.
    /// - Throws: `UnknownCampaign`, `FileError`.
    package func look(into paths: [String]) throws -> LogReport {
        let journal = workspace.journal
        var rows: [String: Int] = [:]
        try journal.forEachRow(of: journal.campaign(campaign).id) { row in
            guard row.state == .unknown, let message = row.message else { return }
            rows[message] = min(rows[message] ?? row.row, row.row)
        }
        // All of them are there before the first is read, which may take a while.
        let files = try paths.map { path throws(FileError) in try LogFile(path) }
        var log = RelayLog(lookingFor: Set(rows.keys))
        var lines = 0
        for file in files { lines += try file.forEachLine { log.read($0) } }
        return LogReport(
            entries: rows.map { message, row in
                LogReport.Entry(row: row, message: message, finding: log.findings[message])
            }.sorted { $0.row < $1.row },
            lines: lines,
            status: try StatusReport(of: campaign, in: workspace)
        )
    }

    /// Records that the relay has taken what its log says it has, if somebody says so.
    ///
    /// - Parameters:
    ///   - report: What was found.
    ///   - respondent: Who can be asked.
    /// - Returns: The same with what became of it.
    /// - Throws: `ResolveError` if something has changed meanwhile; then nothing is recorded.
    package func settle(_ report: LogReport, by respondent: Respondent) throws -> LogReport {
        let taken = report.accepted
        guard !taken.isEmpty,
            ConfirmationQuestion.messages(taken.count).isConfirmed(by: respondent) == true
        else { return report }
        try workspace.journal.resolve(
            taken.map(\.message),
            of: workspace.journal.campaign(campaign),
            as: .ruledAccepted,
            by: workspace.surroundings.account.official,
            at: workspace.surroundings.now()
        )
        return LogReport(
            entries: report.entries,
            lines: report.lines,
            isRecorded: true,
            status: try StatusReport(of: campaign, in: workspace)
        )
    }
}
