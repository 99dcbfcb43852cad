package import MailCore
import MailJournal

extension Refusal: PrintableError {
    package var words: Printable {
        switch self {
        case .erased(let id): "\(id) has been erased; nothing can be sent"
        case .nobodyLeft(let id):
            "the personal data of \(id) has been erased, so nobody of it can be told again; plan from the "
                + "schedule. Nothing was stored"
        case .nobodyToList(let id):
            "the personal data of \(id) has been erased, so there is nobody to list"
        case .digestDiffers(let id):
            "the digest is not that of \(id); look at it again (einzelpost show \(id)) and give "
                + "the digest it shows, all 64 digits"
        case .noMessages(let id): "\(id) has no messages; there is nothing to approve"
        case .wrongFigures(let id):
            "that is not what the view says; \(id) has not been approved"
        case .undecided(let id, let rows): Self.undecided(id, rows)
        case .notApproved(let id):
            "\(id) is not approved as it stands now; look at it, and see how to approve it, with: "
                + "einzelpost show \(id)"
        case .changed(let part, let id):
            "\(part.words) has changed since \(id) was planned, so what was approved is not what would "
                + "be sent; undo the change, or plan again"
        case .samePerson(let objection, let id, let approver):
            Self.samePerson(objection, id, approver)
        case .momentNotNamed(let id, let moment):
            "\(id) was planned as of \(moment), more than a day from now; if that is meant, say so "
                + "again: --as-of \(moment)"
        case .journalChanged(let changes):
            "the journal has been changed from outside; nothing was sent. Keep it as it is and ask "
                + "whoever runs this machine: \(changes.joined(separator: "; "))"
        case .copiedState(let id): Self.copiedState(id)
        case .olderJournal(let missing, let id):
            "\(missing.words) Nothing was sent. Put back the newest journal.sqlite and "
                + "journal.sqlite-wal. If they are lost, say so once: einzelpost send \(id ?? "CAMPAIGN") "
                + "--restored; what may have been sent is then unknown and waits for a person or the relay's log "
                + "(einzelpost resolve), and the others are told"
        case .replacedJournal(let told, let id):
            "\(JournalStanding.replaced(told: told).words) Nothing was sent. Put the other journal back. "
                + "If it is lost, find out from the relay's log whom it has told; if nobody of \(id) is "
                + "among them, say so once: einzelpost send \(id) --restored"
        case .toldMeanwhile(let id, let messages, let other):
            "\(messages) messages of \(id) concern appointments whose people \(other) has told in "
                + "the meantime; plan again, and those rows will be already-notified"
        case .template(let report, let use): "\(use.words):\n\(report.text)"
        case .unexpectedRows(let expected, let found):
            "--expect \(expected): the file has \(found) rows in the window, which is off by more "
                + "than \(RowExpectation.tolerance) %; check the file, the days and the service. Nothing was stored."
        case .unsaltedProof(let id): Self.unsaltedProof(id)
        case .proofFails(let id, let failures):
            "no proof can be given, because a check of \(id) fails; see: einzelpost verify \(id)\n"
                + failures.map { Printable($0) }.joined(separator: "\n")
        case .madeUpAddress:
            "--send: that is a made-up address, and mail would reach a stranger; ask the person "
                + "for theirs, or say --phone or --leave-out. Nothing was changed"
        case .addressNeedsSMTPUTF8:
            "--send: this program cannot send to an address with letters in front of the \"@\" "
                + "that are not ASCII; ask for another address, or say --phone or --leave-out. "
                + "Nothing was changed"
        case .frozen(let id, let since):
            "\(id) is frozen by an incident since \(since), so nothing of it is sent or erased. What is known of it: "
                + "einzelpost incident \(id). If it is over: einzelpost incident \(id) --close --because REASON"
        case .incidentOpen(let id, let since):
            "an incident of \(id) is open since \(since) already; see it with: einzelpost incident \(id). Nothing was "
                + "changed"
        case .held(let id, let reason):
            "\(id) is held, so nothing of it is erased: \(reason). If that is over: einzelpost hold \(id) --lift"
        case .notSettled(let id, let open, let unknown): Self.notSettled(id, open: open, unknown)
        case .notErased(let id):
            "that is not the number of its messages; nothing of \(id) was erased"
        case .nothingToHold(let id):
            "the personal data of \(id) has been erased, so there is nothing to hold"
        case .severalPeople(let people):
            "\(people) people were found, so nothing was erased; name the one who asks on a second line: "
                + "the booking reference, or the name as the schedule has it"
        case .personUnderWay(let id, let row):
            "the message for row \(row) of \(id) has not come to an end, so nothing was erased; withdraw it, "
                + "or settle it (einzelpost status \(id)), and ask again"
        case .campaignUnderWay(let id, let open):
            "\(open.with("message", "messages")) of \(id) still have to go, and an approval binds all of its "
                + "rows, so nothing was erased; ask again when it has come to its end, or erase the whole "
                + "campaign (einzelpost status \(id))"
        case .keysMissing(let campaigns, let store):
            "the key store \(store) is not that of this journal, or lacks the keys of "
                + (campaigns.isEmpty
                    ? "some campaigns" : Printable(campaigns.joined(separator: ", ")))
                + ", so nobody can tell what is kept of this person. Put the key store back; if it is lost "
                + "for good, erase those campaigns and say so: einzelpost keys --lost"
        case .anotherIsSent(let id, let other):
            "another campaign is being sent, not \(id); if that is the one to stop: einzelpost stop \(other)"
        case .doesNotStop(let id):
            "the process that sends \(id) was asked to stop and has not ended in eleven minutes; look at it "
                + "on this machine"
        case .notConfirmed(let id, let messages):
            "\(messages.with("message was", "messages were")) planned, but another number was "
                + "confirmed. Nothing has been sent; the campaign is kept as \(id)."
        case .confirmationMissing(let id, let messages):
            "\(messages.with("message is", "messages are")) ready as \(id) and nothing has been "
                + "sent: without a terminal, confirm with --confirm \(messages)"
        }
    }

    private static func undecided(_ id: String, _ rows: Int) -> Printable {
        "\(rows.with("row of \(id) needs", "rows of \(id) need"))"
            + " a decision first; see: einzelpost rows \(id) --class needs-decision. To be asked about each: "
            + "einzelpost cancel \(id). Or decide them with: einzelpost decide \(id) --row N --phone (see decide "
            + "--help), or correct the export and plan again"
    }

    private static func samePerson(
        _ objection: SecondPerson.Objection,
        _ id: String,
        _ approver: String
    ) -> Printable {
        let (deed, doer, verb): (Printable, String, Printable) =
            switch objection {
            case .planned(let planner): ("planned \(id)", planner, "planned")
            case .decided(let decider):
                ("decided to write to somebody in \(id)", decider, "decided")
            }
        return "approval.people = 2: the account that \(deed) cannot approve it; a second person "
            + "must do it from their own login (\(verb) by \(doer), approved by \(approver); see "
            + "the README, “Two people”)"
    }

    private static func notSettled(_ id: String, open: Int, _ unknown: Int) -> Printable {
        let what: Printable =
            open > 0
            ? "\(open.with("message of \(id) has", "messages of \(id) have")) not come to an end; send them "
                + "(einzelpost resume \(id)) or take them out (einzelpost withdraw \(id) --row N)"
            : "of \(unknown.with("message", "messages")) of \(id) it is unknown whether the relay has them; "
                + "somebody must say (einzelpost resolve --help)"
        return what + ", then erase it. Nothing was erased"
    }

    private static func unsaltedProof(_ id: String) -> Printable {
        "\(id) was planned by an earlier version of this program, and its events hold digests of "
            + "whole messages: whoever has one of the mails could try names and addresses against "
            + "a published proof. So no new one is made. Check the campaign with: einzelpost verify "
            + "\(id). Proofs that were made before can still be checked (verify --proof) and should "
            + "be published no more; a person who asks is still answered with: einzelpost proof "
            + "--message"
    }

    private static func copiedState(_ id: String) -> Printable {
        "this state directory is a copy or was restored from a backup, or the machine or the folder of "
            + "witnesses has changed; whatever its original has sent since is not known here, and those people would be "
            + "told twice. If the original is out of use and has sent nothing since the copy was "
            + "made, say so once: einzelpost send \(id) --moved. If it is a backup and its original is lost: --restored; "
            + "then every open message is unknown and waits for a person or the relay's log (einzelpost resolve)"
    }
}

extension Refusal.LetterPart: CustomStringConvertible {
    package var description: String { words.text }

    package var words: Printable {
        switch self {
        case .template(let name): "the template “\(name)”"
        case .authority: "[authority], [hotline] or [sender] of the configuration"
        case .relay: "[relay] of the configuration"
        case .timeZone: "[appointments] of the configuration"
        }
    }
}

extension Refusal.Use: CustomStringConvertible {
    package var description: String { words.text }

    package var words: Printable {
        switch self {
        case .planning: "the template must not go out like this; nothing was stored"
        case .deciding: "the campaign's letter must not go out any more; nothing was changed"
        }
    }
}
