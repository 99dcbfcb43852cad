import MailCore

extension AddressCell {
    /// The class of a row in which nothing but the address is left to judge.
    func judgement(hasPhone: Bool, column: String?) -> RowJudgement {
        let (rowClass, reason) = verdict(hasPhone: hasPhone)
        return RowJudgement(rowClass, reason, column: reason == nil ? nil : column)
    }

    private func verdict(hasPhone: Bool) -> (RowClass, reason: String?) {
        let instead = "Reach this person another way."
        return switch self {
        case .address:
            (.send, nil)
        case .none where hasPhone:
            (.noEmail, "No address: call this person.")
        case .none:
            (.noContact, "Neither address nor phone number: write, or put up a notice at the door.")
        case .invalid(let reason):
            (.invalidEmail, "\(reason) \(instead)")
        case .doubtful(let reason):
            (.needsDecision, reason)
        case .placeholder:
            (.placeholder, "A made-up address: mail would reach a stranger. \(instead)")
        case .several:
            (.multiAddress, "Several addresses in one cell. \(instead)")
        case .needsSMTPUTF8:
            (
                .unsendable,
                "This program cannot send to an address with letters in front of the \"@\" that are "
                    + "not ASCII. \(instead)"
            )
        }
    }

    /// What makes it doubtful that mail to the address reaches the person; nil without a doubt.
    package var doubt: String? {
        address.flatMap { DomainSuspicion(of: $0.domain) }?.reason
    }
}
