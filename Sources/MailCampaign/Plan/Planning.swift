package import Foundation
package import MailCore
import MailImport
import MailJournal

/// From a file to a frozen campaign.
package struct Planning {
    /// What the operator chose.
    package struct Choice {
        /// The template where nobody names one.
        package static let usualTemplate = "termin-absage"

        package var file: String
        package var days: ClosedRange<LocalDay>
        package var services: [String]
        package var sites: [String]
        package var template: String
        package var reading: ReadingChoice
        /// How many rows somebody expects in the window.
        package var expected: Int?
        /// Rows that look like tests and are real people's.
        package var realRows: Set<Int>
        /// Rows that get no message because of `--leave-out`.
        package var leftOut: Set<Int>
        package var asOf: Date?

        package init(
            file: String,
            days: ClosedRange<LocalDay>,
            services: [String],
            sites: [String],
            template: String,
            reading: ReadingChoice,
            expected: Int?,
            realRows: Set<Int>,
            leftOut: Set<Int>,
            asOf: Date?
        ) {
            self.file = file
            self.days = days
            self.services = services
            self.sites = sites
            self.template = template
            self.reading = reading
            self.expected = expected
            self.realRows = realRows
            self.leftOut = leftOut
            self.asOf = asOf
        }
    }

    private let workspace: Workspace
    private let choice: Choice

    package init(workspace: Workspace, choice: Choice) {
        self.workspace = workspace
        self.choice = choice
    }

    /// Reads, classifies, writes every message once, and stores the plan whole or not at all.
    ///
    /// - Returns: What was planned.
    /// - Throws: `Refusal`, `WrongRequest` and whatever is wrong with file or template; then nothing
    ///   is stored.
    package func run() throws -> PlanReport {
        let settings = workspace.settings
        let now = workspace.surroundings.now()
        let plannable = try PlannableLetter(choice.template, in: workspace)
        let letter = plannable.letter
        guard letter.template.says == .cancelled else {
            throw WrongRequest.templateForFollowUps(choice.template)
        }
        let file = try ScheduleFile(choice.file)
        try workspace.journal.bindPlace()
        let id = try workspace.journal.plan(
            relay: settings.relay.digest,
            asOf: choice.asOf,
            by: workspace.surroundings.account.official,
            at: now,
            timeZone: settings.timeZone,
            randomness: workspace.surroundings.randomness
        ) { draft in
            let imported = try read(file, into: draft, at: now)
            try checkRealRows(imported)
            try checkExpectation(imported, draft)
            var generator = workspace.surroundings.randomness
            let plan = try CampaignPlan(
                rows: try withoutLeftOut(imported.rows),
                letter: letter,
                date: now,
                timeZone: settings.timeZone,
                using: &generator
            )
            let age = FileAge.warnings(
                changedAt: file.changedAt,
                readAt: now,
                stated: imported.statedAt,
                asOf: choice.asOf ?? now,
                zone: settings.timeZone
            )
            let told = plannable.warnings + (plan.warnings + age).map(Kept.fact)
            let facts = try facts(of: file, imported, plan, warnings: told)
            return Journal.PlannedCampaign(
                plan: plan,
                facts: facts,
                letter: letter,
                parts: CancelledPart.all(of: plan.rows, shown: ChoiceText.shown)
            )
        }
        return try PlanReport(id, in: workspace.journal, zone: settings.timeZone)
    }

    private func withoutLeftOut(_ rows: [ClassifiedRow]) throws -> [ClassifiedRow] {
        var (rest, missing) = (rows, choice.leftOut)
        for place in rest.indices where missing.contains(rest[place].row) {
            guard let leftOut = rest[place].leftOut else { continue }
            missing.remove(leftOut.row)
            rest[place] = leftOut
        }
        guard let row = missing.min() else { return rest }
        throw WrongRequest.nothingToLeaveOut(row: row)
    }

    /// Rows that need nothing but their class go straight into the draft.
    private func read(
        _ file: ScheduleFile,
        into draft: CampaignDraft,
        at now: Date
    ) throws -> ScheduleImport {
        var reading = try readingOptions()
        reading.dayInName = DayInFileName.day(in: file.name)
        return try ScheduleImport.read(
            source: file.source,
            selection: Selection(
                days: choice.days,
                services: choice.services,
                sites: choice.sites,
                asOf: choice.asOf ?? now,
                timeZone: workspace.settings.timeZone
            ),
            options: reading,
            ownAddresses: workspace.settings.authority.addresses,
            notice: draft.notice,
            dropped: draft.add
        )
    }

    private func readingOptions() throws -> ReadingOptions {
        var options = try choice.reading.options()
        options.realRows = choice.realRows
        return options
    }

    /// A wrong number must not pass as an answer about another row.
    private func checkRealRows(_ imported: ScheduleImport) throws {
        let others = choice.realRows.subtracting(imported.takenForReal)
        guard let row = others.min() else { return }
        throw WrongRequest.notLikeATest(row: row)
    }

    private func checkExpectation(_ imported: ScheduleImport, _ draft: CampaignDraft) throws {
        guard let expected = choice.expected else { return }
        let classes = try draft.classCounts().merging(imported.rows.classCounts) { $0 + $1 }
        let found = RowExpectation.rowsInWindow(classes)
        guard RowExpectation.isMet(expected, by: found) else {
            throw Refusal.unexpectedRows(expected: expected, found: found)
        }
    }

    private func facts(
        of file: ScheduleFile,
        _ imported: ScheduleImport,
        _ plan: CampaignPlan,
        warnings: [Kept<PlanWarning>]
    ) throws -> CampaignFacts {
        let settings = workspace.settings
        return CampaignFacts(
            of: try source(file, imported),
            CampaignFacts.Choice(
                firstDay: "\(choice.days.lowerBound)",
                lastDay: "\(choice.days.upperBound)",
                services: choice.services,
                sites: choice.sites,
                timeZone: settings.timeZone.identifier
            ),
            relay: "\(settings.relay.host):\(settings.relay.port)",
            warnings: warnings
                + (imported.warnings + ChoiceWarning.all(of: plan.rows, choice)).map(Kept.fact),
            sharedAddresses: plan.sharedAddresses,
            questions: plan.questions,
            forecastSeconds: PaceKeeper.forecast(
                messages: plan.messages.count,
                pace: settings.pace,
                caution: settings.caution
            ),
            followUp: nil,
            approvers: settings.approvers
        )
    }

    private func source(
        _ file: ScheduleFile,
        _ imported: ScheduleImport
    ) throws -> CampaignFacts.Source {
        CampaignFacts.Source(
            name: file.name,
            digest: try file.digest(),
            changedAt: file.changedAt,
            form: imported.words(try readingOptions()),
            uncounted: imported.uncounted,
            columns: imported.mappedColumns.map {
                CampaignFacts.Column(field: $0.field.rawValue, header: $0.header)
            },
            dropped: imported.discardedColumns.map {
                CampaignFacts.DroppedColumn(header: $0.header, reason: $0.reason?.kept)
            }
        )
    }
}
