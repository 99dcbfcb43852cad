package import MailCore

extension ConfirmationQuestion {
    /// What whoever approves is asked.
    package var approvalPrompt: Printable {
        switch self {
        case .messages: "\nTo approve, type the number of messages: "
        case .lastDay: "And the day of the last appointment (as 31.12.2026): "
        }
    }

    /// What whoever sends at once is asked; there it is the number alone.
    package var sendingPrompt: Printable {
        switch self {
        case .messages: "\nTo send, type the number of messages (Ctrl-C stops): "
        case .lastDay: approvalPrompt
        }
    }

    /// What whoever erases a campaign is asked.
    package var erasingPrompt: Printable {
        switch self {
        case .messages:
            "Nothing brings people's data back, and no list can be written afterwards.\n"
                + "To erase, type the number of messages (Ctrl-C stops): "
        case .lastDay: approvalPrompt
        }
    }

    package static var wrongAnswer: Printable { "That is not what the view above says." }
}

extension SharedAddressQuestion {
    package var prompt: Printable {
        let rows = others.map { "\($0)" }.joined(separator: ", ")
        return
            "That is the address of somebody else, in row \(rows). If both share it, type that row: "
    }
}

extension GivenAddress {
    /// What is asked for where the address is not typed with the command.
    package static var prompt: Printable { "Address: " }

    /// What looks odd about it.
    package var note: Printable? { doubt.map { "--send: \($0)" } }
}
