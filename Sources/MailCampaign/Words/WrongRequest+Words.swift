package import MailCore

extension WrongRequest: PrintableError {
    package var words: Sentence {
        switch self {
        case .noIncident, .awareLater, .nobodyToFollow, .notWrittenTo, .nothingInterrupted,
            .severalInterrupted, .noneRefused, .rowWithoutMessage, .nothingUnknown, .hourHasPassed,
            .hourTooLate:
            ofCampaign
        case .noTemplateName, .templateForFollowUps, .nothingToLeaveOut, .notLikeATest,
            .noApproverName, .nobodyNamed, .unknownLayout, .negativeHeaderRow, .reading:
            ofPlanning
        case .address(.notGiven):
            Sentence(
                en: "--send -: standard input is empty; nothing was changed",
                de: "--send -: Es wurde keine Adresse eingegeben; es wurde nichts geändert"
            )
        case .address(.none):
            Sentence(
                en: "--send: there is no address; nothing was changed",
                de: "--send: Hier steht keine Adresse; es wurde nichts geändert"
            )
        case .address(.several):
            Sentence(
                en: "--send: that is more than one address; choose one. Nothing was changed",
                de:
                    "--send: Das ist mehr als eine Adresse; wählen Sie eine aus. Es wurde nichts geändert"
            )
        case .address(.invalid(let reason)):
            Sentence(
                en: "--send: that is not an address: \(reason) Nothing was changed",
                de:
                    "--send: Das ist keine Adresse: \(reason) Es wurde nichts geändert"
            )
        case .noStart(let typed):
            Sentence(
                en: "--start: “\(typed)” is no day with a time. Nothing was changed",
                de: "--start: „\(typed)“ ist kein Tag mit Uhrzeit. Es wurde nichts geändert"
            )
        case .unclearStart(let reason):
            Sentence(
                en: "--start: \(reason) Nothing was changed",
                de: "--start: \(reason) Es wurde nichts geändert"
            )
        }
    }

    private var ofCampaign: Sentence {
        switch self {
        case .noIncident(let campaign):
            Sentence(
                en:
                    "no incident of \(campaign) is open; open one with --aware-at TIME: since when somebody knows",
                de:
                    "Zu \(campaign) ist keine Datenpanne offen. Melden Sie eine mit --aware-at ZEIT: seit wann jemand davon weiß"
            )
        case .awareLater:
            Sentence(
                en: "--aware-at lies in the future; nothing was changed",
                de: "--aware-at liegt in der Zukunft; es wurde nichts geändert"
            )
        case .rowWithoutMessage(let row, let campaign):
            Sentence(
                en: "row \(row) has no message; see: einzelpost rows \(campaign)",
                de: "Zeile \(row) hat keine Nachricht; siehe: einzelpost rows \(campaign)"
            )
        case .nobodyToFollow(let campaign, let states):
            Sentence(
                en:
                    "no message of \(campaign) that can be followed is \(states); see: einzelpost status \(campaign), and "
                    + "choose with --delivery. Nothing was stored",
                de:
                    "Keine Nachricht von \(campaign), auf die eine weitere folgen kann, ist in diesem Stand (\(states)); siehe: "
                    + "einzelpost status \(campaign), und wählen Sie mit --delivery. Es wurde nichts gespeichert"
            )
        case .notWrittenTo(let row, let campaign, let states):
            Sentence(
                en:
                    "--rows \(row): that row of \(campaign) has no message that is \(states); see: einzelpost rows "
                    + "\(campaign), and choose with --delivery. Nothing was stored",
                de:
                    "--rows \(row): Diese Zeile von \(campaign) hat keine Nachricht in diesem Stand (\(states)); siehe: einzelpost "
                    + "rows \(campaign), und wählen Sie mit --delivery. Es wurde nichts gespeichert"
            )
        case .nothingInterrupted:
            Sentence(
                en: "no campaign is interrupted; see: einzelpost status",
                de: "Keine Aktion ist unterbrochen; siehe: einzelpost status"
            )
        case .severalInterrupted(let names):
            Sentence(
                en:
                    "several campaigns are interrupted; say which: \(names.joined(separator: ", "))",
                de:
                    "Mehrere Aktionen sind unterbrochen; sagen Sie, welche: \(names.joined(separator: ", "))"
            )
        case .hourHasPassed(let typed):
            Sentence(
                en: "--at \(typed): that time has passed; nothing was sent",
                de: "--at \(typed): Dieser Zeitpunkt ist vorbei; es wurde nichts gesendet"
            )
        case .hourTooLate(let first):
            Sentence(
                en:
                    "the first appointment is at \(first), so somebody would be told too late; begin earlier. Nothing was sent",
                de:
                    "Der erste Termin ist um \(first); jemand würde zu spät benachrichtigt. Beginnen Sie früher. Es wurde nichts "
                    + "gesendet"
            )
        case .nothingUnknown(let campaign):
            Sentence(
                en: "--all-unknown: no delivery of \(campaign) is unknown. Nothing was changed",
                de:
                    "--all-unknown: Bei \(campaign) ist keine Nachricht ungewiss. Es wurde nichts geändert"
            )
        case .noneRefused(let reply, let campaign):
            Sentence(
                en:
                    "--retry-refused \(reply): no message of \(campaign) was refused with that; see: einzelpost rows "
                    + "\(campaign) --delivery refused. Nothing was changed or sent",
                de:
                    "--retry-refused \(reply): Keine Nachricht von \(campaign) wurde damit abgelehnt; siehe: einzelpost rows "
                    + "\(campaign) --delivery refused. Es wurde nichts geändert und nichts gesendet"
            )
        case .noTemplateName, .templateForFollowUps, .nothingToLeaveOut, .notLikeATest,
            .noApproverName, .nobodyNamed, .unknownLayout, .negativeHeaderRow, .reading, .address,
            .unclearStart, .noStart:
            .empty
        }
    }

    private var ofPlanning: Sentence {
        switch self {
        case .noTemplateName(let name):
            Sentence(
                en: "“\(name)” is no name of a template",
                de: "„\(name)“ ist kein Name einer Vorlage"
            )
        case .templateForFollowUps(let name):
            Sentence(
                en:
                    "--template \(name): it does not say that appointments are cancelled, so it is for people of an "
                    + "earlier campaign: einzelpost plan --follow-up CAMPAIGN --template \(name). Nothing was stored",
                de:
                    "--template \(name): Diese Vorlage sagt keine Termine ab; sie ist für die Personen einer früheren Aktion: "
                    + "einzelpost plan --follow-up AKTION --template \(name). Es wurde nichts gespeichert"
            )
        case .nothingToLeaveOut(let row):
            Sentence(
                en:
                    "--leave-out \(row): that row would not get a message anyway; nothing was stored",
                de:
                    "--leave-out \(row): Diese Zeile bekäme ohnehin keine Nachricht; es wurde nichts gespeichert"
            )
        case .notLikeATest(let row):
            Sentence(
                en:
                    "--real \(row): that row does not look like a test or a blocked slot, so nothing has "
                    + "to be said about it; nothing was stored",
                de:
                    "--real \(row): Diese Zeile sieht nicht nach Test oder Sperrzeit aus, also ist nichts dazu zu sagen; es wurde "
                    + "nichts gespeichert"
            )
        case .noApproverName:
            Sentence(
                en: "--by needs a name that can be read; nothing was approved",
                de: "--by braucht einen lesbaren Namen; es wurde nichts freigegeben"
            )
        case .nobodyNamed:
            Sentence(
                en:
                    "nobody was named: type an address or a booking reference, and on further lines what tells "
                    + "people apart who share it",
                de:
                    "Es wurde niemand genannt: Tippen Sie eine Adresse oder Buchungsnummer ein, und in weiteren Zeilen, was "
                    + "Personen unterscheidet, die sie sich teilen"
            )
        case .unknownLayout(let name):
            Sentence(
                en:
                    "--profile \(name): neither a known layout (\(ReadingChoice.profiles.joined(separator: ", "))) nor a file that "
                    + "can be read",
                de:
                    "--profile \(name): weder ein bekanntes Profil (\(ReadingChoice.profiles.joined(separator: ", "))) noch eine "
                    + "lesbare Datei"
            )
        case .negativeHeaderRow:
            Sentence(
                en: "--header-row needs 0 or more",
                de: "--header-row braucht 0 oder mehr"
            )
        case .reading(let option, let value, let allowed):
            Sentence(
                en: "\(option): “\(value)” is not one of \(allowed.joined(separator: ", "))",
                de:
                    "\(option): „\(value)“ gibt es nicht; möglich ist \(allowed.joined(separator: ", "))"
            )
        case .noIncident, .awareLater, .nobodyToFollow, .notWrittenTo, .nothingInterrupted,
            .severalInterrupted, .noneRefused, .rowWithoutMessage, .nothingUnknown, .hourHasPassed,
            .hourTooLate,
            .address, .unclearStart, .noStart:
            .empty
        }
    }
}
