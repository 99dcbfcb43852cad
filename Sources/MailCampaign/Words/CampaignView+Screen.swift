import Foundation
package import MailCore
import MailJournal

extension CampaignView {
    /// The one screen in front of the last question: what a wrong file or a forgotten choice shows itself by.
    package var screen: Printable {
        let lines: [Printable?] =
            [report.heading, numbers, span] + days + places + services
            + [otherWays, report.decidedWords.map { "decided by a person: \($0)" }]
            + [unread]
            + ["through \(report.campaign.facts.relay), done at about \(clock(end))"]
            + warnings.map { "! \($0.words)" }
        return lines.compactMap(\.self).joined(separator: "\n  ")
    }

    private var numbers: Printable {
        let withdrawn = report.deliveries.withdrawn
        return "\(report.deliveries.live.with("message")), one to one person each"
            + (withdrawn > 0 ? ", \(withdrawn) withdrawn" : "")
    }

    private var span: Printable? {
        let starts = report.starts
        return starts.first.map { first in
            "first appointment \(first.words), last \(starts.last?.words ?? "")"
        }
    }

    private var days: [Printable] {
        let days = report.days
        guard days.count > 1 else { return [] }
        return Self.most(days) { day, count in "\(count.with("appointment")) on \(day.short)" }
    }

    private var places: [Printable] {
        counts(\.site, "place", report.campaign.facts.sites)
    }

    private var services: [Printable] {
        counts(\.service, "service", report.campaign.facts.services)
    }

    /// How many appointments of each; that there are several and nobody has chosen is a warning of the plan.
    private func counts(
        _ part: (CancelledPart) -> String?,
        _ word: Printable,
        _ chosen: [String]
    ) -> [Printable] {
        let sums = Dictionary(grouping: report.cancelled, by: part)
            .mapValues { $0.reduce(0) { $0 + $1.appointments } }
            .sorted { ($1.value, $0.key ?? "") < ($0.value, $1.key ?? "") }
        guard sums.count > 1 || !chosen.isEmpty else { return [] }
        return Self.most(sums) { name, count in
            "\(count.with("appointment")) at \(word) \(name.map { "“\($0)”" } ?? "others, which only few have")"
        }
    }

    private static func most<Item>(_ items: [Item], _ line: (Item) -> Printable) -> [Printable] {
        let most = 8
        let rest = items.count - most
        return items.prefix(most).map(line) + (rest > 0 ? ["… and \(rest) more"] : [])
    }

    /// Who gets no e-mail and must be reached another way.
    private var otherWays: Printable? {
        let ways: [(Printable, [RowClass])] = [
            (
                "to be phoned",
                RowClass.allCases.filter { $0.destination == RowClass.noEmail.destination }
            ),
            ("by letter or a notice at the door", [.noContact]),
        ]
        let terms = ways.compactMap { words, classes -> Printable? in
            let count = classes.reduce(0) { $0 + (report.classes[$1] ?? 0) }
            return count > 0 ? "\(count) \(words)" : nil
        }
        return terms.isEmpty ? nil : "without an e-mail: \(terms.joined(separator: ", "))"
    }

    private var unread: Printable? {
        report.unread > 0
            ? "! \(report.unread.with("row")) could not be read, and each may be a person" : nil
    }
}
