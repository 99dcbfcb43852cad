import MailCore
import MailJournal

extension Refusal {
    /// What is said of personal data that has gone, or may not go.
    var ofErasure: Sentence {
        switch self {
        case .erased(let id):
            Sentence(
                en: "\(id) has been erased; nothing can be sent",
                de: "\(id) ist gelöscht; es kann nichts mehr gesendet werden"
            )
        case .nobodyLeft(let id):
            Sentence(
                en:
                    "the personal data of \(id) has been erased, so nobody of it can be told again; plan from the "
                    + "schedule. Nothing was stored",
                de:
                    "Die personenbezogenen Daten von \(id) sind gelöscht; niemand daraus kann noch einmal benachrichtigt werden. "
                    + "Planen Sie aus der Terminliste. Es wurde nichts gespeichert"
            )
        case .nobodyToList(let id):
            Sentence(
                en: "the personal data of \(id) has been erased, so there is nobody to list",
                de:
                    "Die personenbezogenen Daten von \(id) sind gelöscht; es ist niemand für eine Liste da"
            )
        case .held(let id, let reason):
            Sentence(
                en:
                    "\(id) is held, so nothing of it is erased: \(reason). If that is over: einzelpost hold \(id) --lift",
                de:
                    "Für \(id) gilt eine Löschsperre; nichts davon wird gelöscht: \(reason). Ist das vorbei: einzelpost hold "
                    + "\(id) --lift"
            )
        case .notSettled(let id, let open, let unknown): Self.notSettled(id, open: open, unknown)
        case .notErased(let id):
            Sentence(
                en: "that is not the number of its messages; nothing of \(id) was erased",
                de: "Das ist nicht die Zahl ihrer Nachrichten; von \(id) wurde nichts gelöscht"
            )
        case .notRuled(let id):
            Sentence(
                en:
                    "that is not the number of messages that are unknown; nothing of \(id) was settled",
                de:
                    "Das ist nicht die Zahl der ungewissen Nachrichten; zu \(id) wurde nichts vermerkt"
            )
        case .nothingToHold(let id):
            Sentence(
                en: "the personal data of \(id) has been erased, so there is nothing to hold",
                de:
                    "Die personenbezogenen Daten von \(id) sind schon gelöscht; es ist nichts mehr zu sperren"
            )
        case .severalPeople, .personUnderWay, .campaignUnderWay, .keysMissing: ofOnePerson
        case .digestDiffers, .noMessages, .wrongFigures, .undecided, .notApproved, .changed,
            .samePerson, .momentNotNamed, .template, .unexpectedRows, .journalChanged,
            .copiedState, .olderJournal, .replacedJournal, .movedWithoutKeys, .toldMeanwhile,
            .unsaltedProof,
            .proofFails, .madeUpAddress, .addressNeedsSMTPUTF8, .frozen, .incidentOpen,
            .anotherIsSent, .doesNotStop, .notConfirmed, .confirmationMissing:
            .empty
        }
    }

    private var ofOnePerson: Sentence {
        switch self {
        case .severalPeople(let people):
            Sentence(
                en:
                    "\(people) people were found, so nothing was erased; name the one who asks on a second line: "
                    + "the booking reference, or the name as the schedule has it",
                de:
                    "\(people, "Person wurde", "Personen wurden") gefunden, deshalb wurde nichts gelöscht. Nennen Sie in einer "
                    + "zweiten Zeile, wer fragt: die Buchungsnummer, oder den Namen wie in der Terminliste"
            )
        case .personUnderWay(let id, let row):
            Sentence(
                en:
                    "the message for row \(row) of \(id) has not come to an end, so nothing was erased; withdraw it, "
                    + "or settle it (einzelpost status \(id)), and ask again",
                de:
                    "Die Nachricht zu Zeile \(row) von \(id) ist noch nicht abgeschlossen, deshalb wurde nichts gelöscht. Ziehen "
                    + "Sie sie zurück, oder bringen Sie sie zum Abschluss (einzelpost status \(id)), und versuchen Sie es dann "
                    + "noch einmal"
            )
        case .campaignUnderWay(let id, let open):
            Sentence(
                en:
                    "\(open, "message", "messages") of \(id) still have to go, and an approval binds all of its "
                    + "rows, so nothing was erased; ask again when it has come to its end, or erase the whole "
                    + "campaign (einzelpost status \(id))",
                de:
                    "\(open, "Nachricht von \(id) ist", "Nachrichten von \(id) sind") noch zu senden, und die Freigabe bindet alle "
                    + "Zeilen; deshalb wurde nichts gelöscht. Versuchen Sie es nach dem Ende des Versands noch einmal, oder "
                    + "löschen Sie die ganze Aktion (einzelpost status \(id))"
            )
        case .keysMissing(let campaigns, let store):
            Sentence(
                en: "the key store \(store) is not that of this journal, or lacks the keys of "
                    + "\(campaigns.isEmpty ? "some campaigns" : campaigns.joined(separator: ", "))"
                    + ", so nobody can tell what is kept of this person. Put the key store back; if it is lost "
                    + "for good, erase those campaigns and say so: einzelpost keys --lost",
                de:
                    "Die Schlüsselablage \(store) gehört nicht zu diesem Journal, oder es fehlen darin die Schlüssel von "
                    + "\(campaigns.isEmpty ? "einigen Aktionen" : campaigns.joined(separator: ", "))"
                    + ". Deshalb ist nicht festzustellen, was von dieser Person gespeichert ist. Legen Sie die Schlüsselablage "
                    + "zurück. Ist sie endgültig verloren, löschen Sie diese Aktionen, und sagen Sie es: einzelpost keys --lost"
            )
        case .erased, .nobodyLeft, .nobodyToList, .held, .notSettled, .notErased, .notRuled,
            .nothingToHold,
            .digestDiffers, .noMessages, .wrongFigures, .undecided, .notApproved, .changed,
            .samePerson, .momentNotNamed, .template, .unexpectedRows, .journalChanged,
            .copiedState, .olderJournal, .replacedJournal, .movedWithoutKeys, .toldMeanwhile,
            .unsaltedProof,
            .proofFails, .madeUpAddress, .addressNeedsSMTPUTF8, .frozen, .incidentOpen,
            .anotherIsSent, .doesNotStop, .notConfirmed, .confirmationMissing:
            .empty
        }
    }

    private static func notSettled(_ id: String, open: Int, _ unknown: Int) -> Sentence {
        open > 0
            ? Sentence(
                en:
                    "\(open, "message of \(id) has", "messages of \(id) have") not come to an end; send them "
                    + "(einzelpost resume \(id)) or take them out (einzelpost withdraw \(id) --row N)"
                    + ", then erase it. Nothing was erased",
                de:
                    "\(open, "Nachricht von \(id) ist", "Nachrichten von \(id) sind") noch nicht abgeschlossen. Senden Sie sie "
                    + "(einzelpost resume \(id)), oder ziehen Sie sie zurück (einzelpost withdraw \(id) --row N); danach können "
                    + "Sie löschen. Es wurde nichts gelöscht"
            )
            : Sentence(
                en:
                    "of \(unknown, "message", "messages") of \(id) it is unknown whether the relay has them; "
                    + "somebody must say (einzelpost resolve --help)"
                    + ", then erase it. Nothing was erased",
                de:
                    "\(unknown, "Nachricht von \(id) ist", "Nachrichten von \(id) sind") ungewiss: Hat der Mailserver sie? Das muss jemand "
                    + "feststellen (einzelpost resolve --help); danach können Sie löschen. Es wurde nichts gelöscht"
            )
    }
}
