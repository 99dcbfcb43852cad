import MailCore

extension StoredPhrases {
    /// What the guard asks about, as planning has kept it.
    static let guardWords: [StoredPhrase] = [
        .init(
            "value {1}: {2}: is that meant, or has somebody typed it there? Say --value {3} with --fine, --phone or --leave-out, or correct the row in the booking system and plan again",
            "Wert {1}: {2}. Ist das so gemeint, oder hat es jemand dort hineingeschrieben? Antworten Sie mit --value {3} und --fine, --phone oder --leave-out, oder berichtigen Sie die Zeile im Buchungssystem und planen Sie neu"
        ),
        .init(
            "value {1}: {2}: a signature, or left over from another letter? Say --value {3} with --fine, --phone or --leave-out, or correct the template and plan again",
            "Wert {1}: {2}. Ist das eine Unterschrift, oder aus einem anderen Schreiben übrig? Antworten Sie mit --value {3} und --fine, --phone oder --leave-out, oder berichtigen Sie die Vorlage und planen Sie neu"
        ),
        .init("{1}, and {2}", "{1}, und {2}", isJoint: true),
        .init(
            "its {1} holds {2} that is also that of row {3}",
            "im Feld {1} steht {2}, auch in Zeile {3}"
        ),
        .init("its {1} holds {2}", "im Feld {1} steht {2}"),
        .init(
            "the letter itself tells everybody {1} that is also that of row {2}",
            "im Schreiben selbst steht für alle {1}, auch aus Zeile {2}"
        ),
        .init("an address", "eine Adresse"), .init("a name", "ein Name"),
        .init("a phone number", "eine Telefonnummer"),
        .init("a booking reference", "eine Buchungsnummer"),
        .init("a day or a time", "ein Tag oder eine Uhrzeit"),
        .init("name", "Name"), .init("place", "Ort"), .init("reference", "Buchungsnummer"),
    ]

    /// What is kept of a follow-up.
    static let followUps: [StoredPhrase] = [
        .init(
            "before: “{1}” of {2}, {3} on {4} at {5}",
            "bisher: „{1}“ aus {2}, {3} am {4} um {5}"
        ),
        .init("before: “{1}” of {2}, {3}", "bisher: „{1}“ aus {2}, {3}"),
        .init(
            "told with the same template by {1}; to tell this person once more, say --again",
            "durch {1} mit derselben Vorlage benachrichtigt; soll diese Person noch einmal Nachricht bekommen, nehmen Sie --again"
        ),
    ]

    /// Names of accounts and states that stand inside other sentences.
    static let checks: [StoredPhrase] =
        [.init("{1}, without a login", "{1}, ohne eigene Anmeldung")]
        + DeliveryState.allCases.map { StoredPhrase($0.rawValue, $0.name.de.text) }
}
