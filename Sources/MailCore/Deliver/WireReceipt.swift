/// What was really written to the connection for one message: taken where it was written, not
/// where it was meant.
package struct WireReceipt: Hashable, Sendable {
    /// `RCPT` commands between this message's `MAIL` and the end of its transaction.
    package var recipients: Int
    /// The address of the only `RCPT` command, read from its line; nil if there was none or more
    /// than one, or if the line cannot be read.
    package var recipient: EmailAddress?
    /// Octets of the message that were handed to the kernel, without the final dot.
    package var octets: Int
    /// SHA-256 over exactly these octets; nil if there were none.
    package var data: Digest?
    /// SHA-256 over the same octets without their `Date` field: what `OutgoingMessage.digest` is for
    /// the planned ones.
    ///
    /// Nil if what was written ends before its header section does, or has not exactly one `Date`.
    package var digest: Digest?

    package init(recipients: Int = 0, octets: Int = 0) {
        self.recipients = recipients
        self.octets = octets
    }

    /// Takes note of commands.
    ///
    /// - Parameter named: What each `RCPT` among them named; nil for one that cannot be read.
    package mutating func note(recipients named: [EmailAddress?]) {
        guard !named.isEmpty else { return }
        recipient = recipients == 0 && named.count == 1 ? named[0] : nil
        recipients += named.count
    }

    /// Takes note of the message.
    ///
    /// - Parameter written: Its octets as they were handed over, without the final dot.
    package mutating func note(message written: ArraySlice<UInt8>) {
        octets = written.count
        guard !written.isEmpty else { return }
        data = Digest(of: written)
        digest = WrittenHeader(of: written).map { Digest(of: $0.withoutDate) }
    }
}

extension WireReceipt: CustomStringConvertible, CustomReflectable {
    /// Without the address, so that interpolation into a log line or an error cannot leak it.
    package var description: String { "[\(recipients) recipients, \(octets) octets]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// The header section of a message, as the written octets show it.
///
/// Must not know how the message was made: it is the witness that what left is what was approved.
private struct WrittenHeader {
    let withoutDate: [UInt8]

    /// Nil unless the header section is complete and has exactly one `Date` field.
    init?(of written: ArraySlice<UInt8>) {
        var dates: [Range<Int>] = []
        var isInDate = false
        var position = written.startIndex
        while true {
            guard let end = Self.endOfLine(in: written, from: position) else { return nil }
            let line = written[position..<end]
            // RFC 5322 section 2.1: an empty line ends the header section.
            if line.count == 2 { break }
            // RFC 5322 section 2.2.3: a line that begins with white space belongs to the one before.
            let isFolded = line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t")
            if !isFolded {
                isInDate = Self.isDate(line)
                if isInDate { dates.append(position..<end) }
            } else if isInDate, let last = dates.popLast() {
                dates.append(last.lowerBound..<end)
            }
            position = end
        }
        guard dates.count == 1 else { return nil }
        withoutDate = Array(written[..<dates[0].lowerBound] + written[dates[0].upperBound...])
    }

    /// Behind the next CRLF; nil if there is none.
    private static func endOfLine(in written: ArraySlice<UInt8>, from start: Int) -> Int? {
        var position = start
        while let carriage = written[position...].firstIndex(of: UInt8(ascii: "\r")) {
            let next = carriage + 1
            guard next < written.endIndex else { return nil }
            if written[next] == UInt8(ascii: "\n") { return next + 1 }
            position = next
        }
        return nil
    }

    /// Field names have no case (RFC 5322 section 1.2.2).
    private static func isDate(_ line: ArraySlice<UInt8>) -> Bool {
        line.prefix(4).map { $0 | 0x20 }.elementsEqual("date".utf8)
            && line.dropFirst(4).first == UInt8(ascii: ":")
    }
}
