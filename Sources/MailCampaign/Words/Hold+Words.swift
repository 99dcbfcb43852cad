package import MailCore

extension Hold.Result {
    package var text: Printable {
        heldBecause.map {
            "\(campaign) is held: nothing of it is erased, also by --due. Reason: \($0)"
        }
            ?? "\(campaign) may be erased."
    }
}
