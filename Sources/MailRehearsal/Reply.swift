/// What the server answers to one command (RFC 5321 section 4.2).
///
/// It can be thrown, because a command that cannot be read has its answer already.
package struct Reply: Error, Equatable, Sendable {
    package let code: Int
    /// The text of each line, with the enhanced status code (RFC 2034) where one belongs.
    package let lines: [String]

    init(_ code: Int, _ lines: String...) {
        self.code = code
        self.lines = lines
    }

    /// The reply as it goes over the wire, each line ended by CRLF.
    package var wire: String {
        let last = lines.count - 1
        return lines.enumerated().reduce(into: "") { wire, line in
            wire += "\(code)\(line.offset == last ? " " : "-")\(line.element)\r\n"
        }
    }
}

extension Reply {
    static let greeting = Reply(220, "localhost ESMTP Einzelpost rehearsal, nothing is sent on")
    static let helo = Reply(250, "localhost")

    static func ehlo(maximumSize: Int) -> Reply {
        Reply(
            250,
            "localhost",
            "PIPELINING",
            "SIZE \(maximumSize)",
            "8BITMIME",
            "ENHANCEDSTATUSCODES"
        )
    }

    static let ok = Reply(250, "2.0.0 Ok")
    static let senderOk = Reply(250, "2.1.0 Ok")
    static let recipientOk = Reply(250, "2.1.5 Ok")
    static let goAhead = Reply(354, "End data with <CR><LF>.<CR><LF>")
    static let bye = Reply(221, "2.0.0 Bye")
    static let cannotVerify = Reply(252, "2.5.0 Send some mail, it will be accepted")

    static func queued(as number: Int) -> Reply {
        Reply(250, "2.0.0 Ok: queued as R\(number.sixDigits)")
    }

    static let notKept = Reply(451, "4.3.0 The message could not be written")
    static let tooManyRecipients = Reply(452, "4.5.3 Too many recipients")

    static let lineTooLong = Reply(500, "5.5.2 Line too long")
    static let unreadable = Reply(500, "5.5.2 Only printable ASCII, ended by CRLF, is a command")
    static let unknownCommand = Reply(500, "5.5.2 Command not recognised")
    static let badArgument = Reply(501, "5.5.4 Syntax error in the argument")
    static let badSender = Reply(501, "5.1.7 Not a sender address")
    static let badRecipient = Reply(501, "5.1.3 Not one recipient address")
    static let notImplemented = Reply(502, "5.5.1 Command not implemented")
    static let wrongOrder = Reply(503, "5.5.1 Command out of order")
    static let noSuchUser = Reply(550, "5.1.1 Refused on request of this rehearsal")
    static let tooBig = Reply(552, "5.3.4 Message exceeds the size limit")
    static let noRecipients = Reply(554, "5.5.1 No valid recipients")
    static let unknownParameter = Reply(555, "5.5.4 Parameter not recognised")
}

extension Int {
    /// At least six digits, so that names sort as numbers do: `000042`.
    var sixDigits: String {
        let digits = String(self)
        return "000000".dropLast(digits.count) + digits
    }
}
