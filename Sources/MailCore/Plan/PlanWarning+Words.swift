extension PlanWarning: Worded {
    package var words: Sentence {
        switch self {
        case .hiddenSheet, .furtherSheets, .otherWorkbooks, .hiddenColumns, .formulasWithoutValue,
            .errorCells, .mergedRanges:
            ofWorkbook
        case .damagedReferences, .roundedPhones, .zerolessPhones, .webLetters, .shortRows,
            .filledRows, .emptyDayCells, .cancellingRemarks, .unlikeNames, .sortedAlone:
            ofCells
        case .zoneColumn, .otherZone, .noChosenDay, .oddDays, .yearSlip, .otherDayInName,
            .oldFile, .oldTitle:
            ofDays
        case .severalSites(let count):
            Sentence(
                en:
                    "appointments of \(count) sites are cancelled, and none was chosen; if not all are meant, "
                    + "plan again with --site",
                de:
                    "Abgesagt werden Termine an \(count: count) Orten, und keiner wurde ausgewählt. Sind nicht alle gemeint, "
                    + "planen Sie neu mit --site"
            )
        case .severalServices(let count):
            Sentence(
                en:
                    "appointments of \(count) services are cancelled, and none was chosen; if not all are meant, "
                    + "plan again with --service",
                de:
                    "Abgesagt werden Termine von \(count: count) Leistungen, und keine wurde ausgewählt. Sind nicht alle "
                    + "gemeint, planen Sie neu mit --service"
            )
        case .toldByFollowUp(let rows, let campaign):
            Sentence(
                en:
                    "\(rows, "row", "rows") of this selection: \(campaign) has told these people with the same template",
                de:
                    "\(rows, "Zeile", "Zeilen") dieser Auswahl: \(campaign) hat diese Personen mit derselben Vorlage "
                    + "benachrichtigt"
            )
        case .plannedFollowUp(let rows, let campaign):
            Sentence(
                en:
                    "\(rows, "row", "rows") of this selection: \(campaign) is planned with the same template and not "
                    + "sent yet; whichever is sent first, the other one is refused",
                de:
                    "\(rows, "Zeile", "Zeilen") dieser Auswahl: \(campaign) ist mit derselben Vorlage geplant und noch nicht "
                    + "gesendet; gesendet wird nur, was zuerst beginnt"
            )
        case .erasedPeople(let messages, let campaign):
            Sentence(
                en:
                    "\(messages, "message", "messages") of \(campaign) cannot be followed: what was kept of the person has been erased",
                de:
                    "\(messages, "Nachricht", "Nachrichten") aus \(campaign) ohne Folge: Was von der Person bekannt war, ist "
                    + "gelöscht"
            )
        case .template(let finding): finding.words
        case .inLetter(let finding):
            Sentence(
                en:
                    "\(finding): a signature, or left over from another letter? If it is left over, correct the "
                    + "template and plan again",
                de:
                    "\(finding). Ist das eine Unterschrift, oder aus einem anderen Schreiben übrig? Ist es übrig, berichtigen Sie "
                    + "die Vorlage und planen Sie neu"
            )
        }
    }
}
