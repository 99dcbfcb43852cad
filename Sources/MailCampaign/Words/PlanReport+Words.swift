import Foundation
package import MailCore
import MailImport
import MailJournal

extension PlanReport {
    package var text: Sentence {
        [
            heading, form, before, funnel, unreadRows, appointments, histogram, parts, problems,
            warnings,
            discarded,
            closing,
        ]
        .compactMap(\.self).joined(separator: Sentence(same: "\n\n"))
    }

    package var heading: Sentence {
        let facts = campaign.facts
        let (first, last) = (Sentence(day: facts.firstDay), Sentence(day: facts.lastDay))
        let days =
            first == last ? first : Sentence(en: "\(first) to \(last)", de: "\(first) bis \(last)")
        let choice = [facts.services, facts.sites].filter { !$0.isEmpty }
            .map { $0.joined(separator: ", ") }.joined(separator: "; ")
        let follows =
            facts.followUp.map {
                Sentence(en: "follow-up to \($0.campaign), ", de: "Folgeaktion zu \($0.campaign), ")
            } ?? .empty
        var text = Sentence(
            en: "Campaign \(campaign.id): \(follows)\(facts.source), \(days)",
            de: "Aktion \(campaign.id): \(follows)\(facts.source), \(days)"
        )
        if !choice.isEmpty { text += Sentence(same: ", \(choice)") }
        if let asOf = campaign.asOf {
            let moment = asOf.exactMoment(in: zone)
            text += Sentence(
                en: "\nJudged as of \(moment)",
                de: "\nBeurteilt nach dem Stand vom \(moment)"
            )
        }
        return text
    }

    private var form: Sentence? {
        let facts = campaign.facts
        guard facts.followUp == nil else { return nil }
        let words = [
            Sentence(storedList: facts.sourceForm), facts.uncounted.map { Sentence(stored: $0) },
        ].compactMap(\.self).commas
        return Sentence(en: "Read as \(words)", de: "Gelesen als \(words)")
    }

    package var funnel: Sentence {
        let width = (en: 20, de: 44)
        let present = RowClass.allCases.compactMap { rowClass in
            classes[rowClass].flatMap { $0 > 0 ? (rowClass, $0) : nil }
        }
        let lines = present.map { rowClass, count in
            Sentence(same: "\(count: count)").leftPadded(to: 8)
                + Sentence(same: "  ")
                + rowClass.nameWithCode.padded(en: width.en, de: width.de) + rowClass.destination
        }
        let terms = present.map { rowClass, count in
            Sentence(same: "\(count: count) \(rowClass.name)")
        }
        .joined(separator: Sentence(same: " + "))
        let sum = Sentence(
            en: "\(rowCount) rows = \(terms)",
            de: "\(rowCount, "Zeile", "Zeilen") = \(terms)"
        )
        return (lines + [sum]).lines
    }

    /// Nil if every row that could not be read has an answer.
    package var unreadRows: Sentence? { UnreadRows.sentence(unread, of: campaign.id) }

    private var appointments: Sentence { appointments(sharing: campaign.facts.sharedAddresses) }

    /// - Parameter sharedAddresses: How many addresses two or more messages go to.
    /// - Returns: How many messages there are, to whom, about when, and how long it takes.
    package func appointments(sharing sharedAddresses: Int) -> Sentence {
        guard let first = starts.first, let last = starts.last else { return noMessage }
        let facts = campaign.facts
        return Sentence(
            en: """
                \(deliveries.live, "message", "messages"), one to one person each
                \(sharedAddresses, "address is", "addresses are") shared by two or more people
                first appointment \(first.iso8601), last \(last.iso8601)
                sending takes about \(facts.forecastSeconds.spokenSeconds) through \(facts.relay)
                """,
            de: """
                \(deliveries.live, "Nachricht", "Nachrichten"), jede an genau eine Person
                \(sharedAddresses, "Adresse teilen", "Adressen teilen") sich zwei oder mehr Personen
                erster Termin \(first.words), letzter \(last.words)
                der Versand dauert etwa \(facts.forecastSeconds.spokenSeconds), über \(facts.relay)
                """
        )
    }

    private var noMessage: Sentence {
        let past = classes[.past] ?? 0
        let over =
            past > 0
            ? Sentence(
                en: " \(past) appointments are over already; see --as-of.",
                de: " \(past, "Termin ist", "Termine sind") schon vorbei; siehe --as-of."
            ) : .empty
        return Sentence(
            en: "No message: nobody in this selection gets an e-mail.\(over)",
            de: "Keine Nachricht: Niemand aus dieser Auswahl bekommt eine E-Mail.\(over)"
        )
    }

    private var warnings: Sentence? {
        let all = campaign.facts.warnings.map(\.words) + forgotten.map(\.words)
        return all.isEmpty
            ? nil
            : ([Sentence(en: "Warnings:", de: "Hinweise:")]
                + all.map { Sentence(same: "  \($0)") }).lines
    }

    package var discarded: Sentence? {
        let columns = campaign.facts.dropped
        guard !columns.isEmpty else { return nil }
        let title = Sentence(
            en: "Columns that were not kept:",
            de: "Spalten, von denen nichts aufbewahrt wird:"
        )
        let lines = columns.map { column in
            Sentence(same: "  \(column.header)")
                + (column.reason.map { Sentence(same: ": \(Self.why($0))") } ?? .empty)
        }
        return ([title] + lines).lines
    }

    private static func why(_ reason: String) -> Sentence {
        Kept<DiscardedColumn.Reason>(reason).words
    }

    /// What keeps the campaign from being approved, and what to type then; nil if nothing does.
    package var obstacle: Sentence? {
        let waiting = classes[.needsDecision] ?? 0
        guard waiting == 0 else {
            let answer = openValue.map { "--value \($0) --fine" } ?? "--row N --phone"
            return Sentence(
                en: "\(waiting, "row waits", "rows wait")"
                    + " for a decision first: einzelpost rows "
                    + "\(campaign.id) --class needs-decision, then einzelpost decide \(campaign.id) "
                    + "\(answer) (or see decide --help)",
                de: "\(waiting, "Zeile wartet", "Zeilen warten")"
                    + " zuerst auf eine Entscheidung. Ansehen: einzelpost rows "
                    + "\(campaign.id) --class needs-decision; dann: einzelpost decide \(campaign.id) "
                    + "\(answer) (mehr dazu: decide --help)"
            )
        }
        return deliveries.live == 0
            ? Sentence(
                en: "Nobody gets a message, so there is nothing to approve.",
                de: "Niemand bekommt eine Nachricht, also ist nichts freizugeben."
            ) : nil
    }

    /// The first value that nobody has answered.
    private var openValue: Int? { values.first { $0.answer == nil }?.number }

    private var closing: Sentence {
        let digest = campaign.digest.hex
        let next =
            obstacle.map { Sentence(same: "\n\($0)") }
            ?? Sentence(
                en: " Look at it:  einzelpost show \(campaign.id)",
                de: " Ansehen:  einzelpost show \(campaign.id)"
            )
        return Sentence(
            en: "Digest \(digest)\nNothing has been sent.\(next)",
            de: "Prüfsumme \(digest)\nEs wurde nichts gesendet.\(next)"
        )
    }
}

extension RowClass {
    /// Where these rows go, for people.
    package var destination: Sentence {
        switch self {
        case .rejected:
            Sentence(
                en: "could not be read: correct the export",
                de: "war nicht lesbar: Export berichtigen"
            )
        case .testOrBlock:
            Sentence(en: "test or blocker: nobody", de: "Test oder Sperrzeit: niemand")
        case .outOfWindow: Sentence(en: "other days: nobody", de: "andere Tage: niemand")
        case .otherService:
            Sentence(
                en: "other service or site: nobody",
                de: "andere Leistung oder anderer Ort: niemand"
            )
        case .alreadyCancelled:
            Sentence(en: "cancelled already: nobody", de: "schon abgesagt: niemand")
        case .past: Sentence(en: "over already: nobody", de: "schon vorbei: niemand")
        case .duplicate:
            Sentence(en: "the same as an earlier row", de: "dasselbe wie eine frühere Zeile")
        case .alreadyNotified:
            Sentence(
                en: "told by an earlier campaign",
                de: "durch eine frühere Aktion benachrichtigt"
            )
        case .needsDecision:
            Sentence(
                en: "a person must decide before approval",
                de: "vor der Freigabe muss jemand entscheiden"
            )
        case .noEmail, .invalidEmail, .placeholder, .multiAddress, .collectiveAddress, .unsendable:
            Sentence(en: "to be phoned", de: "anrufen")
        case .noContact:
            Sentence(
                en: "letter or notice at the door",
                de: "Brief oder Aushang am Eingang"
            )
        case .send: Sentence(en: "e-mail", de: "E-Mail")
        }
    }
}
