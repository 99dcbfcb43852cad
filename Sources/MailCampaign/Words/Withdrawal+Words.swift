package import MailCore

extension Withdrawal.Result {
    /// What was done, for people; the text is where the campaign stands now.
    package var notes: [Sentence] {
        let leftOut = Sentence(
            en: "\(rows, "row", "rows") left out, to be reached another way.",
            de:
                "\(rows, "Zeile bleibt", "Zeilen bleiben") außen vor und \(rows == 1 ? "ist" : "sind") auf anderem Weg zu erreichen."
        )
        let withdrawn = Sentence(
            en: "\(messages, "message", "messages") withdrawn.",
            de: "\(messages, "Nachricht", "Nachrichten") zurückgezogen."
        )
        let again = Sentence(
            en: "The campaign has changed and must be approved again.",
            de: "Die Aktion hat sich geändert und muss neu freigegeben werden."
        )
        return (rows > 0 ? [leftOut] : []) + (messages > 0 ? [withdrawn] : [])
            + (isAnother ? [again, digest.note] : [])
    }

    package var text: Sentence { status.text }
}
