/// Why a message stands where it stands.
package enum StateReason: Coded {
    /// Each with the reply's code alone: `550 5.1.1`.
    case refused(reply: String)
    case deferred(reply: String)
    case doubtfullyRefused(reply: String)
    case sessionEnded(reply: String)
    case relayFault(reply: String)
    case connectionLost
    case unknown(doubt: Doubt)
    /// No time is left before the appointment, for one more attempt or for the first.
    case noTimeForAnother, noTimeLeft
    case withdrawn, ruled
    /// It goes again, since an older journal was put back.
    case olderJournal

    private enum CodingKeys: String, CodingKey {
        case refused, deferred
        case doubtfullyRefused = "doubtfully-refused"
        case sessionEnded = "session-ended"
        case relayFault = "relay-fault"
        case connectionLost = "connection-lost"
        case unknown
        case noTimeForAnother = "no-time-for-another"
        case noTimeLeft = "no-time-left"
        case withdrawn, ruled
        case olderJournal = "older-journal"
    }
}

extension StateReason: Worded {
    package var words: Sentence {
        switch self {
        case .refused(let reply):
            Sentence(en: "refused with \(reply)", de: "Antwort des Mailservers: \(reply)")
        case .deferred(let reply):
            Sentence(en: "deferred with \(reply)", de: "Antwort des Mailservers: \(reply)")
        case .doubtfullyRefused(let reply):
            Sentence(
                en: "refused with \(reply), which may be meant for the sender",
                de: "Antwort des Mailservers: \(reply); das kann den Absender meinen"
            )
        case .sessionEnded(let reply):
            Sentence(
                en: "the relay ended the session with \(reply)",
                de: "der Mailserver hat die Verbindung mit \(reply) beendet"
            )
        case .relayFault(let reply):
            Sentence(
                en: "the relay itself failed with \(reply)",
                de: "der Mailserver selbst meldete \(reply)"
            )
        case .connectionLost:
            Sentence(
                en: "the connection was lost before the message was out",
                de: "die Verbindung brach ab, bevor die Nachricht übergeben war"
            )
        case .unknown(let doubt): doubt.words
        case .noTimeForAnother:
            Sentence(
                en: "no time is left for another attempt",
                de: "für einen weiteren Versuch reicht die Zeit nicht mehr"
            )
        case .noTimeLeft:
            Sentence(
                en:
                    "no time is left: its appointment is too near, or has passed, or it has waited for days",
                de:
                    "die Zeit reicht nicht mehr: Der Termin ist zu nah oder vorbei, oder die Nachricht wartet schon seit Tagen"
            )
        case .withdrawn:
            Sentence(en: "withdrawn by a person", de: "auf Wunsch zurückgezogen")
        case .olderJournal:
            Sentence(
                en: "after an older journal was put back",
                de: "nachdem ein älteres Journal zurückgelegt wurde"
            )
        case .ruled: Sentence(en: "ruled by a person", de: "von Hand festgestellt")
        }
    }
}

extension Doubt: Worded {
    package var words: Sentence {
        switch self {
        case .connectionLost:
            Sentence(
                en: "connection lost after the final dot",
                de: "die Verbindung brach nach der Übergabe ab, vor der Antwort"
            )
        case .timeout:
            Sentence(
                en: "no reply to the final dot in time",
                de: "nach der Übergabe kam nicht rechtzeitig eine Antwort"
            )
        case .notAReply:
            Sentence(
                en: "the reply to the final dot could not be read",
                de: "die Antwort auf die Übergabe war nicht lesbar"
            )
        case .contradiction:
            Sentence(
                en: "the relay said no, and then answered the final dot once more",
                de:
                    "der Mailserver lehnte ab und antwortete auf die Übergabe dann noch einmal"
            )
        case .processDied:
            Sentence(
                en: "the program ended between the final dot and its reply",
                de: "das Programm endete zwischen der Übergabe und der Antwort"
            )
        case .journalOlder:
            Sentence(
                en: "an older copy of the journal was put back, and this may have been sent since",
                de:
                    "eine ältere Kopie des Journals wurde zurückgelegt; seitdem kann die Nachricht gesendet sein"
            )
        }
    }
}
