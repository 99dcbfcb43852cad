extension DecisionError {
    package var words: Sentence {
        what + Sentence(en: "; nothing was changed", de: ". Es wurde nichts geändert")
    }

    private var what: Sentence {
        switch self {
        case .noSuchRow(let row):
            Sentence(
                en: "row \(row): there is no such row; see: einzelpost rows",
                de: "Zeile \(row): Diese Zeile gibt es nicht; alle Zeilen zeigt: einzelpost rows"
            )
        case .noSuchValue(let value):
            Sentence(
                en: "value \(value): this campaign asks about no such value; see: einzelpost rows",
                de: "Wert \(value): Nach diesem Wert fragt die Aktion nicht; siehe: einzelpost rows"
            )
        case .begun(let campaign):
            Sentence(
                en:
                    "sending of \(campaign) has begun, so its rows can no longer be decided. Reach these "
                    + "people another way, or correct the export and plan again: whoever has been "
                    + "told by then is already-notified",
                de:
                    "Der Versand von \(campaign) hat begonnen; über Zeilen kann jetzt nicht mehr entschieden "
                    + "werden. Erreichen Sie diese Personen auf anderem Weg, oder berichtigen Sie den Export und "
                    + "planen Sie neu: Wer bis dahin benachrichtigt ist, wird dabei erkannt (already-notified)"
            )
        case .erased(let campaign):
            Sentence(
                en: "\(campaign) has been erased; nothing can be decided",
                de: "\(campaign) ist gelöscht; es ist nichts mehr zu entscheiden"
            )
        case .nothingKept(let row, let rowClass): Self.nothingKept(row, rowClass)
        case .getsMessage, .noPhone, .leftover, .alreadyTold, .toldBefore: whatOfRow
        case .ownAddress, .collective, .shared, .notShared: whatOfAddress
        case .startNeeded, .startKnown, .startOutside, .halfKnown, .over, .notWritable, .guarded:
            whatOfMessage
        }
    }

    private static func nothingKept(_ row: Int, _ rowClass: RowClass) -> Sentence {
        Sentence(
            en:
                "row \(row) is \(rowClass.rawValue): \(rowClass.whyNothingIsKept), so nothing was kept "
                + "of this person and there is nobody to write to. If that is wrong, correct the "
                + "export and plan again",
            de:
                "Zeile \(row) (\(rowClass.rawValue)): \(rowClass.whyNothingIsKept). Von dieser Person ist deshalb "
                + "nichts aufbewahrt, und niemand kann angeschrieben werden. Ist das falsch, berichtigen Sie den "
                + "Export und planen Sie neu"
        )
    }

    private var whatOfRow: Sentence {
        switch self {
        case .getsMessage(let row):
            Sentence(
                en:
                    "row \(row): belongs to a message already; to take that out: einzelpost withdraw",
                de:
                    "Zeile \(row): gehört schon zu einer Nachricht; zurückziehen lässt sie sich mit: "
                    + "einzelpost withdraw"
            )
        case .noPhone(let row):
            Sentence(
                en:
                    "row \(row): the schedule has no phone number of this person; say --leave-out, and "
                    + "the row goes to those who get a letter or a notice at the door",
                de:
                    "Zeile \(row): Die Terminliste hat keine Telefonnummer dieser Person. Mit --leave-out kommt die "
                    + "Zeile zu denen, die einen Brief oder einen Aushang bekommen"
            )
        case .leftover(let row):
            Sentence(
                en:
                    "row \(row): name, site or reference holds a link, or a leftover such as #NV or {{…}}, "
                    + "which the message would print; correct the export and plan again, or say "
                    + "--phone or --leave-out",
                de:
                    "Zeile \(row): In Name, Ort oder Buchungsnummer steht ein Link oder ein Überrest wie #NV oder "
                    + "{{…}}, und die Nachricht würde ihn zeigen. Berichtigen Sie den Export und planen Sie neu, "
                    + "oder nehmen Sie --phone oder --leave-out"
            )
        case .alreadyTold(let row, let other):
            Sentence(
                en:
                    "row \(row): the message for row \(other) tells this person of just this appointment; "
                    + "say --leave-out",
                de:
                    "Zeile \(row): Die Nachricht zu Zeile \(other) nennt dieser Person schon genau diesen Termin; "
                    + "nehmen Sie --leave-out"
            )
        case .toldBefore(let row):
            Sentence(
                en: "row \(row): an earlier campaign has told this person of this appointment; say "
                    + "--leave-out",
                de:
                    "Zeile \(row): Eine frühere Aktion hat diese Person über diesen Termin benachrichtigt; nehmen "
                    + "Sie --leave-out"
            )
        case .noSuchRow, .noSuchValue, .begun, .erased, .nothingKept, .ownAddress, .collective,
            .shared, .notShared, .startNeeded, .startKnown, .startOutside, .halfKnown, .over,
            .notWritable, .guarded:
            .empty
        }
    }

    private var whatOfAddress: Sentence {
        switch self {
        case .ownAddress(let row):
            Sentence(
                en:
                    "row \(row): that address is the authority's own; ask for the person's, or say --phone "
                    + "or --leave-out",
                de:
                    "Zeile \(row): Das ist eine Adresse der Behörde selbst. Fragen Sie nach der Adresse der Person, "
                    + "oder nehmen Sie --phone oder --leave-out"
            )
        case .collective(let row):
            Sentence(
                en:
                    "row \(row): with this row, that address would stand on five or more different people, "
                    + "so it belongs to an authority and not to a person; say --phone or --leave-out",
                de:
                    "Zeile \(row): Mit dieser Zeile stünde die Adresse bei fünf oder mehr verschiedenen Personen; sie "
                    + "gehört dann einer Stelle und keiner Person. Nehmen Sie --phone oder --leave-out"
            )
        case .shared(let row, let others):
            Sentence(
                en: "row \(row): that is the address of somebody else, in row "
                    + "\(others.map { "\($0)" }.joined(separator: ", "))"
                    + "; look whose it is. If both share it, say so: --shared-with \(others[0])",
                de: "Zeile \(row): Diese Adresse steht schon bei jemand anderem, in Zeile "
                    + "\(others.map { "\($0)" }.joined(separator: ", ")). Sehen Sie nach, wem sie gehört. "
                    + "Teilen sich beide die Adresse, sagen Sie es mit: --shared-with \(others[0])"
            )
        case .notShared(let row, let other):
            Sentence(
                en: "row \(row): row \(other) has no such address; leave --shared-with out",
                de:
                    "Zeile \(row): Zeile \(other) hat diese Adresse nicht; lassen Sie --shared-with weg"
            )
        case .noSuchRow, .noSuchValue, .begun, .erased, .nothingKept, .getsMessage, .noPhone,
            .leftover, .alreadyTold, .toldBefore, .startNeeded, .startKnown, .startOutside,
            .halfKnown, .over, .notWritable, .guarded:
            .empty
        }
    }

    private var whatOfMessage: Sentence {
        switch self {
        case .startNeeded(let row):
            Sentence(
                en:
                    "row \(row): the schedule does not say for certain when the appointment begins; find "
                    + "it out and say it, in local time: --start 2021-03-16T09:10",
                de:
                    "Zeile \(row): Aus der Terminliste geht nicht sicher hervor, wann der Termin beginnt. Finden Sie "
                    + "es heraus, und geben Sie es in Ortszeit an: --start 2021-03-16T09:10"
            )
        case .startKnown(let row, let start):
            Sentence(
                en:
                    "row \(row): the schedule says when the appointment begins, \(start.iso8601); leave "
                    + "--start out. If the schedule is wrong, correct the export and plan again",
                de:
                    "Zeile \(row): In der Terminliste steht, wann der Termin beginnt: \(start.words). Lassen Sie "
                    + "--start weg. Ist die Terminliste falsch, berichtigen Sie den Export und planen Sie neu"
            )
        case .startOutside(let row, let first, let last):
            Sentence(
                en: "row \(row): --start is not on a day of this campaign, \(first) to \(last)",
                de:
                    "Zeile \(row): --start liegt auf keinem Tag dieser Aktion (\(first) bis \(last))"
            )
        case .halfKnown(let row):
            Sentence(
                en:
                    "row \(row): it holds two appointments, and one of them is not certain, so a message would "
                    + "tell the other alone; correct the export and plan again, or say --phone or "
                    + "--leave-out",
                de:
                    "Zeile \(row): Hier stehen zwei Termine, und einer davon ist nicht sicher; eine Nachricht würde "
                    + "nur den anderen nennen. Berichtigen Sie den Export und planen Sie neu, oder nehmen Sie "
                    + "--phone oder --leave-out"
            )
        case .over(let row):
            Sentence(
                en: "row \(row): the appointment has begun or is over; say --phone or --leave-out",
                de:
                    "Zeile \(row): Der Termin hat begonnen oder ist vorbei; nehmen Sie --phone oder --leave-out"
            )
        case .notWritable(let row, let reason):
            Sentence(
                en: "row \(row): no message can be written: \(reason)",
                de: "Zeile \(row): Es lässt sich keine Nachricht schreiben: \(reason)"
            )
        case .guarded(let row, let finding):
            Sentence(
                en: "row \(row): the guard will not let its message go: \(finding). Say --phone or "
                    + "--leave-out, --value if rows asks about one, or correct the export and plan again",
                de:
                    "Zeile \(row): Der Wächter hält die Nachricht zurück: \(finding). Nehmen Sie --phone oder "
                    + "--leave-out (oder --value, wenn „rows“ nach einem Wert fragt), oder berichtigen Sie den "
                    + "Export und planen Sie neu"
            )
        case .noSuchRow, .noSuchValue, .begun, .erased, .nothingKept, .getsMessage, .noPhone,
            .leftover, .alreadyTold, .toldBefore, .ownAddress, .collective, .shared, .notShared:
            .empty
        }
    }
}

extension RowClass {
    /// For the sentence that says why such a row cannot be decided.
    fileprivate var whyNothingIsKept: Sentence {
        switch self {
        case .rejected: Sentence(en: "it could not be read", de: "Sie war nicht lesbar")
        case .testOrBlock:
            Sentence(
                en: "its name or address is one of a test or of a blocked slot",
                de: "Name oder Adresse sehen nach einem Test oder einer Sperrzeit aus"
            )
        case .outOfWindow:
            Sentence(
                en: "its appointment is not on a chosen day",
                de: "Der Termin liegt an keinem gewählten Tag"
            )
        case .otherService:
            Sentence(
                en: "its service or site was not chosen",
                de: "Leistung oder Ort waren nicht gewählt"
            )
        case .alreadyCancelled:
            Sentence(
                en: "its status says that it was cancelled",
                de: "Laut Status ist der Termin abgesagt"
            )
        case .past:
            Sentence(
                en: "its appointment had begun or was over at planning",
                de: "Der Termin hatte beim Planen begonnen oder war vorbei"
            )
        case .duplicate:
            Sentence(
                en: "an earlier row is the same appointment",
                de: "Eine frühere Zeile ist derselbe Termin"
            )
        case .alreadyNotified:
            Sentence(
                en: "an earlier campaign has told this person",
                de: "Eine frühere Aktion hat diese Person benachrichtigt"
            )
        case .needsDecision, .noEmail, .noContact, .invalidEmail, .placeholder, .multiAddress,
            .collectiveAddress, .unsendable, .send:
            Sentence(
                en: "the personal data has gone",
                de: "Die personenbezogenen Daten sind nicht mehr da"
            )
        }
    }
}
