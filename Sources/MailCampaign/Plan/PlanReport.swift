package import Foundation
package import MailCore
package import MailJournal

/// What a plan says: the funnel that adds up, the problems, the digest.
package struct PlanReport {
    package let campaign: CampaignRecord
    /// Those that need anybody's attention or get a message.
    package let rows: [RowRecord]
    /// Every class with its count, zeros included; computed from all rows.
    package let classes: [RowClass: Int]
    package let deliveries: DeliveryCounts
    /// Rows that could not be read, of which a person has said what they are.
    package let answered: Set<Int>
    package let zone: TimeZone
    /// Of campaigns whose people are not recognised any more.
    package let forgotten: [CampaignWarning]
    /// What is cancelled by e-mail, by day, site and service, as planned.
    package let cancelled: [CancelledPart]

    init(_ id: String, in journal: Journal, zone: TimeZone) throws {
        campaign = try journal.campaign(id)
        rows = try journal.rowsOfInterest(of: id)
        classes = try journal.classCounts(of: id)
        deliveries = try journal.deliveryCounts(of: id)
        answered = try journal.answeredRows(of: id)
        cancelled = try journal.parts(of: campaign)
        self.zone = zone
        forgotten = try ForgottenCampaigns.warnings(for: campaign, in: journal)
    }

    /// All of the plan, withdrawn ones included.
    package var messages: Int { deliveries.total }

    /// Rows that could not be read and are still nobody's: each may be a person.
    package var unread: Int { (classes[.rejected] ?? 0) - answered.count }

    /// Whether any row still waits for a person's word.
    package var holdsOpenRows: Bool { unread > 0 || (classes[.needsDecision] ?? 0) > 0 }

    /// How many data rows the file has.
    package var rowCount: Int { classes.values.reduce(0, +) }

    /// Rows that somebody should look at.
    package var problemRows: [RowRecord] { rows.filter(\.rowClass.isProblem) }

    /// Of the appointments that are cancelled by e-mail, the earliest first.
    package var starts: [AppointmentTime] {
        rows.filter { $0.message != nil && $0.state?.isLive != false }
            .flatMap { [$0.start, $0.second] }.compactMap(\.self).sorted()
    }

    /// How many appointments are cancelled by e-mail on each day.
    package var days: [(day: LocalDay, appointments: Int)] {
        Dictionary(grouping: starts, by: \.local.day).mapValues(\.count)
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Every decided row with the last answer.
    package var decisions: [(row: RowRecord, answer: RowAnswer)] {
        rows.compactMap { row in row.answer.map { (row, $0) } }
    }
}
