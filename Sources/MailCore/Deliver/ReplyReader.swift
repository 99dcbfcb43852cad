/// Cuts what a relay sends into complete replies (RFC 5321 section 4.2): bytes in, replies out.
///
/// After a fault the reader has no next reply to offer; the connection must be dropped.
package struct ReplyReader: Sendable {
    /// RFC 5321 section 4.5.3.1.5 allows 512 octets; some relays explain themselves at length.
    private static let longestLine = 2_048
    /// No EHLO reply comes near it.
    private static let mostLines = 100

    private var pending: [UInt8] = []
    private var code: Int?
    private var lines: [String] = []

    package init() {}

    /// Whether nothing is held, not even a part of a reply.
    package var isEmpty: Bool { pending.isEmpty && code == nil }

    package mutating func push(_ bytes: some Sequence<UInt8>) {
        pending.append(contentsOf: bytes)
    }

    /// The next complete reply; nil if more bytes are needed.
    package mutating func next() throws(ReplyFault) -> ReplyLines? {
        while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
            guard end <= Self.longestLine else { throw .lineTooLong }
            var line = pending[..<end]
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            let reply = try take(line)
            pending.removeSubrange(...end)
            if let reply { return reply }
        }
        guard pending.count <= Self.longestLine else { throw .lineTooLong }
        return nil
    }

    private mutating func take(_ line: ArraySlice<UInt8>) throws(ReplyFault) -> ReplyLines? {
        guard let lineCode = Self.code(of: line) else { throw .notAReply }
        guard code == nil || code == lineCode else { throw .mixedCodes }
        guard lines.count < Self.mostLines else { throw .tooManyLines }
        lines.append(String(decoding: line.dropFirst(4), as: UTF8.self))
        guard line.dropFirst(3).first != UInt8(ascii: "-") else {
            code = lineCode
            return nil
        }
        defer {
            code = nil
            lines = []
        }
        return ReplyLines(code: lineCode, lines: lines)
    }

    /// Three digits, 2 to 5 in front, then a space, a hyphen, or nothing.
    private static func code(of line: ArraySlice<UInt8>) -> Int? {
        let digits = line.prefix(3).map { Int($0) - 48 }
        guard digits.count == 3, digits.allSatisfy((0...9).contains), (2...5).contains(digits[0])
        else { return nil }
        switch line.dropFirst(3).first {
        case nil, UInt8(ascii: " "), UInt8(ascii: "-"):
            return digits[0] * 100 + digits[1] * 10 + digits[2]
        default: return nil
        }
    }
}

/// Why bytes of a relay are no SMTP reply.
package enum ReplyFault: Error, Hashable, Sendable {
    case notAReply
    case mixedCodes
    case lineTooLong
    case tooManyLines
}

/// One complete reply with its text.
///
/// The text may quote addresses: it is read and forgotten, never stored, logged or shown.
package struct ReplyLines: Hashable, Sendable {
    package let code: Int
    /// The text of each line, without code and separator.
    ///
    /// Never empty.
    package let lines: [String]
}

extension ReplyLines: CustomStringConvertible, CustomReflectable {
    package var description: String { "[reply \(code)]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
