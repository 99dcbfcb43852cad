import Foundation
package import MailCore
import MailJournal

extension CampaignView {
    /// The whole view, the warnings last: nobody scrolls up.
    package var text: Sentence {
        [
            report.heading, report.before, origin, report.funnel, report.unreadRows,
            report.appointments(sharing: sharedAddresses),
            withdrawal,
            report.decided(
                addresses: decidedAddresses,
                sharedWith: sharedWith,
                fineCells: fineCells
            ),
            report.histogram, report.parts, forecast, providers, columns, report.problems,
            comparison,
            exampleText, wholeText, warningText,
        ].compactMap(\.self).joined(separator: Sentence(same: "\n\n"))
    }

    /// What to type to approve just this; nil where that would be refused.
    package var command: Printable? {
        report.obstacle == nil
            ? "einzelpost approve \(campaign.id) --digest \(campaign.digest.hex) --by \"NAME\""
            : nil
    }

    private var withdrawal: Sentence? {
        let withdrawn = report.deliveries.withdrawn
        guard withdrawn > 0 else { return nil }
        return Sentence(
            en: "\(withdrawn, "message has", "messages have") been withdrawn and will not be sent",
            de:
                "\(withdrawn, "Nachricht ist", "Nachrichten sind") zurückgezogen und \(withdrawn == 1 ? "wird" : "werden") nicht gesendet"
        )
    }

    private var forecast: Sentence {
        Sentence(
            en: "Begun at \(clock(present)), sending is done at about \(clock(end)).",
            de: "Beginnt der Versand um \(clock(present)), ist er gegen \(clock(end)) fertig."
        )
    }

    private var providers: Sentence? {
        guard report.deliveries.live > 0 else { return nil }
        let lines = domains.named.map { number($0.messages) + Sentence(same: "  \($0.domain)") }
        let others =
            number(domains.others)
            + Sentence(
                en: "  others (a domain of fewer than \(Crowd.people) people is not named)",
                de:
                    "  andere (wo weniger als \(Crowd.people) Personen sind, wird der Anbieter nicht genannt)"
            )
        let title = Sentence(en: "Mail providers:", de: "E-Mail-Anbieter:")
        return ([title] + lines + (domains.others > 0 ? [others] : [])).lines
    }

    private var columns: Sentence {
        let title = Sentence(en: "Columns that are used:", de: "Spalten, die verwendet werden:")
        let kept = campaign.facts.columns.map { Sentence(same: "  \($0.words)") }
        return ([title] + kept + [report.discarded].compactMap(\.self)).lines
    }

    private var comparison: Sentence {
        guard let differences else {
            return Sentence(
                en: "This is the first campaign of this journal; there is none to compare it with.",
                de: "Das ist die erste Aktion in diesem Journal; es gibt keine zum Vergleichen."
            )
        }
        let lines = differences.lines.map { Sentence(same: "  \($0)") }
        guard !lines.isEmpty else {
            return Sentence(
                en: "Nothing but the people differs from \(differences.other).",
                de: "Gegenüber \(differences.other) sind nur die Personen anders."
            )
        }
        return
            ([
                Sentence(
                    en: "What differs from \(differences.other):",
                    de: "Was gegenüber \(differences.other) anders ist:"
                )
            ] + lines).lines
    }

    private var exampleText: Sentence? {
        guard !examples.isEmpty else { return nil }
        let masked =
            isMasked
            ? Sentence(
                en: " (masked; all of it with --unmasked)",
                de: " (verdeckt; alles zeigt --unmasked)"
            ) : .empty
        let title = Sentence(
            en: "Messages beside the rows they were made from\(masked):",
            de: "Nachrichten neben den Zeilen, aus denen sie entstanden sind\(masked):"
        )
        return ([title] + examples.map(\.besideItsRows)).joined(separator: Sentence(same: "\n\n"))
    }

    private var wholeText: Sentence? { examples.first?.whole }

    private var warningCount: Sentence {
        Sentence(
            en: "\(warnings.count, "warning", "warnings")",
            de: "\(warnings.count, "Hinweis", "Hinweise")"
        )
    }

    private var warningText: Sentence {
        ([Sentence(same: "\(warningCount):")] + warnings.map { Sentence(same: "  ! \($0)") }).lines
    }

    func clock(_ date: Date) -> Sentence { date.moment(in: report.zone, asOf: present) }

    private func number(_ value: Int) -> Sentence {
        Sentence(same: "\(count: value)").leftPadded(to: 8)
    }
}
