import Foundation
import MailCore
import MailJournal
import Synchronization

/// From a file to a frozen campaign.
struct Planning {
    /// What the operator chose.
    struct Choice {
        var file: String
        var days: ClosedRange<LocalDay>
        var services: [String]
        var sites: [String]
        var template: String
        var mapping: [ColumnOverride]
        var expected: Int?
        /// Rows that get no message by the operator's word.
        var leftOut: Set<Int>
        var asOf: Date?
    }

    let workspace: Workspace
    let choice: Choice

    /// Reads, classifies, writes every message once, and stores the plan whole or not at all.
    ///
    /// - Returns: The campaign's id.
    func run() throws -> String {
        let settings = workspace.settings
        let now = Live.now()
        let letter = try workspace.letter(template: choice.template)
        let warnings = try lint(letter)
        let file = try ScheduleFile(choice.file)
        let imported = try read(file, at: now)
        try checkExpectation(imported.rows.classCounts)
        var generator = Live.generator
        let plan = try CampaignPlan(
            rows: try withoutLeftOut(imported.rows),
            letter: letter,
            date: now,
            timeZone: settings.timeZone,
            using: &generator
        )
        return try workspace.journal.store(
            plan,
            facts: try facts(of: file, imported, plan, warnings: warnings),
            letter: letter,
            relay: settings.relay.digest,
            asOf: choice.asOf,
            account: Live.account.text,
            at: now
        )
    }

    private func withoutLeftOut(_ rows: [ClassifiedRow]) throws -> [ClassifiedRow] {
        var missing = choice.leftOut
        let rest = rows.map { row in
            guard missing.contains(row.row), let leftOut = row.leftOut else { return row }
            missing.remove(row.row)
            return leftOut
        }
        guard let row = missing.min() else { return rest }
        throw Failure(
            .usage,
            "--leave-out \(row): that row would not get a message anyway; nothing was stored"
        )
    }

    private func read(_ file: ScheduleFile, at now: Date) throws -> ScheduleImport {
        let journal = workspace.journal
        // The importer asks in the middle of its loop and cannot be interrupted there.
        let failure = Mutex<JournalError?>(nil)
        let imported = try ScheduleImport.read(
            source: file.source,
            selection: Selection(
                days: choice.days,
                services: choice.services,
                sites: choice.sites,
                asOf: choice.asOf ?? now,
                timeZone: workspace.settings.timeZone
            ),
            mapping: choice.mapping,
            ownAddresses: workspace.settings.office.addresses
        ) { contact, start in
            do {
                return try journal.wasTold(contact, start)
            } catch {
                failure.withLock { $0 = JournalError("\(error)") }
                return false
            }
        }
        if let failure = failure.withLock(\.self) { throw failure }
        return imported
    }

    /// The linter's warnings.
    ///
    /// - Throws: `Failure` (3) with every error it finds.
    private func lint(_ letter: Letter) throws -> [String] {
        let report = LintReport(
            template: choice.template,
            findings: Linter.findings(
                in: letter,
                allowedHosts: workspace.settings.allowedHosts
            )
        )
        guard report.isOK else {
            throw Failure(
                .refused,
                "the template must not go out like this; nothing was stored:\n\(report.text)"
            )
        }
        return report.findings.map(\.description)
    }

    /// Rows in the window: everything that was readable, real, and chosen by day, service and
    /// site.
    private func checkExpectation(_ classes: [RowClass: Int]) throws {
        guard let expected = choice.expected else { return }
        let outside: [RowClass] = [.rejected, .testOrBlock, .outOfWindow, .otherService]
        let count = classes.filter { !outside.contains($0.key) }.values.reduce(0, +)
        guard abs(count - expected) * 10 > expected else { return }
        throw Failure(
            .refused,
            "--expect \(expected): the file has \(count) rows in the window, which is off by more "
                + "than 10 %; check the file, the days and the service. Nothing was stored."
        )
    }

    private func facts(
        of file: ScheduleFile,
        _ imported: ScheduleImport,
        _ plan: CampaignPlan,
        warnings: [String]
    ) throws -> CampaignFacts {
        let settings = workspace.settings
        let decided = plan.rows.filter { $0.rowClass == .needsDecision }.map(\.row)
        let known = Set(imported.problems.map(\.row))
        let more = plan.rows.filter { decided.contains($0.row) && !known.contains($0.row) }.map {
            ImportProblem(
                row: $0.row,
                line: $0.line,
                column: nil,
                rowClass: $0.rowClass,
                message: $0.reasons.joined(separator: "; ")
            )
        }
        return CampaignFacts(
            source: file.name,
            sourceDigest: try file.digest(),
            firstDay: "\(choice.days.lowerBound)",
            lastDay: "\(choice.days.upperBound)",
            services: choice.services,
            sites: choice.sites,
            timeZone: settings.timeZone.identifier,
            relay: "\(settings.relay.host):\(settings.relay.port)",
            discardedColumns: imported.discardedColumns,
            problems: (imported.problems + more).sorted { $0.row < $1.row },
            warnings: warnings,
            sharedAddresses: plan.sharedAddresses,
            forecastSeconds: PaceKeeper.forecast(
                messages: plan.messages.count,
                pace: settings.pace,
                caution: settings.caution
            ),
            sourceChangedAt: file.changedAt,
            sourceForm: "\(imported.encoding.rawValue), separated by \(imported.delimiter.spoken)",
            columns: imported.mappedColumns,
            approvers: settings.approvers
        )
    }
}

extension Delimiter {
    /// For people.
    fileprivate var spoken: String {
        switch self {
        case .semicolon: "semicolons"
        case .comma: "commas"
        case .tab: "tabs"
        case .pipe: "bars"
        }
    }
}
