/// What a `ScriptedRelay` does otherwise than a good relay.
///
/// `RelayScript(.at(.rcpt, number: 2, .answer("550 5.1.1 unknown")))` refuses the second recipient.
package struct RelayScript: Sendable {
    /// When something can be done otherwise.
    package enum Moment: Hashable, Sendable {
        case greeting
        case ehlo
        case starttls
        case auth
        case mail
        case rcpt
        case data
        /// The first byte of a body has arrived.
        case body
        /// The final dot has arrived.
        case dot
        case rset
        case quit
    }

    package enum Step: Hashable, Sendable {
        /// A line; CRLF is added. The command counts as granted if the first one is 2xx or 3xx.
        case answer(String)
        /// Bytes as they are: garbage, or half a reply.
        case raw(String)
        /// FIN.
        case close
        /// RST.
        case reset
        /// Neither reads nor answers any more.
        case hang
        /// Goes on when `ScriptedRelay.proceedToHangUp` is called.
        case wait
    }

    /// One command, or another thing that has come, as the relay counts it.
    package struct Occasion: Sendable {
        /// How many of its kind have come on all connections, this one included.
        package let number: Int
        /// How many of its kind have come on this connection, this one included.
        package let numberOnConnection: Int
        /// The command line; for the final dot the message.
        package let line: String
    }

    /// One departure from good behaviour.
    package struct Exception: Sendable {
        let moment: Moment
        let condition: @Sendable (Occasion) -> Bool
        let steps: [Step]

        /// - Parameters:
        ///   - moment: When to do it.
        ///   - number: Which occasion, counted from 1 over all connections; nil for every one.
        ///   - text: Only for command lines that hold this text; nil for any.
        ///   - steps: What to do instead, in order. Nothing at all means no answer, but reading on.
        /// - Returns: The exception, to be listed in a script.
        package static func at(
            _ moment: Moment,
            number: Int? = nil,
            containing text: String? = nil,
            _ steps: Step...
        ) -> Exception {
            at(moment, number: number, containing: text, steps)
        }

        /// The same with a list of steps.
        package static func at(
            _ moment: Moment,
            number: Int? = nil,
            containing text: String? = nil,
            _ steps: [Step]
        ) -> Exception {
            let condition = { @Sendable (occasion: Occasion) in
                number.map { $0 == occasion.number } ?? true
                    && text.map(occasion.line.contains) ?? true
            }
            return Exception(moment: moment, condition: condition, steps: steps)
        }

        /// Whenever a condition holds.
        package static func at(
            _ moment: Moment,
            when condition: @escaping @Sendable (Occasion) -> Bool,
            _ steps: Step...
        ) -> Exception {
            Exception(moment: moment, condition: condition, steps: steps)
        }
    }

    /// Lines of the EHLO reply behind the host name.
    package var capabilities = ["PIPELINING", "SIZE 10485760", "ENHANCEDSTATUSCODES", "8BITMIME"]
    /// Octets of the kernel's receive buffer; small ones make a long body stop half-way.
    package var receiveBuffer: Int?
    /// The first one that fits counts.
    package var exceptions: [Exception]

    package init(_ exceptions: Exception...) {
        self.exceptions = exceptions
    }

    /// The same script for a relay that offers these extensions only.
    package func offering(_ capabilities: String...) -> RelayScript {
        var copy = self
        copy.capabilities = capabilities
        return copy
    }

    /// The same script for a relay that takes a body in small bites.
    package func reading(withBuffer octets: Int) -> RelayScript {
        var copy = self
        copy.receiveBuffer = octets
        return copy
    }

    func steps(for moment: Moment, on occasion: Occasion) -> [Step]? {
        exceptions.first { $0.moment == moment && $0.condition(occasion) }?.steps
    }
}
