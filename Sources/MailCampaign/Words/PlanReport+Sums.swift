import Foundation
package import MailCore
import MailJournal

extension PlanReport {
    /// What these people got before; nil for a campaign that was planned from a file.
    package var before: Sentence? {
        guard let followUp = campaign.facts.followUp else { return nil }
        let title = Sentence(
            en: "Before, by \(followUp.campaign) with “\(followUp.earlierTemplate)”:",
            de: "Bisher, durch \(followUp.campaign) mit „\(followUp.earlierTemplate)“:"
        )
        let lines = followUp.before.map { before in
            Sentence(same: "\(count: before.messages)").leftPadded(to: 8)
                + Sentence(same: "  \(before.state.name)\(span(before))")
        }
        return ([title] + lines + [rule(of: followUp)]).lines
    }

    private func rule(of followUp: FollowUp) -> Sentence {
        let chosen =
            followUp.rows.isEmpty
            ? .empty
            : Sentence(
                en: " Only the rows that were named: \(followUp.rows.count).",
                de: " Nur die genannten Zeilen: \(count: followUp.rows.count)."
            )
        let deadline =
            followUp.deadline == .appointment
            ? Sentence(
                en:
                    "The message makes sense until the appointment; those that are over are left out.",
                de:
                    "Die Nachricht ist bis zum Termin sinnvoll; wessen Termin vorbei ist, bekommt keine."
            )
            : Sentence(
                en: "The message makes sense after the appointment, too: so says its template.",
                de: "Die Nachricht ist auch nach dem Termin sinnvoll: So steht es in der Vorlage."
            )
        let again =
            followUp.isRepeated
            ? Sentence(
                en: "\nWhoever was told with this template before is told once more.",
                de: "\nWer mit dieser Vorlage schon benachrichtigt wurde, bekommt sie noch einmal."
            ) : .empty
        return deadline + chosen + again
    }

    private func span(_ before: FollowUp.Before) -> Sentence {
        guard let first = before.first, let last = before.last else { return .empty }
        let (from, to) = (clock(first), clock(last))
        return from == to
            ? Sentence(same: ", \(from)")
            : Sentence(en: ", \(from) to \(to)", de: ", \(from) bis \(to)")
    }

    private func clock(_ seconds: Int) -> Sentence {
        Date(timeIntervalSince1970: Double(seconds)).moment(in: zone)
    }

    /// One line for each day, so that a wrong window is seen at a glance.
    package var histogram: Sentence? {
        let days = days
        guard let most = days.map(\.appointments).max() else { return nil }
        let lines = days.map { day, count in
            Sentence(same: "\(count: count)").leftPadded(to: 8)
                + Sentence(
                    same:
                        "  \(day.words) \(String(repeating: "#", count: max(1, count * 40 / most)))"
                )
        }
        let title =
            campaign.facts.followUp == nil
            ? Sentence(
                en: "Appointments cancelled by e-mail:",
                de: "Termine, die per E-Mail abgesagt werden:"
            )
            : Sentence(
                en: "Appointments these messages are about:",
                de: "Termine, um die es in diesen Nachrichten geht:"
            )
        return ([title] + lines).lines
    }

    /// By day, site and service, as planned; nil where there is only one of each.
    package var parts: Sentence? {
        let all = cancelled
        guard Set(all.map { [$0.site, $0.service] }).count > 1 else { return nil }
        let most = 40
        let lines = all.prefix(most).map { part in
            Sentence(same: "\(count: part.appointments)").leftPadded(to: 8)
                + Sentence(
                    same:
                        "  \(Sentence(day: part.day))  \(part.site ?? "–")  \(part.service ?? "–")"
                )
        }
        let rest = Sentence(
            en: "          … and \(all.count - most) more lines",
            de: "          … und \(count: all.count - most) weitere"
        )
        let title = Sentence(
            en: "As planned, by day, site and service:",
            de: "Wie geplant, nach Tag, Ort und Leistung:"
        )
        return ([title] + lines + (all.count > most ? [rest] : [])).lines
    }

    /// Rows with the same trouble together: a clerk looks at kinds first, then at rows.
    package var problems: Sentence? {
        let all = problemRows
        guard !all.isEmpty else { return nil }
        let groups = Dictionary(grouping: all) {
            Kind(rowClass: $0.rowClass, column: $0.column, reasons: $0.reasons)
        }
        let lines = groups.sorted { $0.value[0].row < $1.value[0].row }.flatMap {
            [Sentence(same: "  \($0.place): \($0.words)"), rows($1)]
        }
        let title = Sentence(
            en: "\(all.count, "row", "rows") to look at, numbered as a spreadsheet does "
                + "(einzelpost rows \(campaign.id)):",
            de:
                "\(all.count, "Zeile", "Zeilen") zum Ansehen, gezählt wie in der Tabellenkalkulation "
                + "(einzelpost rows \(campaign.id)):"
        )
        return ([title] + lines).lines
    }

    private func rows(_ problems: [RowRecord]) -> Sentence {
        let rows = problems.prefix(12).map { "\($0.row)" }.joined(separator: ", ")
        let rest =
            problems.count > 12
            ? Sentence(
                en: ", … (\(problems.count) in all)",
                de: ", … (insgesamt \(count: problems.count))"
            ) : .empty
        return problems.count == 1
            ? Sentence(en: "      row \(rows)", de: "      Zeile \(rows)")
            : Sentence(en: "      rows \(rows)\(rest)", de: "      Zeilen \(rows)\(rest)")
    }

    private struct Kind: Hashable {
        let rowClass: RowClass
        let column: String?
        let reasons: [Kept<RowReason>]

        var place: Sentence {
            rowClass.name
                + (column.map {
                    Sentence(en: ", column “\($0)”", de: ", Spalte „\($0)“")
                } ?? .empty)
        }

        var words: Sentence {
            reasons.map(\.words).joined(separator: Sentence(same: " "))
        }
    }
}
