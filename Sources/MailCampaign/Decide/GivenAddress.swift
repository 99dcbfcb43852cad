package import MailCore
import MailImport

/// An address that a person gave by hand.
///
/// Personal data: it is shown masked and nothing else.
package struct GivenAddress: Sendable {
    package let address: EmailAddress
    /// What looks odd about it; a warning only, since the person may really have an address there.
    package let doubt: RowReason?

    /// - Parameter typed: What somebody typed.
    /// - Throws: `WrongRequest` or `Refusal` if it is not one address that mail may go to.
    package init(_ typed: String) throws {
        let cell = AddressCell(parsing: typed)
        doubt = cell.doubt
        switch cell {
        case .address(let address): self.address = address
        case .none: throw WrongRequest.address(.none)
        case .several: throw WrongRequest.address(.several)
        case .placeholder: throw Refusal.madeUpAddress
        case .needsSMTPUTF8: throw Refusal.addressNeedsSMTPUTF8
        case .invalid(let flaw), .doubtful(let flaw):
            throw WrongRequest.address(.invalid(flaw))
        }
    }
}
