/// What leaves a campaign with a row.
package enum WithdrawnPart {
    /// The row's message, with all its rows.
    case message
    /// Only the row itself, which waited for a decision.
    case row

    /// - Parameters:
    ///   - row: As a spreadsheet numbers it.
    ///   - rowClass: Its class.
    ///   - state: Where its message stands; nil if it gets none.
    /// - Throws: Why there is nothing to withdraw.
    package init(of row: Int, _ rowClass: RowClass, state: DeliveryState?) throws(WithdrawError) {
        guard rowClass != .needsDecision else {
            self = .row
            return
        }
        guard let state else { throw .noMessage(row) }
        guard state.isOpen else { throw .tooLate(row) }
        self = .message
    }
}

/// Why a row cannot be withdrawn.
package enum WithdrawError: PrintableError, Hashable, Sendable {
    case noSuchRow(Int)
    case noMessage(Int)
    case tooLate(Int)
    /// The journal is an older one.
    case mayBeTold(Int)

    package var words: Sentence {
        switch self {
        case .noSuchRow(let row):
            Sentence(
                en: "row \(row): there is no such row; see: einzelpost rows",
                de: "Zeile \(row): Diese Zeile gibt es nicht; alle Zeilen zeigt: einzelpost rows"
            )
        case .noMessage(let row):
            Sentence(
                en: "row \(row): gets no message, so there is none to withdraw",
                de: "Zeile \(row): bekommt keine Nachricht, also ist keine zurückzuziehen"
            )
        case .tooLate(let row):
            Sentence(
                en: "row \(row): its message has already been handed to the relay",
                de: "Zeile \(row): Ihre Nachricht ist schon an den Mailserver übergeben"
            )
        case .mayBeTold(let row):
            Sentence(
                en:
                    "row \(row): its message may have been sent since this copy of the journal was made; first go on "
                    + "with: einzelpost resume CAMPAIGN --restored",
                de:
                    "Zeile \(row): Ihre Nachricht ist vielleicht schon verschickt, seit diese Kopie des Protokolls "
                    + "entstand; machen Sie zuerst weiter mit: einzelpost resume CAMPAIGN --restored"
            )
        }
    }
}
