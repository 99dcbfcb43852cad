import Foundation
package import MailCore
import MailJournal

extension StatusReport {
    package var text: Sentence {
        var lines = [
            Sentence(
                en: "\(campaign.id): \(state.name), \(messages, "message", "messages")",
                de: "\(campaign.id): \(state.name), \(messages, "Nachricht", "Nachrichten")"
            )
        ]
        lines += [approvalWords, beginning, incidentWords].compactMap(\.self)
        lines += sums
        if state != .erased, let sentence = UnreadRows.sentence(unread, of: campaign.id) {
            lines.append(sentence)
        }
        if let stoppedBecause {
            let why = stoppedBecause.words
            lines.append(Sentence(en: "Stopped: \(why)", de: "Angehalten: \(why)"))
        }
        lines += next.map { Sentence(en: "Next: \($0)", de: "Als Nächstes: \($0)") }
        return lines.lines
    }

    /// Who has approved it; nil if nobody has.
    var approvalWords: Sentence? {
        guard let approval else { return nil }
        let at = approval.at.iso8601(in: zone).prefix(16).replacing("T", with: " ")
        return Sentence(
            en: "Approved by \(approval.name) (account \(approval.official.text)) on \(at).",
            de:
                "Freigegeben von \(approval.name) (Konto \(Sentence(stored: approval.official.text))) am \(approval.at.moment(in: zone))."
        )
    }

    private var beginning: Sentence? {
        begins.map { moment in
            let at = moment.prefix(16).replacing("T", with: " ")
            return Sentence(
                en:
                    "A process waits to send it at \(at); to stop that: einzelpost stop \(campaign.id)",
                de:
                    "Der Versand ist vorgemerkt für \(Sentence(moment: moment)); anhalten: einzelpost stop \(campaign.id)"
            )
        }
    }

    private var incidentWords: Sentence? {
        incident.map { incident in
            let since = String(incident.awareAt.iso8601(in: zone).prefix(16))
            return Sentence(
                en: "Frozen by an incident since \(since); see: einzelpost incident \(campaign.id)",
                de:
                    "Wegen einer Datenpanne angehalten seit \(incident.awareAt.moment(in: zone)); siehe: einzelpost "
                    + "incident \(campaign.id)"
            )
        }
    }

    /// How many messages are in each state, a line for each.
    var sums: [Sentence] {
        DeliveryState.allCases.filter { deliveries[$0] > 0 }.map { kind in
            Sentence(same: "\(count: deliveries[kind])").leftPadded(to: 8)
                + Sentence(same: "  \(kind.explanation)")
        }
    }

    private var next: [Sentence] {
        guard state != .erased else { return [] }
        let asOf = campaign.asOf.map { " --as-of \($0.iso8601(in: zone).prefix(16))" } ?? ""
        var steps: [Sentence] = []
        switch state {
        case _ where incident != nil: break
        case _ where hindrance != nil: steps += [hindranceWords].compactMap(\.self)
        case .planned:
            steps.append(Sentence(same: "einzelpost show \(campaign.id)"))
        case .approved: steps.append(Sentence(same: "einzelpost send \(campaign.id)\(asOf)"))
        case .paused where deliveries.open > 0:
            steps.append(Sentence(same: "einzelpost resume \(campaign.id)\(asOf)"))
        case .paused, .sending, .finished, .erased: break
        }
        return steps + [doubt, lists].compactMap(\.self)
    }

    private var hindranceWords: Sentence? {
        switch hindrance {
        case .keyMissing:
            Sentence(
                en: "its key is missing, so nothing of it can be sent; see: einzelpost check",
                de:
                    "ihr Schlüssel fehlt, deshalb kann daraus nichts gesendet werden; siehe: einzelpost check"
            )
        case .keyLost:
            Sentence(
                en:
                    "its key is lost, so nobody of it can be told any more; einzelpost erase \(campaign.id) ends it",
                de:
                    "ihr Schlüssel ist verloren, niemand daraus ist noch zu benachrichtigen; beenden lässt sie sich mit: "
                    + "einzelpost erase \(campaign.id)"
            )
        case .place:
            Sentence(
                en:
                    "nothing can be sent before somebody has said where this journal comes from; see: einzelpost check",
                de:
                    "vor dem Senden muss jemand sagen, woher dieses Journal stammt; siehe: einzelpost check"
            )
        case nil: nil
        }
    }

    private var doubt: Sentence? {
        guard deliveries[.unknown] > 0 else { return nil }
        return Sentence(
            en:
                "einzelpost rows \(campaign.id) --delivery unknown, then resolve --from-log FILE, or resolve --help",
            de:
                "einzelpost rows \(campaign.id) --delivery unknown zeigt, was ungewiss ist; dann hilft "
                + "resolve --from-log DATEI, oder resolve --help"
        )
    }

    private var lists: Sentence? {
        guard unreached > 0, state != .planned else { return nil }
        return Sentence(
            en:
                "no e-mail tells of \(unreached, "appointment", "appointments"), so reach these people another way: "
                + "einzelpost lists \(campaign.id) --output FILE",
            de:
                "\(unreached, "Termin erreicht", "Termine erreichen") niemanden per E-Mail; verständigen Sie diese Personen "
                + "auf anderem Weg: einzelpost lists \(campaign.id) --output DATEI"
        )
    }
}

extension DeliveryState {
    /// For people; “accepted” is never called delivered.
    package var explanation: Sentence {
        switch self {
        case .planned: Sentence(en: "planned: not begun", de: "offen: noch nicht begonnen")
        case .sending: Sentence(en: "sending: in flight", de: "unterwegs: wird gerade übergeben")
        case .deferred:
            Sentence(
                en: "deferred: to be tried again",
                de: "zurückgestellt: wird noch einmal versucht"
            )
        case .unknown:
            Sentence(
                en: "unknown: the relay may have it; a person must rule",
                de: "ungewiss: Der Mailserver hat sie vielleicht; das muss jemand feststellen"
            )
        case .accepted: Sentence(en: "accepted by the relay", de: "vom Mailserver angenommen")
        case .refused:
            Sentence(
                en: "refused: must be reached another way",
                de: "abgelehnt: auf anderem Weg zu erreichen"
            )
        case .expired:
            Sentence(
                en: "expired: no time was left; must be reached another way",
                de: "verstrichen: Die Zeit reichte nicht; auf anderem Weg zu erreichen"
            )
        case .withdrawn: Sentence(en: "withdrawn", de: "zurückgezogen")
        }
    }
}
