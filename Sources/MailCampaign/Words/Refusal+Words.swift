package import MailCore
import MailJournal

extension Refusal: PrintableError {
    package var words: Sentence {
        switch self {
        case .digestDiffers, .noMessages, .wrongFigures, .undecided, .notApproved, .changed,
            .samePerson, .momentNotNamed, .template, .unexpectedRows:
            ofPlan
        case .journalChanged, .copiedState, .olderJournal, .replacedJournal, .movedWithoutKeys,
            .toldMeanwhile,
            .unsaltedProof, .proofFails:
            ofJournal
        case .erased, .nobodyLeft, .nobodyToList, .held, .notSettled, .notErased, .nothingToHold,
            .notRuled,
            .severalPeople, .personUnderWay, .campaignUnderWay, .keysMissing:
            ofErasure
        case .madeUpAddress, .addressNeedsSMTPUTF8, .frozen, .incidentOpen, .anotherIsSent,
            .doesNotStop, .notConfirmed, .confirmationMissing:
            ofSending
        }
    }
}

extension Refusal.LetterPart: Worded {
    package var words: Sentence {
        switch self {
        case .template(let name):
            Sentence(en: "the template “\(name)”", de: "Die Vorlage „\(name)“")
        case .authority:
            Sentence(
                en: "[authority], [hotline] or [sender] of the configuration",
                de: "[authority], [hotline] oder [sender] in der Konfiguration"
            )
        case .relay:
            Sentence(en: "[relay] of the configuration", de: "[relay] in der Konfiguration")
        case .timeZone:
            Sentence(
                en: "[appointments] of the configuration",
                de: "[appointments] in der Konfiguration"
            )
        }
    }
}

extension Refusal.Use: Worded {
    package var words: Sentence {
        switch self {
        case .planning:
            Sentence(
                en: "the template must not go out like this; nothing was stored",
                de: "Die Vorlage darf so nicht verschickt werden; es wurde nichts gespeichert"
            )
        case .deciding:
            Sentence(
                en: "the campaign's letter must not go out any more; nothing was changed",
                de:
                    "Das Schreiben der Aktion darf so nicht mehr verschickt werden; es wurde nichts geändert"
            )
        }
    }
}
