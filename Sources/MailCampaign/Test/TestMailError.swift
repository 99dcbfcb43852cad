package import MailCore

/// Why no test mail goes, or why one that went is a matter of concern.
package enum TestMailError: Error, Hashable, Sendable {
    /// The configuration names no mailbox for test mails.
    case noAddresses
    /// What was typed is no address.
    case noAddress
    case notListed
    /// Somebody of the campaign has that address.
    case personOfCampaign(campaign: String)
    /// The message shows what belongs to somebody.
    case guarded(finding: GuardFinding)
    /// Something else was written to the relay than was meant.
    case written(fault: ReceiptFault)

    var isUsage: Bool { self == .noAddress }
}

extension TestMailError {
    /// The field of a form that is to blame; nil for what is nobody's typing.
    package static func field(of error: any Error) -> String? {
        switch error {
        case TestMailError.noAddress, TestMailError.notListed, TestMailError.personOfCampaign:
            "adresse"
        case WrongRequest.rowWithoutMessage: "zeile"
        default: nil
        }
    }
}
