package import MailCore

extension CampaignWarning: Worded {
    package var words: Sentence {
        switch self {
        case .planned(let warning): warning.words
        case .late(.tooLate):
            Sentence(
                en: "sending ends after the first appointment has begun: phone those people first",
                de:
                    "Der Versand endet erst, wenn der erste Termin schon begonnen hat: Rufen Sie diese Personen zuerst an"
            )
        case .late(.hoursBefore(let hours)):
            Sentence(
                en:
                    "sending ends only \(hours) h before the first appointment: phone the first ones",
                de:
                    "Der Versand endet erst \(hours, "Stunde", "Stunden") vor dem ersten Termin: Rufen Sie die Ersten an"
            )
        case .nobody:
            Sentence(
                en: "nobody in this selection gets a message",
                de: "Niemand aus dieser Auswahl bekommt eine Nachricht"
            )
        case .otherPace(let seconds):
            Sentence(
                en: "with [pace] as it is now, sending takes about \(seconds.spokenSeconds)",
                de:
                    "Mit dem jetzigen Tempo ([pace]) dauert der Versand etwa \(seconds.spokenSeconds)"
            )
        case .hotline(let phone, let hours):
            Sentence(
                en: "hotline \(phone), \(hours): is it staffed now? Call it once.",
                de: "Bürgertelefon \(phone), \(hours): Ist es jetzt besetzt? Rufen Sie einmal an."
            )
        case .otherPart(let difference):
            Sentence(
                en: "the HTML part says something else than the text part: \(difference)",
                de: "Der HTML-Teil sagt etwas anderes als der Textteil. \(difference)"
            )
        case .forgotten(let campaign, let messages):
            Sentence(
                en:
                    "\(campaign) has told \(messages, "person", "people") of the same days, or may have, and its key is lost: they "
                    + "are not recognised, and would be told again. Compare with the relay's log; plan again with --leave-out "
                    + "for their rows",
                de:
                    "\(campaign) hat zu denselben Tagen \(messages, "Person", "Personen") benachrichtigt, vielleicht auch nicht, "
                    + "und ihr Schlüssel ist verloren: Sie werden nicht erkannt und bekämen noch einmal Nachricht. Vergleichen "
                    + "Sie mit dem Protokoll des Mailservers, und planen Sie neu mit --leave-out für diese Zeilen"
            )
        case .size(.rows, let now, let before, let other):
            Sentence(
                en: "\(now) rows, where \(other) had \(before): is it the right file?",
                de:
                    "\(now, "Zeile", "Zeilen"); bei \(other) waren es \(count: before). Ist es die richtige Datei?"
            )
        case .size(.messages, let now, let before, let other):
            Sentence(
                en: "\(now) messages, where \(other) had \(before): is it the right file?",
                de:
                    "\(now, "Nachricht", "Nachrichten"); bei \(other) waren es \(count: before). Ist es die richtige Datei?"
            )
        }
    }
}
