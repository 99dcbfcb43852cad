import Foundation
import MailCore
import MailJournal

/// What a plan says: the funnel that adds up, the problems, the digest.
struct PlanReport {
    let campaign: CampaignRecord
    /// Those that need anybody's attention or get a message.
    let rows: [RowRecord]
    /// Every class with its count, zeros included; computed from all rows.
    let classes: [RowClass: Int]
    let messages: Int
    let zone: TimeZone

    init(_ id: String, in journal: Journal, zone: TimeZone) throws {
        campaign = try journal.campaign(id)
        rows = try journal.rowsOfInterest(of: id)
        classes = try journal.classCounts(of: id)
        messages = try journal.deliveryCounts(of: id).filter { $0.key != .withdrawn }
            .values.reduce(0, +)
        self.zone = zone
    }

    /// How many data rows the file has.
    var rowCount: Int { classes.values.reduce(0, +) }

    /// Rows that somebody should look at.
    var problemRows: [RowRecord] { rows.filter(\.rowClass.isProblem) }

    /// Of the appointments that are cancelled by e-mail, the earliest first.
    var starts: [AppointmentTime] {
        rows.filter { $0.message != nil && $0.state != .withdrawn }
            .flatMap { [$0.start, $0.second] }.compactMap(\.self).sorted()
    }

    /// How many appointments are cancelled by e-mail on each day.
    var days: [(day: LocalDay, appointments: Int)] {
        Dictionary(grouping: starts, by: \.local.day).mapValues(\.count)
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var json: JSON {
        [
            "campaign": .text(campaign.id),
            "digest": .text(campaign.digest.hex),
            "rows": .number(rowCount),
            "classes": classesJSON,
            "messages": .number(messages),
            "shared_addresses": .number(campaign.facts.sharedAddresses),
            "first_appointment": .text(starts.first?.iso8601),
            "last_appointment": .text(starts.last?.iso8601),
            "forecast_seconds": .number(campaign.facts.forecastSeconds),
            "problems": problemsJSON,
            "warnings": .list(campaign.facts.warnings.map { .text($0) }),
            "discarded_columns": .list(campaign.facts.discardedColumns.map { .text($0) }),
            "form": .text(campaign.facts.sourceForm),
            "uncounted": .text(campaign.facts.uncounted),
            "as_of": .text(campaign.asOf?.iso8601(in: zone)),
        ]
    }

    var classesJSON: JSON {
        .object(
            Dictionary(uniqueKeysWithValues: classes.map { ($0.key.rawValue, .number($0.value)) })
        )
    }

    var problemsJSON: JSON {
        .list(
            problemRows.map { row in
                [
                    "row": .number(row.row), "line": .number(row.line),
                    "column": .text(row.column),
                    "class": .text(row.rowClass.rawValue),
                    "message": .text(row.reasons.joined(separator: " ")),
                ]
            }
        )
    }

    var text: String {
        [heading, form, funnel, appointments, histogram, problems, warnings, dropped, closing]
            .compactMap(\.self).joined(separator: "\n\n")
    }

    var heading: String {
        let facts = campaign.facts
        let days =
            facts.firstDay == facts.lastDay
            ? facts.firstDay : "\(facts.firstDay) to \(facts.lastDay)"
        let choice = [facts.services, facts.sites].filter { !$0.isEmpty }
            .map { $0.joined(separator: ", ") }
        var text = "Campaign \(campaign.id): \(facts.source), \(days)"
        if !choice.isEmpty { text += ", " + choice.joined(separator: "; ") }
        if let asOf = campaign.asOf { text += "\nJudged as of \(asOf.iso8601(in: zone))" }
        return text
    }

    private var form: String {
        let facts = campaign.facts
        return "Read as "
            + [facts.sourceForm, facts.uncounted].compactMap(\.self).joined(separator: ", ")
    }

    var funnel: String {
        let lines = RowClass.allCases.compactMap { rowClass -> String? in
            guard let count = classes[rowClass], count > 0 else { return nil }
            return String(count).leftPadded(to: 8) + "  "
                + rowClass.rawValue.padding(toLength: 20, withPad: " ", startingAt: 0)
                + rowClass.destination
        }
        let terms = RowClass.allCases.compactMap { rowClass in
            classes[rowClass].flatMap { $0 > 0 ? "\($0) \(rowClass.rawValue)" : nil }
        }
        return lines.joined(separator: "\n") + "\n\(rowCount) rows = "
            + terms.joined(separator: " + ")
    }

    var appointments: String {
        guard let first = starts.first, let last = starts.last else {
            let past = classes[.past] ?? 0
            return "No message: nobody in this selection gets an e-mail."
                + (past > 0 ? " \(past) appointments are over already; see --as-of." : "")
        }
        let facts = campaign.facts
        return """
            \(messages.with("message")), one to one person each
            \(facts.sharedAddresses.with("address is", "addresses are")) shared by two or more people
            first appointment \(first.iso8601), last \(last.iso8601)
            sending takes about \(facts.forecastSeconds.spokenSeconds) through \(facts.relay)
            """
    }

    /// One line for each day, so that a wrong window is seen at a glance.
    var histogram: String? {
        let days = days
        guard let most = days.map(\.appointments).max() else { return nil }
        let lines = days.map { day, count in
            "\(String(count).leftPadded(to: 8))  \(day.short) "
                + String(repeating: "#", count: max(1, count * 40 / most))
        }
        return "Appointments cancelled by e-mail:\n" + lines.joined(separator: "\n")
    }

    /// Rows with the same trouble together: a clerk looks at kinds first, then at rows.
    var problems: String? {
        let all = problemRows
        guard !all.isEmpty else { return nil }
        let groups = Dictionary(grouping: all) {
            Kind(
                rowClass: $0.rowClass,
                column: $0.column,
                message: $0.reasons.joined(separator: " ")
            )
        }
        let lines = groups.sorted { $0.value[0].row < $1.value[0].row }.flatMap { kind, problems in
            let rows = problems.prefix(12).map { "\($0.row)" }.joined(separator: ", ")
            let rest = problems.count > 12 ? ", … (\(problems.count) in all)" : ""
            let word = problems.count == 1 ? "row" : "rows"
            return ["  \(kind.place): \(kind.message)", "      \(word) \(rows)\(rest)"]
        }
        return
            ([
                "\(all.count.with("row")) to look at, numbered as a spreadsheet does "
                    + "(einzelpost rows \(campaign.id)):"
            ] + lines).joined(separator: "\n")
    }

    private struct Kind: Hashable {
        let rowClass: RowClass
        let column: String?
        let message: String

        var place: String {
            rowClass.rawValue + (column.map { ", column “\($0.safeToShow)”" } ?? "")
        }
    }

    private var warnings: String? {
        let all = campaign.facts.warnings
        return all.isEmpty ? nil : (["Warnings:"] + all.map { "  \($0)" }).joined(separator: "\n")
    }

    var dropped: String? {
        let columns = campaign.facts.dropped
        guard !columns.isEmpty else { return nil }
        return "Columns that were not kept:\n"
            + columns.map { "  \($0.header)" + ($0.reason.map { ": \($0)" } ?? "") }
            .joined(separator: "\n")
    }

    /// What keeps the campaign from being approved, and what to type then; nil if nothing does.
    var obstacle: String? {
        let waiting = classes[.needsDecision] ?? 0
        guard waiting == 0 else {
            return waiting.with("row waits", "rows wait")
                + " for a decision first: einzelpost rows "
                + "\(campaign.id) --class needs-decision, then einzelpost decide \(campaign.id) "
                + "--row N --phone (or see decide --help)"
        }
        return messages == 0 ? "Nobody gets a message, so there is nothing to approve." : nil
    }

    private var closing: String {
        let next = obstacle.map { "\n\($0)" } ?? " Look at it:  einzelpost approve \(campaign.id)"
        return "Digest \(campaign.digest.hex)\nNothing has been sent.\(next)"
    }
}

extension LocalDay {
    /// `Tue 2021-03-16`, for lists.
    var short: String {
        "\(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday]) \(self)"
    }
}

extension RowClass {
    /// Where these rows go, for people.
    var destination: String {
        switch self {
        case .rejected: "could not be read: correct the export"
        case .testOrBlock: "test or blocker: nobody"
        case .outOfWindow: "other days: nobody"
        case .otherService: "other service or site: nobody"
        case .alreadyCancelled: "cancelled already: nobody"
        case .past: "over already: nobody"
        case .duplicate: "the same as an earlier row"
        case .alreadyNotified: "told by an earlier campaign"
        case .needsDecision: "a person must decide before approval"
        case .noEmail, .invalidEmail, .placeholder, .multiAddress, .collectiveAddress, .unsendable:
            "to be phoned"
        case .noContact: "letter or notice at the door"
        case .send: "e-mail"
        }
    }
}
