package import MailCore

extension Hold.Result {
    package var text: Sentence {
        heldBecause.map {
            Sentence(
                en: "\(campaign) is held: nothing of it is erased, also by --due. Reason: \($0)",
                de:
                    "Für \(campaign) gilt eine Löschsperre: Nichts davon wird gelöscht, auch nicht mit --due. Grund: \($0)"
            )
        }
            ?? Sentence(en: "\(campaign) may be erased.", de: "\(campaign) darf gelöscht werden.")
    }
}
