package import MailCore

extension AddressCell {
    /// The class of a row in which nothing but the address is left to judge.
    func judgement(hasPhone: Bool, column: String?) -> RowJudgement {
        let (rowClass, reason) = verdict(hasPhone: hasPhone)
        return RowJudgement(rowClass, reason, column: reason == nil ? nil : column)
    }

    private func verdict(hasPhone: Bool) -> (RowClass, reason: RowReason?) {
        switch self {
        case .address: (.send, nil)
        case .none where hasPhone: (.noEmail, .noAddress)
        case .none: (.noContact, .noContact)
        case .invalid(let flaw): (.invalidEmail, .invalidAddress(flaw: flaw))
        case .doubtful(let flaw): (.needsDecision, .doubtfulAddress(flaw: flaw))
        case .placeholder: (.placeholder, .madeUpAddress)
        case .several: (.multiAddress, .severalAddresses)
        case .needsSMTPUTF8: (.unsendable, .unsendableAddress)
        }
    }

    /// What makes it doubtful that mail to the address reaches the person; nil without a doubt.
    package var doubt: RowReason? {
        address.flatMap { DomainSuspicion(of: $0.domain) }?.reason
    }
}
