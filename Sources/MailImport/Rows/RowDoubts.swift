import MailCore

/// What keeps a row from being told before a person has decided.
struct RowDoubts {
    let selection: Selection
    let mapping: ColumnMapping
    let isEncodingGuessed: Bool

    /// Every doubt about a row, each with the header of the column to look at.
    func all(about row: ScheduleRow, _ meant: [RowStart], mayBeTold: Bool) -> [Doubt] {
        meant.compactMap(startDoubt)
            + [
                guestDoubt(row), choiceDoubt(row), statusDoubt(row), completionDoubt(row),
                textDoubt(row), addressDoubt(row), mayBeTold ? toldDoubt : nil,
            ]
            .compactMap(\.self)
    }

    typealias Doubt = (reason: String, column: String?)

    private func startDoubt(_ start: RowStart) -> Doubt? {
        guard case .unclear(_, let reason, _) = start.reading else { return nil }
        return (reason, start.column.map { mapping.headers[$0] })
    }

    private func guestDoubt(_ row: ScheduleRow) -> Doubt? {
        guard let column = row.guestColumn else { return nil }
        let reason =
            "The row names a further person, who would not be told. Give each person a row of "
            + "their own."
        return (reason, column)
    }

    private func statusDoubt(_ row: ScheduleRow) -> Doubt? {
        row.status.doubt.map { ($0, row.statusColumn) }
    }

    /// Whether the row is meant cannot be told from an empty cell.
    private func choiceDoubt(_ row: ScheduleRow) -> Doubt? {
        guard
            !selection.services.isEmpty && row.hasNoService
                || !selection.sites.isEmpty && row.contact.site == nil
        else { return nil }
        let reason =
            "The service or the site is empty. Find out whether the appointment is one of those "
            + "that are cancelled."
        return (reason, nil)
    }

    private var toldDoubt: Doubt {
        let reason =
            "An earlier campaign has told somebody at this address, under another name or none, of an "
            + "appointment at this time and site. The same person: --leave-out. Somebody else: --send "
            + "with the address."
        return (reason, nil)
    }

    private func completionDoubt(_ row: ScheduleRow) -> Doubt? {
        guard !row.isComplete else { return nil }
        let reason =
            "The form was begun and not sent. Find out whether there is an appointment at all."
        return (reason, mapping.completion.map { mapping.headers[$0] })
    }

    private func textDoubt(_ row: ScheduleRow) -> Doubt? {
        if row.isEncodedTwice {
            return (
                "The name or the site was encoded twice: a letter such as \"ü\" shows as two "
                    + "characters. Correct the cell.", nil
            )
        }
        guard row.isEscaped else { return nil }
        let reason =
            "The name, the site or the reference holds a tag, or text that was escaped for a web page "
            + "or a mail. Correct the cell."
        return (reason, nil)
    }

    private func addressDoubt(_ row: ScheduleRow) -> Doubt? {
        row.address.doubt.map { ($0, addressColumn) } ?? guessedLetterDoubt(row)
    }

    /// Another letter is another domain, and somebody else's mailbox.
    private func guessedLetterDoubt(_ row: ScheduleRow) -> Doubt? {
        guard isEncodingGuessed, row.address.address?.domain.contains("xn--") == true else {
            return nil
        }
        let reason =
            "The domain of the address has letters beyond ASCII, and the encoding of the file is a "
            + "guess. Look at them with preview, and plan with --encoding."
        return (reason, addressColumn)
    }

    private var addressColumn: String? {
        mapping.first(.email).map { mapping.headers[$0] }
    }
}

extension StatusCell {
    fileprivate var doubt: String? {
        switch self {
        case .active, .cancelled: nil
        case .doubtful:
            "The status leaves open whether the appointment still stands. Find out, and correct it."
        case .unknown:
            "The status is not known. Find out whether the appointment still stands."
        }
    }
}
