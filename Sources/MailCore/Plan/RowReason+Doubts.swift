extension RowReason {
    /// What a person has to find out, and what one has said.
    var ofDoubt: Sentence {
        switch self {
        case .furtherPerson:
            Sentence(
                en:
                    "The row names a further person, who would not be told. Give each person a row of "
                    + "their own.",
                de:
                    "Die Zeile nennt eine weitere Person, die keine Nachricht bekäme. Geben Sie jeder Person eine eigene Zeile."
            )
        case .choiceEmpty:
            Sentence(
                en:
                    "The service or the site is empty. Find out whether the appointment is one of those "
                    + "that are cancelled.",
                de:
                    "Leistung oder Ort fehlen. Klären Sie, ob der Termin zu den abgesagten gehört."
            )
        case .perhapsTold:
            Sentence(
                en:
                    "An earlier campaign has told somebody at this address, under another name or none, of an "
                    + "appointment at this time and site. The same person: --leave-out. Somebody else: --send "
                    + "with the address.",
                de:
                    "Eine frühere Aktion hat unter dieser Adresse jemanden mit anderem oder ohne Namen zu einem Termin zu dieser "
                    + "Zeit an diesem Ort benachrichtigt. Ist es dieselbe Person: --leave-out. Ist es jemand anderes: --send mit "
                    + "der Adresse."
            )
        case .unfinishedForm:
            Sentence(
                en:
                    "The form was begun and not sent. Find out whether there is an appointment at all.",
                de:
                    "Das Formular wurde begonnen und nicht abgeschickt. Klären Sie, ob es überhaupt einen Termin gibt."
            )
        case .doubtfulStatus:
            Sentence(
                en:
                    "The status leaves open whether the appointment still stands. Find out, and correct it.",
                de:
                    "Der Status lässt offen, ob der Termin noch besteht. Klären Sie es, und berichtigen Sie ihn."
            )
        case .unknownStatus:
            Sentence(
                en:
                    "The status is not known. Find out whether the appointment still stands.",
                de: "Der Status ist unbekannt. Klären Sie, ob der Termin noch besteht."
            )
        case .halfKnown:
            Sentence(
                en: "The row holds two appointments, and one of them is not certain.",
                de: "In der Zeile stehen zwei Termine, und einer davon ist nicht sicher."
            )
        case .unknownZone:
            Sentence(
                en: "The time zone of the row is not known. Find out when the appointment is.",
                de: "Die Zeitzone der Zeile ist unbekannt. Klären Sie, wann der Termin ist."
            )
        case .value(let number, let asked): Self.question(number, asked)
        case .before(let template, let campaign, let state, let day, let time):
            Self.before(template, campaign, state, day, time)
        case .toldWithTemplate(let campaign):
            Sentence(
                en:
                    "told with the same template by \(campaign); to tell this person once more, say --again",
                de:
                    "durch \(campaign) mit derselben Vorlage benachrichtigt; soll diese Person noch einmal Nachricht bekommen, "
                    + "nehmen Sie --again"
            )
        case .decided(let answer, let hasGivenStart, let isFine):
            answer.words(hasGivenStart: hasGivenStart, isFine: isFine)
        default: .empty
        }
    }

    private static func question(_ number: Int, _ asked: AskedValue) -> Sentence {
        asked.isInCells
            ? Sentence(
                en:
                    "value \(number): \(asked): is that meant, or has somebody typed it there? Say --value "
                    + "\(number) with --fine, --phone or --leave-out, or correct the row in the booking system "
                    + "and plan again",
                de:
                    "Wert \(number): \(asked). Ist das so gemeint, oder hat es jemand dort hineingeschrieben? Antworten Sie mit "
                    + "--value \(number) und --fine, --phone oder --leave-out, oder berichtigen Sie die Zeile im Buchungssystem "
                    + "und planen Sie neu"
            )
            : Sentence(
                en:
                    "value \(number): \(asked): a signature, or left over from another letter? Say --value "
                    + "\(number) with --fine, --phone or --leave-out, or correct the template and plan again",
                de:
                    "Wert \(number): \(asked). Ist das eine Unterschrift, oder aus einem anderen Schreiben übrig? Antworten Sie "
                    + "mit --value \(number) und --fine, --phone oder --leave-out, oder berichtigen Sie die Vorlage und planen "
                    + "Sie neu"
            )
    }

    private static func before(
        _ template: String,
        _ campaign: String,
        _ state: String,
        _ day: String?,
        _ time: String?
    ) -> Sentence {
        let name = DeliveryState(rawValue: state)?.name ?? Sentence(same: "\(state)")
        let date = day.flatMap(LocalDay.init(iso8601:))
        let at =
            day.map { day in
                Sentence(
                    en: " on \(day) at \(time ?? "")",
                    de:
                        " am \(date.map { Sentence(same: "\($0)") } ?? Sentence(same: "\(day)")) um \(time ?? "") Uhr"
                )
            } ?? .empty
        return Sentence(
            en: "before: “\(template)” of \(campaign), \(name)\(at)",
            de: "bisher: „\(template)“ aus \(campaign), \(name)\(at)"
        )
    }
}

extension RowAnswer {
    fileprivate func words(hasGivenStart: Bool, isFine: Bool) -> Sentence {
        switch self {
        case .phone:
            Sentence(
                en: "a person decided: no message, to be phoned",
                de: "Entschieden: keine Nachricht, anrufen."
            )
        case .leaveOut:
            Sentence(
                en: "left out by a person; must be reached another way",
                de: "Entschieden: ohne Nachricht; auf anderem Weg zu erreichen."
            )
        case .send where isFine:
            Sentence(
                en: "a person decided: fine, a message as planned",
                de: "Entschieden: in Ordnung, Nachricht wie geplant."
            )
        case .send where hasGivenStart:
            Sentence(
                en:
                    "a person decided: a message to an address, and for a start, given by hand",
                de:
                    "Entschieden: Nachricht an eine von Hand eingegebene Adresse, mit von Hand eingegebenem Beginn."
            )
        case .send:
            Sentence(
                en: "a person decided: a message to an address given by hand",
                de: "Entschieden: Nachricht an eine von Hand eingegebene Adresse."
            )
        }
    }
}
