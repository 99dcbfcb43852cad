import Foundation
package import MailCore
import MailJournal

extension CampaignView {
    /// The one screen in front of the last question: what a wrong file or a forgotten choice shows itself by.
    package var screen: Sentence {
        let decided = report.decidedWords.map {
            Sentence(en: "decided by a person: \($0)", de: "von jemandem entschieden: \($0)")
        }
        let way = Sentence(
            en: "through \(report.campaign.facts.relay), done at about \(clock(end))",
            de: "über \(report.campaign.facts.relay), fertig gegen \(clock(end))"
        )
        let lines: [Sentence?] =
            [report.heading, numbers, span] + days + places + services
            + [otherWays, decided, unread, way] + warnings.map { Sentence(same: "! \($0)") }
        return lines.compactMap(\.self).joined(separator: Sentence(same: "\n  "))
    }

    /// The same where nobody is asked one thing after the other.
    package var inShort: Sentence {
        Sentence(en: "\nIn short:\n\(screen)", de: "\nKurz gefasst:\n\(screen)")
    }

    private var numbers: Sentence {
        let (live, withdrawn) = (report.deliveries.live, report.deliveries.withdrawn)
        let rest =
            withdrawn > 0
            ? Sentence(en: ", \(withdrawn) withdrawn", de: ", \(count: withdrawn) zurückgezogen")
            : .empty
        return Sentence(
            en: "\(live, "message", "messages"), one to one person each\(rest)",
            de: "\(live, "Nachricht", "Nachrichten"), jede an genau eine Person\(rest)"
        )
    }

    private var span: Sentence? {
        let starts = report.starts
        guard let first = starts.first, let last = starts.last else { return nil }
        return Sentence(
            en: "first appointment \(first.words), last \(last.words)",
            de: "erster Termin \(first.words), letzter \(last.words)"
        )
    }

    private var days: [Sentence] {
        let days = report.days
        guard days.count > 1 else { return [] }
        return Self.most(days) { day, count in
            Sentence(
                en: "\(count, "appointment", "appointments") on \(day.words)",
                de: "\(count, "Termin", "Termine") am \(day.words)"
            )
        }
    }

    private var places: [Sentence] {
        counts(\.site, report.campaign.facts.sites) { name, count in
            Sentence(
                en: "\(count, "appointment", "appointments") at place \(Self.named(name))",
                de: "\(count, "Termin", "Termine"), Ort \(Self.named(name))"
            )
        }
    }

    private var services: [Sentence] {
        counts(\.service, report.campaign.facts.services) { name, count in
            Sentence(
                en: "\(count, "appointment", "appointments") at service \(Self.named(name))",
                de: "\(count, "Termin", "Termine"), Leistung \(Self.named(name))"
            )
        }
    }

    private static func named(_ name: String?) -> Sentence {
        name.map { Sentence(en: "“\($0)”", de: "„\($0)“") }
            ?? Sentence(
                en: "others, which only few have",
                de: "andere, die nur wenige haben"
            )
    }

    /// How many appointments of each; that there are several and nobody has chosen is a warning of the plan.
    private func counts(
        _ part: (CancelledPart) -> String?,
        _ chosen: [String],
        _ line: (String?, Int) -> Sentence
    ) -> [Sentence] {
        let sums = Dictionary(grouping: report.cancelled, by: part)
            .mapValues { $0.reduce(0) { $0 + $1.appointments } }
            .sorted { ($1.value, $0.key ?? "") < ($0.value, $1.key ?? "") }
        guard sums.count > 1 || !chosen.isEmpty else { return [] }
        return Self.most(sums) { line($0.key, $0.value) }
    }

    private static func most<Item>(_ items: [Item], _ line: (Item) -> Sentence) -> [Sentence] {
        let most = 8
        let rest = items.count - most
        let more = Sentence(en: "… and \(rest) more", de: "… und \(count: rest) weitere")
        return items.prefix(most).map(line) + (rest > 0 ? [more] : [])
    }

    /// Who gets no e-mail and must be reached another way.
    private var otherWays: Sentence? {
        let ways: [(Sentence, [RowClass])] = [
            (
                Sentence(en: "to be phoned", de: "anzurufen"),
                RowClass.allCases.filter { $0.destination == RowClass.noEmail.destination }
            ),
            (
                Sentence(
                    en: "by letter or a notice at the door",
                    de: "per Brief oder Aushang am Eingang"
                ),
                [.noContact]
            ),
        ]
        let terms = ways.compactMap { words, classes -> Sentence? in
            let count = classes.reduce(0) { $0 + (report.classes[$1] ?? 0) }
            return count > 0 ? Sentence(same: "\(count: count) \(words)") : nil
        }
        guard !terms.isEmpty else { return nil }
        return Sentence(
            en: "without an e-mail: \(terms.commas)",
            de: "ohne E-Mail: \(terms.commas)"
        )
    }

    private var unread: Sentence? {
        guard report.unread > 0 else { return nil }
        return Sentence(
            en: "! \(report.unread, "row", "rows") could not be read, and each may be a person",
            de:
                "! \(report.unread, "Zeile war", "Zeilen waren") nicht lesbar, und jede kann eine Person sein"
        )
    }
}
