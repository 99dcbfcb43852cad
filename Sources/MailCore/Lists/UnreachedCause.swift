/// Why no message has told somebody, or may not have.
package enum UnreachedCause: String, CaseIterable, Hashable, Sendable {
    case noAddress = "no-address"
    /// A person left the row out.
    case leftOut = "left-out"
    /// A person decided that somebody calls.
    case decided
    case invalidAddress = "invalid-email"
    case placeholder
    case severalAddresses = "multi-address"
    case collectiveAddress = "collective-address"
    case unsendable
    case undecided = "needs-decision"
    case refused
    /// There was no time left to tell them by e-mail.
    case expired
    /// The program has not given up yet, and the appointment is near: whoever phones may begin.
    case stillTrying = "still-trying"
    /// The relay may have the message, or not.
    case unknown
    /// A person took the message out.
    case withdrawn
    /// The journal knows no message for the row: a fault, but no reason to forget somebody.
    case noMessage = "no-message"

    /// Whether somebody must first say what becomes of the row.
    package var waitsForDecision: Bool {
        switch self {
        case .undecided, .unknown: true
        case .noAddress, .leftOut, .decided, .invalidAddress, .placeholder, .severalAddresses,
            .collectiveAddress, .unsendable, .refused, .expired, .stillTrying, .withdrawn,
            .noMessage:
            false
        }
    }

    /// Nil for a row behind which nobody has to be reached another way, at least not yet.
    ///
    /// - Parameters:
    ///   - rowClass: The row's.
    ///   - answer: What a person last said about it; nil if nobody has.
    ///   - state: Where the row's message stands; nil if there is none.
    ///   - isNear: Whether the phone should begin for this appointment, though the message may still go.
    package init?(
        rowClass: RowClass,
        answer: RowAnswer?,
        state: DeliveryState?,
        isNear: Bool = false
    ) {
        switch rowClass {
        case .rejected, .testOrBlock, .outOfWindow, .otherService, .alreadyCancelled, .past,
            .duplicate, .alreadyNotified:
            return nil
        case .needsDecision: self = .undecided
        case .noEmail, .noContact:
            self =
                switch answer {
                case .leaveOut: .leftOut
                case .phone: .decided
                case .send, nil: .noAddress
                }
        case .invalidEmail: self = .invalidAddress
        case .placeholder: self = .placeholder
        case .multiAddress: self = .severalAddresses
        case .collectiveAddress: self = .collectiveAddress
        case .unsendable: self = .unsendable
        case .send: self.init(state: state, isNear: isNear)
        }
    }

    private init?(state: DeliveryState?, isNear: Bool) {
        switch state {
        case .planned, .sending, .deferred:
            guard isNear else { return nil }
            self = .stillTrying
        case .accepted: return nil
        case .unknown: self = .unknown
        case .refused: self = .refused
        case .expired: self = .expired
        case .withdrawn: self = .withdrawn
        case nil: self = .noMessage
        }
    }

    /// For whoever works with the list.
    package var german: String {
        switch self {
        case .noAddress: "keine E-Mail-Adresse"
        case .leftOut: "ausgenommen"
        case .decided: "Anruf statt E-Mail entschieden"
        case .invalidAddress: "E-Mail-Adresse ungültig"
        case .placeholder: "E-Mail-Adresse erfunden"
        case .severalAddresses: "mehrere E-Mail-Adressen"
        case .collectiveAddress: "Sammeladresse"
        case .unsendable: "E-Mail-Adresse technisch nicht möglich"
        case .undecided: "noch zu entscheiden"
        case .refused: "E-Mail nicht angenommen"
        case .expired: "E-Mail nicht rechtzeitig möglich"
        case .stillTrying: "E-Mail noch nicht angenommen, wird weiter versucht"
        case .unknown: "unklar, ob E-Mail angenommen"
        case .withdrawn: "E-Mail zurückgezogen"
        case .noMessage: "keine E-Mail vorhanden"
        }
    }
}
