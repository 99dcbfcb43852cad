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

    typealias Doubt = (reason: RowReason, column: String?)

    private func startDoubt(_ start: RowStart) -> Doubt? {
        guard case .unclear(_, let reason, _) = start.reading else { return nil }
        return (reason, start.column.map { mapping.headers[$0] })
    }

    private func guestDoubt(_ row: ScheduleRow) -> Doubt? {
        guard let column = row.guestColumn else { return nil }
        return (.furtherPerson, column)
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
        return (.choiceEmpty, nil)
    }

    private var toldDoubt: Doubt { (.perhapsTold, nil) }

    private func completionDoubt(_ row: ScheduleRow) -> Doubt? {
        guard !row.isComplete else { return nil }
        return (.unfinishedForm, mapping.completion.map { mapping.headers[$0] })
    }

    private func textDoubt(_ row: ScheduleRow) -> Doubt? {
        if row.isEncodedTwice { return (.encodedTwice, nil) }
        return row.isEscaped ? (.escapedText, nil) : nil
    }

    private func addressDoubt(_ row: ScheduleRow) -> Doubt? {
        row.address.doubt.map { ($0, addressColumn) } ?? guessedLetterDoubt(row)
    }

    /// Another letter is another domain, and somebody else's mailbox.
    private func guessedLetterDoubt(_ row: ScheduleRow) -> Doubt? {
        guard isEncodingGuessed, row.address.address?.domain.contains("xn--") == true else {
            return nil
        }
        return (.guessedLetters, addressColumn)
    }

    private var addressColumn: String? {
        mapping.first(.email).map { mapping.headers[$0] }
    }
}

extension StatusCell {
    fileprivate var doubt: RowReason? {
        switch self {
        case .active, .cancelled: nil
        case .doubtful: .doubtfulStatus
        case .unknown: .unknownStatus
        }
    }
}
