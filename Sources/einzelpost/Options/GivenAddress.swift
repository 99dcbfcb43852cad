import MailCampaign
import MailCore

/// An address that a person gave by hand.
///
/// Personal data: it is shown masked and nothing else.
struct GivenAddress {
    let address: EmailAddress

    /// - Parameter text: The address, or `-` to read it from standard input, so that it stays out of
    ///   the shell's history and of the list of processes.
    /// - Throws: `Failure` if it is not one address that mail may go to.
    init(_ text: String) throws {
        let typed = text == "-" ? try Self.line() : text
        let cell = AddressCell(parsing: typed)
        // A warning only: the person may really have an address there.
        if let doubt = cell.doubt { Terminal.complain("--send: \(doubt)") }
        switch cell {
        case .address(let address): self.address = address
        case .none:
            throw Failure(.usage, "--send: there is no address; nothing was changed")
        case .several:
            throw Failure(
                .usage,
                "--send: that is more than one address; choose one. Nothing was changed"
            )
        case .placeholder:
            throw Failure(
                .refused,
                "--send: that is a made-up address, and mail would reach a stranger; ask the "
                    + "person for theirs, or say --phone or --leave-out. Nothing was changed"
            )
        case .needsSMTPUTF8:
            throw Failure(
                .refused,
                "--send: this program cannot send to an address with letters in front of the \"@\" "
                    + "that are not ASCII; ask for another address, or say --phone or --leave-out. "
                    + "Nothing was changed"
            )
        case .invalid(let reason):
            throw Failure(.usage, "--send: that is not an address: \(reason) Nothing was changed")
        }
    }

    private static func line() throws -> String {
        if Terminal.inputIsTerminal { Terminal.prompt("Address: ") }
        guard let line = readLine() else {
            throw Failure(.usage, "--send -: standard input is empty; nothing was changed")
        }
        return line
    }
}
