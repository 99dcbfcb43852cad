import Foundation
package import MailCore
import MailJournal

extension CampaignView {
    /// The whole view, the warnings last: nobody scrolls up.
    package var text: Printable {
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
        ].compactMap(\.self).joined(separator: "\n\n")
    }

    /// What to type to approve just this; nil where that would be refused.
    package var command: Printable? {
        report.obstacle == nil
            ? "einzelpost approve \(campaign.id) --digest \(campaign.digest.hex) --by \"NAME\""
            : nil
    }

    private var origin: Printable {
        let facts = campaign.facts
        let sender = authority.sender
        let lines: [(Printable, Printable?)] = [
            ("planned", "\(clock(campaign.plannedAt, withDay: true)) by \(campaign.planner.text)"),
            ("file", fileWords), ("not rows", facts.uncounted.map { Printable($0) }),
            ("letter", "\(template)"),
            ("templates", "\(templates.path) (\(templates.origin.words))"),
            ("from", "\(sender.from.words)"),
            (
                "replies to",
                sender.replyTo.map { "\($0.text)" } ?? "nobody: answers go to the sender"
            ),
            ("bounces to", "\(sender.envelopeFrom.text)"), ("relay", "\(facts.relay)"),
            ("hotline", "\(authority.hotlinePhone), \(authority.hotlineHours)"),
            ("approval by", facts.approvers == 1 ? "one person" : "a second person"),
        ]
        return lines.compactMap { name, value in
            value.map { "  \(name.padded(to: 13))\($0)" }
        }.joined(separator: "\n")
    }

    private var fileWords: Printable {
        let facts = campaign.facts
        let changed = facts.sourceChangedAt.map { seconds -> Printable in
            ", last changed " + clock(Date(timeIntervalSince1970: Double(seconds)), withDay: true)
        }
        let digest: Printable = "SHA-256 \(facts.sourceDigest.hex.prefix(16))…"
        return "\(facts.source)\(changed ?? ""), \(facts.sourceForm), \(digest)"
    }

    private var withdrawal: Printable? {
        let withdrawn = report.deliveries.withdrawn
        return withdrawn > 0
            ? "\(withdrawn.with("message has", "messages have")) been withdrawn and will not be sent"
            : nil
    }

    private var forecast: Printable {
        "Begun at \(clock(present)), sending is done at about \(clock(end))."
    }

    private var providers: Printable? {
        guard report.deliveries.live > 0 else { return nil }
        let lines = domains.named.map { "\(number($0.messages))  \($0.domain)" as Printable }
        let others: Printable =
            "\(number(domains.others))  others "
            + "(a domain of fewer than \(Crowd.people) people is not named)"
        return (["Mail providers:"] + lines + (domains.others > 0 ? [others] : []))
            .joined(separator: "\n")
    }

    private var columns: Printable {
        let kept = campaign.facts.columns.map { "  \($0.words)" as Printable }
        return (["Columns that are used:"] + kept + [report.discarded].compactMap(\.self))
            .joined(separator: "\n")
    }

    private var comparison: Printable {
        guard let differences else {
            return "This is the first campaign of this journal; there is none to compare it with."
        }
        let lines = differences.lines.map { "  \($0)" as Printable }
        return lines.isEmpty
            ? "Nothing but the people differs from \(differences.other)."
            : (["What differs from \(differences.other):"] + lines).joined(separator: "\n")
    }

    private var exampleText: Printable? {
        guard !examples.isEmpty else { return nil }
        let title: Printable = "Messages beside the rows they were made from"
        return
            (["\(title)\(isMasked ? " (masked; all of it with --unmasked)" : ""):"]
            + examples.map(\.besideItsRows)).joined(separator: "\n\n")
    }

    private var wholeText: Printable? {
        examples.first.map { example in
            """
            ──── the whole message for \(example.why) ────
            To: \(example.to)
            Subject: \(example.subject)

            \(Printable(lines: example.text))
            """
                + (example.otherPart.map {
                    "\n──── its HTML part says something else ────\n\(Printable(lines: $0.text))"
                } ?? "")
        }
    }

    private var warningCount: Printable { "\(warnings.count.with("warning"))" }

    private var warningText: Printable {
        ([warningCount + ":"] + warnings.map { "  ! \($0.words)" as Printable }).joined(
            separator: "\n"
        )
    }

    func clock(_ date: Date, withDay: Bool = false) -> Printable {
        withDay
            ? "\(date.day(in: report.zone)) \(date.clock(in: report.zone))"
            : "\(date.clock(in: report.zone, asOf: present))"
    }

    private func number(_ value: Int) -> Printable { Printable(value).leftPadded(to: 8) }
}

extension CampaignExample {
    /// The file above, the message below: the eye compares line by line.
    var besideItsRows: Printable {
        let originals = rows.map { row -> Printable in
            let cells = [name, address, row.start.words, row.site, row.reference]
            let line: Printable = row.line.map { " (line \($0))" } ?? ""
            return "  row \(row.row)\(line): \(cells.map { $0 ?? "–" }.joined(separator: " | "))"
        }
        let earlier = before.map { "  \($0)" as Printable }
        let other = otherPart.map { "! The HTML part differs: \($0.difference)" as Printable }
        let said: [Printable] =
            ["To: \(to)", "Subject: \(subject)"] + lines.map { Printable($0) }
            + [other].compactMap(\.self)
        return (["──── \(why) ────"] + originals + earlier + said.map { "    \($0)" as Printable })
            .joined(separator: "\n")
    }
}

extension AppointmentTime {
    /// `Tue 2021-03-16 09:10`.
    var words: String { "\(local.day.short) \(iso8601.dropFirst(11).prefix(5))" }
}
