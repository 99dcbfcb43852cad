import Foundation
package import MailCore
import MailJournal

extension PlanReport {
    package var text: Printable {
        [
            heading, form, before, funnel, unreadRows, appointments, histogram, parts, problems,
            warnings,
            discarded,
            closing,
        ]
        .compactMap(\.self).joined(separator: "\n\n")
    }

    package var heading: Printable {
        let facts = campaign.facts
        let days =
            facts.firstDay == facts.lastDay
            ? facts.firstDay : "\(facts.firstDay) to \(facts.lastDay)"
        let choice = [facts.services, facts.sites].filter { !$0.isEmpty }
            .map { $0.joined(separator: ", ") }
        var text: Printable =
            "Campaign \(campaign.id): "
            + (facts.followUp.map { "follow-up to \($0.campaign), " } ?? "")
            + "\(facts.source), \(days)"
        if !choice.isEmpty { text += ", \(choice.joined(separator: "; "))" }
        if let asOf = campaign.asOf { text += "\nJudged as of \(asOf.iso8601(in: zone))" }
        return text
    }

    /// What these people got before; nil for a campaign that was planned from a file.
    package var before: Printable? {
        guard let followUp = campaign.facts.followUp else { return nil }
        let lines = followUp.before.map { before -> Printable in
            "\(Printable(before.messages).leftPadded(to: 8))  \(before.state.rawValue)\(span(before))"
        }
        let chosen: Printable =
            followUp.rows.isEmpty ? "" : " Only the rows that were named: \(followUp.rows.count)."
        let deadline: Printable =
            followUp.deadline == .appointment
            ? "The message makes sense until the appointment; those that are over are left out."
            : "The message makes sense after the appointment, too: so says its template."
        let again: Printable =
            followUp.isRepeated
            ? "\nWhoever was told with this template before is told once more." : ""
        return
            (["Before, by \(followUp.campaign) with “\(followUp.earlierTemplate)”:"] + lines)
            .joined(separator: "\n") + "\n\(deadline)\(chosen)\(again)"
    }

    private func span(_ before: FollowUp.Before) -> Printable {
        guard let first = before.first, let last = before.last else { return "" }
        let (from, to) = (clock(first), clock(last))
        return from == to ? ", \(from)" : ", \(from) to \(to)"
    }

    private func clock(_ seconds: Int) -> String {
        let date = Date(timeIntervalSince1970: Double(seconds))
        return "\(date.day(in: zone)) \(date.clock(in: zone))"
    }

    private var form: Printable? {
        let facts = campaign.facts
        guard facts.followUp == nil else { return nil }
        let words = [facts.sourceForm, facts.uncounted].compactMap(\.self).joined(separator: ", ")
        return "Read as \(words)"
    }

    package var funnel: Printable {
        let lines = RowClass.allCases.compactMap { rowClass -> Printable? in
            guard let count = classes[rowClass], count > 0 else { return nil }
            return Printable(count).leftPadded(to: 8) + "  "
                + Printable(rowClass.rawValue).padded(to: 20) + rowClass.destination
        }
        let terms = RowClass.allCases.compactMap { rowClass -> Printable? in
            classes[rowClass].flatMap { $0 > 0 ? "\($0) \(rowClass.rawValue)" : nil }
        }
        return lines.joined(separator: "\n") + "\n\(rowCount) rows = "
            + terms.joined(separator: " + ")
    }

    /// Nil if every row that could not be read has an answer.
    package var unreadRows: Printable? { UnreadRows.sentence(unread, of: campaign.id) }

    private var appointments: Printable { appointments(sharing: campaign.facts.sharedAddresses) }

    /// - Parameter sharedAddresses: How many addresses two or more messages go to.
    /// - Returns: How many messages there are, to whom, about when, and how long it takes.
    package func appointments(sharing sharedAddresses: Int) -> Printable {
        guard let first = starts.first, let last = starts.last else {
            let past = classes[.past] ?? 0
            return "No message: nobody in this selection gets an e-mail."
                + (past > 0 ? " \(past) appointments are over already; see --as-of." : "")
        }
        let facts = campaign.facts
        return """
            \(deliveries.live.with("message")), one to one person each
            \(sharedAddresses.with("address is", "addresses are")) shared by two or more people
            first appointment \(first.iso8601), last \(last.iso8601)
            sending takes about \(facts.forecastSeconds.spokenSeconds) through \(facts.relay)
            """
    }

    /// One line for each day, so that a wrong window is seen at a glance.
    package var histogram: Printable? {
        let days = days
        guard let most = days.map(\.appointments).max() else { return nil }
        let lines = days.map { day, count -> Printable in
            "\(Printable(count).leftPadded(to: 8))  \(day.short) "
                + "\(String(repeating: "#", count: max(1, count * 40 / most)))"
        }
        let title: Printable =
            campaign.facts.followUp == nil
            ? "Appointments cancelled by e-mail:" : "Appointments these messages are about:"
        return title + "\n" + lines.joined(separator: "\n")
    }

    /// By day, site and service, as planned; nil where there is only one of each.
    package var parts: Printable? {
        let all = cancelled
        guard Set(all.map { [$0.site, $0.service] }).count > 1 else { return nil }
        let most = 40
        let lines = all.prefix(most).map { part -> Printable in
            let words = [part.day, part.site ?? "–", part.service ?? "–"].joined(separator: "  ")
            return Printable(part.appointments).leftPadded(to: 8) + "  \(words)"
        }
        let rest: [Printable] =
            all.count > most ? ["          … and \(all.count - most) more lines"] : []
        return (["As planned, by day, site and service:"] + lines + rest).joined(separator: "\n")
    }

    /// Rows with the same trouble together: a clerk looks at kinds first, then at rows.
    package var problems: Printable? {
        let all = problemRows
        guard !all.isEmpty else { return nil }
        let groups = Dictionary(grouping: all) {
            Kind(
                rowClass: $0.rowClass,
                column: $0.column,
                message: $0.reasons.joined(separator: " ")
            )
        }
        let lines = groups.sorted { $0.value[0].row < $1.value[0].row }.flatMap {
            kind,
            problems -> [Printable] in
            let rows = problems.prefix(12).map { "\($0.row)" }.joined(separator: ", ")
            let rest: Printable = problems.count > 12 ? ", … (\(problems.count) in all)" : ""
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

        var place: Printable {
            Printable(rowClass.rawValue) + (column.map { ", column “\($0)”" } ?? "")
        }
    }

    private var warnings: Printable? {
        let all = campaign.facts.warnings
        return all.isEmpty
            ? nil : (["Warnings:"] + all.map { "  \($0)" as Printable }).joined(separator: "\n")
    }

    package var discarded: Printable? {
        let columns = campaign.facts.dropped
        guard !columns.isEmpty else { return nil }
        return "Columns that were not kept:\n"
            + columns.map { "  \($0.header)" as Printable + ($0.reason.map { ": \($0)" } ?? "") }
            .joined(separator: "\n")
    }

    /// What keeps the campaign from being approved, and what to type then; nil if nothing does.
    package var obstacle: Printable? {
        let waiting = classes[.needsDecision] ?? 0
        guard waiting == 0 else {
            return "\(waiting.with("row waits", "rows wait"))"
                + " for a decision first: einzelpost rows "
                + "\(campaign.id) --class needs-decision, then einzelpost decide \(campaign.id) "
                + (openValue.map { "--value \($0) --fine" } ?? "--row N --phone")
                + " (or see decide --help)"
        }
        return deliveries.live == 0 ? "Nobody gets a message, so there is nothing to approve." : nil
    }

    /// The first value that nobody has answered.
    private var openValue: Int? { values.first { $0.answer == nil }?.number }

    private var closing: Printable {
        let next: Printable =
            obstacle.map { "\n\($0)" } ?? " Look at it:  einzelpost show \(campaign.id)"
        return "Digest \(campaign.digest.hex)\nNothing has been sent.\(next)"
    }
}

extension RowClass {
    /// Where these rows go, for people.
    package var destination: Printable {
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
