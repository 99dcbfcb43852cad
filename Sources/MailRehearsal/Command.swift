/// One command line, read and checked (RFC 5321 section 4.1.1).
enum Command: Equatable {
    case ehlo(String)
    case helo(String)
    /// `size` is what the client announced (RFC 1870); 0 if it said nothing.
    case mail(from: String, size: Int)
    case rcpt(to: String)
    case data
    case rset
    case noop
    case quit
    case vrfy

    /// Throws the reply to a line that is no command of ours.
    init(parsing line: String) throws(Reply) {
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        let verb = words.first?.uppercased() ?? ""
        let argument = Self.trimmed(words.dropFirst().first ?? "")
        switch verb {
        case "EHLO": self = .ehlo(try Self.clientName(argument))
        case "HELO": self = .helo(try Self.clientName(argument))
        case "MAIL": self = try Self.mail(argument)
        case "RCPT": self = try Self.rcpt(argument)
        case "DATA": self = try Self.bare(.data, argument)
        case "RSET": self = try Self.bare(.rset, argument)
        case "QUIT": self = try Self.bare(.quit, argument)
        case "NOOP": self = .noop
        case "VRFY": self = .vrfy
        case "AUTH", "BDAT", "ETRN", "EXPN", "HELP", "STARTTLS", "TURN": throw .notImplemented
        default: throw .unknownCommand
        }
    }

    /// RFC 5321 section 4.1.1 wants white space before the CRLF to be tolerated.
    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }

    private static func bare(
        _ command: Command,
        _ argument: Substring
    ) throws(Reply) -> Command {
        guard argument.isEmpty else { throw .badArgument }
        return command
    }

    private static func clientName(_ argument: Substring) throws(Reply) -> String {
        guard !argument.isEmpty, !argument.contains(" ") else { throw .badArgument }
        return String(argument)
    }

    private static func mail(_ argument: Substring) throws(Reply) -> Command {
        guard argument.prefix(5).uppercased() == "FROM:" else { throw .badArgument }
        guard let path = Path(parsing: argument.dropFirst(5)) else { throw .badSender }
        var size = 0
        for parameter in path.parameters {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            let value = parts.dropFirst().first?.uppercased() ?? ""
            switch parts.first?.uppercased() {
            case "SIZE": size = try announcedSize(value)
            case "BODY" where value == "7BIT" || value == "8BITMIME": continue
            case "BODY": throw .badArgument
            default: throw .unknownParameter
            }
        }
        return .mail(from: path.mailbox, size: size)
    }

    /// RFC 1870 section 6.1 allows twenty digits, more than an `Int` can hold.
    private static func announcedSize(_ digits: String) throws(Reply) -> Int {
        guard 1...20 ~= digits.count, digits.allSatisfy({ "0"..."9" ~= $0 }) else {
            throw .badArgument
        }
        return Int(digits) ?? .max
    }

    private static func rcpt(_ argument: Substring) throws(Reply) -> Command {
        guard argument.prefix(3).uppercased() == "TO:" else { throw .badArgument }
        guard let path = Path(parsing: argument.dropFirst(3)), !path.mailbox.isEmpty else {
            throw .badRecipient
        }
        guard path.parameters.isEmpty else { throw .unknownParameter }
        return .rcpt(to: path.mailbox)
    }
}
