extension PauseReason: Worded {
    package var words: Sentence {
        switch self {
        case .asked: Sentence(en: "stopped by the operator", de: "auf Wunsch")
        case .unconnected(let trouble): trouble.words
        case .connectionLost:
            Sentence(en: "the connection was lost", de: "die Verbindung brach ab")
        case .sessionEnded(let reply):
            Sentence(
                en: "the relay ended the session with \(reply)",
                de: "der Mailserver hat die Verbindung mit \(reply) beendet"
            )
        case .sessionRefused(let reply):
            Sentence(
                en: "the relay refused the session with \(reply)",
                de: "der Mailserver lehnte die Verbindung ab (\(reply))"
            )
        case .senderRefused(let reply):
            Sentence(
                en: "the relay refuses this sender or session with \(reply)",
                de:
                    "der Mailserver lehnt diesen Absender oder diese Verbindung ab (\(reply)); fragen Sie "
                    + "seinen Betreiber, dann geht es weiter mit resume"
            )
        case .again(let what, let times, let minutes):
            Sentence(
                en: "\(what), \(times) times in a row\(minutes.map { " in \($0) minutes" } ?? "")",
                de:
                    "\(what), \(count: times)-mal hintereinander\(minutes.map { " in \($0) Minuten" } ?? "")"
            )
        case .manyRecipients, .ownAddress, .manyRefused, .setAside, .tooLarge: ofRefusals
        case .notSent(let row, let fault):
            Sentence(
                en: "row \(row): the message was not sent: \(fault)",
                de: "Zeile \(row): Die Nachricht wurde nicht gesendet: \(fault)"
            )
        case .written(let row, let fault):
            Sentence(
                en: "row \(row): \(fault). Sending has stopped for good: "
                    + "keep the state directory as it is and tell whoever is responsible for data protection",
                de:
                    "Zeile \(row): \(fault). Der Versand ist endgültig angehalten: Lassen Sie das Zustandsverzeichnis, wie es "
                    + "ist, und verständigen Sie die oder den Datenschutzbeauftragten"
            )
        case .leftUnknown, .unknown, .goesAgain, .olderJournal, .programEnded: ofPeople
        }
    }

    private var ofRefusals: Sentence {
        switch self {
        case .manyRecipients(let count, let reply):
            Sentence(
                en:
                    "the relay refused \(count) different recipients in a row with \(reply), \(Self.perhapsSender)",
                de:
                    "der Mailserver hat \(count: count) verschiedene Empfänger nacheinander abgelehnt (\(reply)); "
                    + "\(Self.perhapsSender)"
            )
        case .ownAddress(let reply):
            Sentence(
                en:
                    "the relay refused a recipient, and then the sender's own address too, with \(reply), "
                    + "\(Self.perhapsSender)",
                de:
                    "der Mailserver hat einen Empfänger abgelehnt und danach auch die Adresse des Absenders (\(reply)); "
                    + "\(Self.perhapsSender)"
            )
        case .manyRefused(let refused, let last):
            Sentence(
                en: "the relay refused \(refused) of the last \(last) messages",
                de:
                    "der Mailserver hat \(count: refused) der letzten \(count: last) Nachrichten abgelehnt"
            )
        case .setAside(let messages, let rows): Self.setAside(messages, rows)
        case .tooLarge(let row, let octets, let limit):
            Sentence(
                en:
                    "the relay takes messages of \(limit) octets at most, and the one for row \(row) has \(octets). "
                    + "Nobody has been marked as refused for it: shorten the letter and plan again, or ask the "
                    + "relay's operator for a higher limit, then go on with resume",
                de:
                    "der Mailserver nimmt Nachrichten bis \(count: limit) Byte an, und die zu Zeile \(row) hat "
                    + "\(count: octets). Niemand gilt deshalb als abgelehnt: Kürzen Sie das Schreiben und planen Sie neu, oder "
                    + "bitten Sie den Betreiber um eine höhere Grenze; dann geht es weiter mit resume"
            )
        default: .empty
        }
    }

    private static let perhapsSender = Sentence(
        en:
            "so it may mean the sender, the login or a quota. Nobody has been marked as refused for it: ask the "
            + "relay's operator, then go on with resume",
        de:
            "vielleicht meint er den Absender, die Anmeldung oder ein Kontingent. Niemand gilt deshalb als "
            + "abgelehnt: Fragen Sie seinen Betreiber, dann geht es weiter mit resume"
    )

    private static func setAside(_ messages: Int, _ rows: [Int]) -> Sentence {
        let shown = rows.map(String.init).joined(separator: ", ")
        let rest = messages - rows.count
        let more =
            rest > 0
            ? Sentence(en: " and \(rest) more", de: " und \(count: rest) weitere") : .empty
        return messages == 1
            ? Sentence(
                en:
                    "the relay hung up on 1 message again and again and took the others: row \(shown). They are "
                    + "still open: try them again with resume, or reach these people another way",
                de:
                    "Bei 1 Nachricht legte der Mailserver immer wieder auf; die anderen nahm er an: Zeile \(shown). Sie ist noch "
                    + "offen: Versuchen Sie es noch einmal mit resume, oder erreichen Sie die Person auf anderem Weg"
            )
            : Sentence(
                en:
                    "the relay hung up on \(messages, "message", "messages") again and again and took the others: "
                    + "row \(shown)\(more). They are still open: try them again with resume, or reach these people "
                    + "another way",
                de:
                    "Bei \(messages, "Nachricht", "Nachrichten") legte der Mailserver immer wieder auf; die anderen nahm er an: "
                    + "Zeilen \(shown)\(more). Sie sind noch offen: Versuchen Sie es noch einmal mit resume, oder erreichen Sie "
                    + "diese Personen auf anderem Weg"
            )
    }

    private var ofPeople: Sentence {
        switch self {
        case .leftUnknown:
            Sentence(
                en: "what was left when sending ended was unknown, and waits for a person",
                de:
                    "was am Ende des Versands übrig war, ist ungewiss und wartet darauf, dass jemand es feststellt"
            )
        case .unknown(let messages):
            Sentence(
                en:
                    "\(messages, "delivery is unknown and waits", "deliveries are unknown and wait") for a person: "
                    + "einzelpost resolve",
                de:
                    "\(messages, "Nachricht ist ungewiss und wartet", "Nachrichten sind ungewiss und warten") darauf, dass jemand "
                    + "es feststellt: einzelpost resolve"
            )
        case .goesAgain:
            Sentence(
                en: "messages shall go again, as a person said: einzelpost resume",
                de: "auf Wunsch gehen Nachrichten noch einmal: einzelpost resume"
            )
        case .olderJournal:
            Sentence(
                en:
                    "an older journal was put back, and whoever may have been told since waits for a "
                    + "person: einzelpost resolve",
                de:
                    "ein älteres Journal wurde zurückgelegt; wer seitdem benachrichtigt sein kann, wartet darauf, dass jemand es "
                    + "feststellt: einzelpost resolve"
            )
        case .programEnded:
            Sentence(
                en: "the program ended in the middle",
                de: "das Programm wurde mittendrin beendet"
            )
        default: .empty
        }
    }
}

extension SafetyFault: Worded {
    package var words: Sentence {
        switch self {
        case .notApproved:
            Sentence(
                en: "it is not what was approved",
                de: "Sie ist nicht das, was freigegeben ist"
            )
        case .notPlanned:
            Sentence(en: "it is not what was planned", de: "Sie ist nicht das, was geplant ist")
        case .guarded(let finding): finding.words
        case .notWritable(let error):
            Sentence(
                en: "it cannot be written any more: \(error)",
                de: "Sie lässt sich nicht mehr schreiben: \(error)"
            )
        }
    }
}

extension ReceiptFault: Worded {
    package var words: Sentence {
        switch self {
        case .recipients(let count):
            Sentence(
                en: "\(count) recipients were written for it",
                de: "\(count, "Empfänger wurde", "Empfänger wurden") zu ihr geschrieben"
            )
        case .anotherRecipient:
            Sentence(
                en: "another recipient than its own was written for it",
                de: "zu ihr wurde ein anderer Empfänger als ihr eigener geschrieben"
            )
        case .anotherMessage:
            Sentence(
                en: "something else than the approved message was written for it",
                de: "geschrieben wurde etwas anderes als die freigegebene Nachricht"
            )
        }
    }
}
