import MailCore
import MailJournal

extension Refusal {
    /// What is said to somebody who is about to send, or to write to one person.
    var ofSending: Sentence {
        switch self {
        case .madeUpAddress:
            Sentence(
                en:
                    "--send: that is a made-up address, and mail would reach a stranger; ask the person "
                    + "for theirs, or say --phone or --leave-out. Nothing was changed",
                de:
                    "--send: Das ist eine erfundene Adresse, und die Nachricht käme bei einem Fremden an. Fragen Sie die Person "
                    + "nach ihrer Adresse, oder nehmen Sie --phone oder --leave-out. Es wurde nichts geändert"
            )
        case .addressNeedsSMTPUTF8:
            Sentence(
                en:
                    "--send: this program cannot send to an address with letters in front of the \"@\" "
                    + "that are not ASCII; ask for another address, or say --phone or --leave-out. "
                    + "Nothing was changed",
                de:
                    "--send: An eine Adresse mit Umlauten oder anderen besonderen Buchstaben vor dem „@“ kann dieses Programm "
                    + "nicht senden. Fragen Sie nach einer anderen Adresse, oder nehmen Sie --phone oder --leave-out. Es wurde "
                    + "nichts geändert"
            )
        case .frozen(let id, let since):
            Sentence(
                en:
                    "\(id) is frozen by an incident since \(since), so nothing of it is sent or erased. What is known of it: "
                    + "einzelpost incident \(id). If it is over: einzelpost incident \(id) --close --because REASON",
                de:
                    "\(id) ist wegen einer Datenpanne seit \(since) angehalten; nichts davon wird gesendet oder gelöscht. Was "
                    + "darüber bekannt ist: einzelpost incident \(id). Ist sie erledigt: einzelpost incident \(id) --close "
                    + "--because GRUND"
            )
        case .incidentOpen(let id, let since):
            Sentence(
                en:
                    "an incident of \(id) is open since \(since) already; see it with: einzelpost incident \(id). Nothing was "
                    + "changed",
                de:
                    "Zu \(id) ist seit \(since) schon eine Datenpanne offen; ansehen: einzelpost incident \(id). Es wurde nichts "
                    + "geändert"
            )
        case .anotherIsSent(let id, let other):
            Sentence(
                en:
                    "another campaign is being sent, not \(id); if that is the one to stop: einzelpost stop \(other)",
                de:
                    "Gerade wird eine andere Aktion gesendet, nicht \(id). Ist sie es, die anhalten soll: einzelpost stop \(other)"
            )
        case .doesNotStop(let id):
            Sentence(
                en:
                    "the process that sends \(id) was asked to stop and has not ended in eleven minutes; look at it "
                    + "on this machine",
                de:
                    "Der Versand von \(id) sollte anhalten und ist nach elf Minuten nicht zu Ende. Lassen Sie die Systembetreuung "
                    + "auf diesem Rechner nachsehen"
            )
        case .notConfirmed(let id, let messages):
            Sentence(
                en: "\(messages, "message was", "messages were") planned, but another number was "
                    + "confirmed. Nothing has been sent; the campaign is kept as \(id).",
                de:
                    "Geplant \(messages == 1 ? "ist" : "sind") \(messages, "Nachricht", "Nachrichten"), bestätigt wurde eine andere Zahl. "
                    + "Es wurde nichts gesendet; die Aktion bleibt als \(id) erhalten."
            )
        case .confirmationMissing(let id, let messages):
            Sentence(
                en: "\(messages, "message is", "messages are") ready as \(id) and nothing has been "
                    + "sent: without a terminal, confirm with --confirm \(messages)",
                de:
                    "\(messages, "Nachricht ist", "Nachrichten sind") als \(id) bereit, und es wurde nichts gesendet: Ohne Terminal "
                    + "bestätigen Sie mit --confirm \(messages)"
            )
        case .digestDiffers, .noMessages, .wrongFigures, .undecided, .notApproved, .changed,
            .samePerson, .momentNotNamed, .template, .unexpectedRows, .journalChanged,
            .copiedState, .olderJournal, .replacedJournal, .movedWithoutKeys, .toldMeanwhile,
            .unsaltedProof,
            .proofFails, .erased, .nobodyLeft, .nobodyToList, .held, .notSettled, .notErased,
            .nothingToHold, .notRuled, .severalPeople, .personUnderWay, .campaignUnderWay,
            .keysMissing:
            .empty
        }
    }
}
