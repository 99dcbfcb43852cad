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
package enum WithdrawError: Error, Hashable, Sendable, CustomStringConvertible {
    case noSuchRow(Int)
    case noMessage(Int)
    case tooLate(Int)
    /// The journal is an older one.
    case mayBeTold(Int)

    package var description: String {
        switch self {
        case .noSuchRow(let row): "row \(row): there is no such row; see: einzelpost rows"
        case .noMessage(let row): "row \(row): gets no message, so there is none to withdraw"
        case .tooLate(let row): "row \(row): its message has already been handed to the relay"
        case .mayBeTold(let row):
            "row \(row): its message may have been sent since this copy of the journal was made; first go on with: "
                + "einzelpost resume CAMPAIGN --restored"
        }
    }
}
