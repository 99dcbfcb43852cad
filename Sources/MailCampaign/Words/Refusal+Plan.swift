import MailCore
import MailJournal

extension Refusal {
    /// What is said of a plan and its approval.
    var ofPlan: Sentence {
        switch self {
        case .digestDiffers(let id):
            Sentence(
                en:
                    "the digest is not that of \(id); look at it again (einzelpost show \(id)) and give "
                    + "the digest it shows, all 64 digits",
                de:
                    "Das ist nicht die Prüfsumme von \(id). Sehen Sie die Aktion noch einmal an (einzelpost show \(id)), "
                    + "und geben Sie die Prüfsumme an, die dort steht, alle 64 Zeichen"
            )
        case .noMessages(let id):
            Sentence(
                en: "\(id) has no messages; there is nothing to approve",
                de: "\(id) hat keine Nachrichten; es ist nichts freizugeben"
            )
        case .wrongFigures(let id):
            Sentence(
                en: "that is not what the view says; \(id) has not been approved",
                de: "Das steht nicht in der Ansicht; \(id) ist nicht freigegeben"
            )
        case .undecided(let id, let rows):
            Sentence(
                en: "\(rows, "row of \(id) needs", "rows of \(id) need")"
                    + " a decision first; see: einzelpost rows \(id) --class needs-decision. To be asked about each: "
                    + "einzelpost cancel \(id). Or decide them with: einzelpost decide \(id) --row N --phone (see decide "
                    + "--help), or correct the export and plan again",
                de:
                    "\(rows, "Zeile von \(id) braucht", "Zeilen von \(id) brauchen") zuerst eine Entscheidung; ansehen: "
                    + "einzelpost rows \(id) --class needs-decision. Nacheinander gefragt werden Sie mit: einzelpost cancel \(id). "
                    + "Oder entscheiden Sie mit: einzelpost decide \(id) --row N --phone (mehr dazu: decide --help), oder berichtigen Sie den Export und planen Sie neu"
            )
        case .notApproved(let id):
            Sentence(
                en:
                    "\(id) is not approved as it stands now; look at it, and see how to approve it, with: "
                    + "einzelpost show \(id)",
                de:
                    "\(id) ist so, wie sie jetzt ist, nicht freigegeben. Ansehen, und wie die Freigabe geht: "
                    + "einzelpost show \(id)"
            )
        case .changed(let part, let id):
            Sentence(
                en:
                    "\(part.words) has changed since \(id) was planned, so what was approved is not what would "
                    + "be sent; undo the change, or plan again",
                de:
                    "\(part.words): Hier hat sich etwas geändert, seit \(id) geplant wurde; gesendet würde also etwas "
                    + "anderes, als freigegeben ist. Machen Sie die Änderung rückgängig, oder planen Sie neu"
            )
        case .samePerson(let objection, let id, let approver):
            Self.samePerson(objection, id, approver)
        case .momentNotNamed(let id, let moment):
            Sentence(
                en:
                    "\(id) was planned as of \(moment), more than a day from now; if that is meant, say so "
                    + "again: --as-of \(moment)",
                de:
                    "\(id) wurde nach dem Stand vom \(moment) geplant, mehr als einen Tag von jetzt entfernt. Ist das "
                    + "gewollt, geben Sie es noch einmal an: --as-of \(moment)"
            )
        case .template(let report, let use): Sentence(same: "\(use.words):\n\(report.text)")
        case .unexpectedRows(let expected, let found):
            Sentence(
                en:
                    "--expect \(expected): the file has \(found) rows in the window, which is off by more "
                    + "than \(RowExpectation.tolerance) %; check the file, the days and the service. Nothing was stored.",
                de:
                    "--expect \(expected): In der Datei liegen \(found, "Zeile", "Zeilen") an den gewählten Tagen; das "
                    + "weicht um mehr als \(RowExpectation.tolerance) % ab. Prüfen Sie Datei, Tage und Leistung. Es wurde "
                    + "nichts gespeichert."
            )
        case .journalChanged, .copiedState, .olderJournal, .replacedJournal, .movedWithoutKeys,
            .toldMeanwhile,
            .unsaltedProof, .proofFails, .erased, .nobodyLeft, .nobodyToList, .held, .notSettled,
            .notErased, .nothingToHold, .notRuled, .severalPeople, .personUnderWay,
            .campaignUnderWay,
            .keysMissing, .madeUpAddress, .addressNeedsSMTPUTF8, .frozen, .incidentOpen,
            .anotherIsSent, .doesNotStop, .notConfirmed, .confirmationMissing:
            .empty
        }
    }

    private static func samePerson(
        _ objection: SecondPerson.Objection,
        _ id: String,
        _ approver: String
    ) -> Sentence {
        switch objection {
        case .planned(let planner):
            Sentence(
                en:
                    "approval.people = 2: the account that planned \(id) cannot approve it; a second person "
                    + "must do it from their own login (planned by \(planner), approved by \(approver); see "
                    + "the README, “Two people”)",
                de:
                    "approval.people = 2: Das Konto, das \(id) geplant hat, kann sie nicht freigeben. Das muss eine zweite "
                    + "Person unter ihrer eigenen Anmeldung tun (geplant von \(planner), Freigabe durch \(approver); siehe "
                    + "README, „Two people“)"
            )
        case .decided(let decider):
            Sentence(
                en:
                    "approval.people = 2: the account that decided to write to somebody in \(id) cannot approve it; a second person "
                    + "must do it from their own login (decided by \(decider), approved by \(approver); see "
                    + "the README, “Two people”)",
                de:
                    "approval.people = 2: Das Konto, das in \(id) entschieden hat, jemanden anzuschreiben, kann sie nicht "
                    + "freigeben. Das muss eine zweite Person unter ihrer eigenen Anmeldung tun (entschieden von \(decider), "
                    + "Freigabe durch \(approver); siehe README, „Two people“)"
            )
        }
    }
}
