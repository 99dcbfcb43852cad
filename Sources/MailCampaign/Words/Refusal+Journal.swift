import MailCore
import MailJournal

extension Refusal {
    /// What is said of a journal that is not, or does not say, what it should.
    var ofJournal: Sentence {
        switch self {
        case .journalChanged(let changes):
            Sentence(
                en:
                    "the journal has been changed from outside; nothing was sent. Keep it as it is and ask "
                    + "whoever runs this machine: \(changes.joined(separator: "; "))",
                de:
                    "Das Journal wurde von außen verändert; es wurde nichts gesendet. Lassen Sie es, wie es ist, und fragen "
                    + "Sie die Systembetreuung: \(changes.map { Sentence(stored: $0) }.joined(separator: Sentence(same: "; ")))"
            )
        case .copiedState(let id): Self.copiedState(id)
        case .olderJournal(let missing, let id):
            Sentence(
                en: "\(missing.words) Nothing was sent. Put back the newest journal.sqlite and "
                    + "journal.sqlite-wal. If they are lost, say so once: \(Self.command(id)) "
                    + "--restored; what may have been sent is then unknown and waits for a person or the relay's log "
                    + "(einzelpost resolve), and the others are told",
                de:
                    "\(missing.words) Es wurde nichts gesendet. Legen Sie das neueste journal.sqlite und "
                    + "journal.sqlite-wal zurück. Sind sie verloren, sagen Sie es einmal: \(Self.command(id)) "
                    + "--restored. Was vielleicht schon gesendet ist, gilt dann als ungewiss, bis jemand es feststellt, etwa "
                    + "nach dem Protokoll des Mailservers (einzelpost resolve); die anderen werden benachrichtigt"
            )
        case .replacedJournal(let told, let id): Self.replacedJournal(told, id)
        case .movedWithoutKeys(let lost, let id): Self.movedWithoutKeys(lost, id)
        case .toldMeanwhile(let id, let messages, let other):
            Sentence(
                en:
                    "\(messages) messages of \(id) concern appointments whose people \(other) has told in "
                    + "the meantime; plan again, and those rows will be already-notified",
                de:
                    "\(messages, "Nachricht", "Nachrichten") von \(id): Diese Personen hat \(other) inzwischen zu denselben "
                    + "Terminen benachrichtigt. Planen Sie neu; diese Zeilen gelten dann als schon benachrichtigt"
            )
        case .unsaltedProof(let id): Self.unsaltedProof(id)
        case .proofFails(let id, let failures):
            Sentence(
                en:
                    "no proof can be given, because a check of \(id) fails; see: einzelpost verify \(id)\n",
                de:
                    "Ein Nachweis ist nicht möglich, weil eine Prüfung von \(id) nicht bestanden ist; siehe: einzelpost "
                    + "verify \(id)\n"
            ) + failures.map { Sentence(stored: $0) }.lines
        case .digestDiffers, .noMessages, .wrongFigures, .undecided, .notApproved, .changed,
            .samePerson, .momentNotNamed, .template, .unexpectedRows, .erased, .nobodyLeft,
            .nobodyToList, .held, .notSettled, .notErased, .nothingToHold, .notRuled,
            .severalPeople,
            .personUnderWay, .campaignUnderWay, .keysMissing, .madeUpAddress,
            .addressNeedsSMTPUTF8, .frozen, .incidentOpen, .anotherIsSent, .doesNotStop,
            .notConfirmed, .confirmationMissing:
            .empty
        }
    }

    private static func unsaltedProof(_ id: String) -> Sentence {
        Sentence(
            en:
                "\(id) was planned by an earlier version of this program, and its events hold digests of "
                + "whole messages: whoever has one of the mails could try names and addresses against "
                + "a published proof. So no new one is made. Check the campaign with: einzelpost verify "
                + "\(id). Proofs that were made before can still be checked (verify --proof) and should "
                + "be published no more; a person who asks is still answered with: einzelpost proof "
                + "--message",
            de:
                "\(id) wurde mit einer früheren Fassung dieses Programms geplant, und ihre Ereignisse enthalten Prüfsummen "
                + "ganzer Nachrichten: Wer eine der Mails hat, könnte an einem veröffentlichten Nachweis Namen und Adressen "
                + "ausprobieren. Deshalb wird kein neuer Nachweis erstellt. Prüfen Sie die Aktion mit: einzelpost verify \(id). "
                + "Frühere Nachweise lassen sich weiter prüfen (verify --proof), sollten aber nicht mehr veröffentlicht "
                + "werden; wer selbst fragt, bekommt Auskunft mit: einzelpost proof --message"
        )
    }

    /// What takes somebody's word for where the journal comes from.
    private static func command(_ campaign: String?) -> String {
        campaign.map { "einzelpost send \($0)" } ?? "einzelpost check"
    }

    private static func replacedJournal(_ told: Int, _ id: String?) -> Sentence {
        let here =
            id.map { Sentence(same: "\($0)") }
            ?? Sentence(en: "the campaigns here", de: "den Aktionen hier")
        return Sentence(
            en:
                "\(JournalStanding.replaced(told: told).words) Nothing was sent. Put the other journal back. "
                + "If it is lost, find out from the relay's log whom it has told; if nobody of \(here) is "
                + "among them, say so once: \(command(id)) --restored",
            de:
                "\(JournalStanding.replaced(told: told).words) Es wurde nichts gesendet. Legen Sie das andere Journal "
                + "zurück. Ist es verloren, sehen Sie im Protokoll des Mailservers nach, wer daraus benachrichtigt wurde. "
                + "Ist niemand aus \(here) darunter, sagen Sie es einmal: \(command(id)) --restored"
        )
    }

    private static func movedWithoutKeys(_ lost: [String], _ id: String?) -> Sentence {
        let names = lost.joined(separator: ", ")
        return Sentence(
            en:
                "the keys of \(names) did not come along, so this state directory was not moved but put back from a backup, and "
                + "its original may have sent something since. Nothing was sent. Put the key store of the original beside it; if "
                + "that is lost: \(command(id)) --restored; what may have been sent is then unknown",
            de:
                "Die Schlüssel von \(names) sind nicht mitgekommen; dieses Zustandsverzeichnis ist also nicht umgezogen, sondern "
                + "stammt aus einer Sicherung, und das Original kann seitdem gesendet haben. Es wurde nichts gesendet. Legen Sie "
                + "die Schlüsselablage des Originals dazu. Ist sie verloren: \(command(id)) --restored; was vielleicht schon "
                + "gesendet ist, gilt dann als ungewiss"
        )
    }

    private static func copiedState(_ id: String?) -> Sentence {
        Sentence(
            en:
                "this state directory is a copy or was restored from a backup, or the machine or the folder of "
                + "witnesses has changed; whatever its original has sent since is not known here, and those people would be "
                + "told twice. If the original is out of use and has sent nothing since the copy was "
                + "made, say so once: \(command(id)) --moved. If it is a backup and its original is lost: --restored; "
                + "then every message that was open in the backup is unknown and waits for a person or the relay's log "
                + "(einzelpost resolve), and what was planned here since can be sent; make sure from that log that it tells "
                + "nobody whom the original has told since the backup",
            de:
                "Dieses Zustandsverzeichnis ist eine Kopie oder stammt aus einer Sicherung, oder Rechner oder Ordner der Zeugen "
                + "haben gewechselt. Was das Original seitdem gesendet hat, ist hier nicht bekannt, und diese Personen bekämen "
                + "zweimal Nachricht. Ist das Original außer Betrieb und hat seit der Kopie nichts gesendet, sagen Sie es einmal: "
                + "\(command(id)) --moved. Ist es eine Sicherung und das Original verloren: --restored; dann ist jede Nachricht, "
                + "die in der Sicherung offen war, ungewiss, bis jemand es feststellt, etwa nach dem Protokoll des Mailservers "
                + "(einzelpost resolve). Was hier seitdem geplant wurde, lässt sich senden; prüfen Sie vorher in diesem Protokoll, "
                + "dass das Original seit der Sicherung niemanden davon benachrichtigt hat"
        )
    }
}
