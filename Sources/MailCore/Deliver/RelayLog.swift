/// What a relay's own log says of certain messages, read line by line.
///
/// Postfix: cleanup(8) notes a Message-ID while the message is still being received, before the final dot is
/// answered; only when qmgr(8) has the same queue id active has the relay taken it. Exim: the line with `<=` is
/// written when the message is its own. That a message is missing proves nothing: a log may begin later, end
/// sooner, or be another host's.
package struct RelayLog: Sendable {
    /// What was found of a message.
    package enum Finding: Hashable, Sendable {
        /// The relay has taken it, under this queue id.
        case accepted(queue: String)
        /// The relay began to take it, and its log does not say that it has.
        case begun(queue: String)
    }

    /// By message id, the part in front of the `@`; nothing of what was not found.
    package private(set) var findings: [String: Finding] = [:]
    private let wanted: Set<String>
    /// Which queue id stands for which of the messages just now: short queue ids come again.
    private var queues: [Place: String] = [:]

    /// A queue id of one host and one instance of its mail server.
    private struct Place: Hashable {
        let host: String
        let instance: String
        let queue: String
    }

    /// - Parameter wanted: Message ids, each the part in front of the `@`.
    package init(lookingFor wanted: Set<String>) {
        self.wanted = wanted
    }

    /// - Parameter line: Without its line feed.
    package mutating func read(_ line: ArraySlice<UInt8>) {
        if let entry = PostfixEntry(line) {
            note(entry)
        } else if let (queue, id) = EximArrival.read(line), let id = known(id) {
            findings[id] = .accepted(queue: queue)
        }
    }

    private mutating func note(_ entry: PostfixEntry) {
        let place = Place(host: entry.host, instance: entry.instance, queue: entry.queue)
        switch entry.event {
        case .messageID(let text):
            let id = known(text)
            queues[place] = id
            if let id, findings[id] == nil { findings[id] = .begun(queue: entry.queue) }
        case .active:
            if let id = queues[place] { findings[id] = .accepted(queue: entry.queue) }
        case .removed: queues[place] = nil
        }
    }

    private func known(_ text: String) -> String? {
        let id = String(text.drop { $0 == "<" }.prefix { $0 != "@" })
        return wanted.contains(id) ? id : nil
    }
}

/// A line of Postfix that tells something of a message: `… host postfix/qmgr[7]: 4F2A00: …`.
private struct PostfixEntry {
    enum Event {
        case messageID(String)
        case active
        case removed
    }

    let host: String
    let instance: String
    let queue: String
    let event: Event

    /// Time, host and program stand within so many octets.
    private static let longestHead = 250

    /// Nil for any other line.
    init?(_ line: ArraySlice<UInt8>) {
        guard let head = Self.head(of: line), let slash = head.lastIndex(of: "/"),
            let program = Self.program(head[head.index(after: slash)...]),
            let blank = head[..<slash].lastIndex(of: " ")
        else { return nil }
        let text = String(decoding: line.dropFirst(head.utf8.count + 3), as: UTF8.self)
        guard let colon = text.firstRange(of: ": ") else { return nil }
        queue = String(text[..<colon.lowerBound])
        guard !queue.isEmpty, queue.utf8.allSatisfy(\.isLetterOrDigit) else { return nil }
        guard let event = Self.event(of: program, text[colon.upperBound...]) else { return nil }
        self.event = event
        instance = String(head[head.index(after: blank)..<slash])
        host = String(head[..<blank].split(separator: " ").last ?? "")
    }

    private enum Program: String { case cleanup, qmgr }

    /// What stands in front of the first `]: `.
    private static func head(of line: ArraySlice<UInt8>) -> String? {
        let start = line.prefix(longestHead)
        var place = start.startIndex
        while let bracket = start[place...].firstIndex(of: UInt8(ascii: "]")) {
            place = bracket + 1
            guard start[place...].starts(with: ": ".utf8) else { continue }
            return String(decoding: start[..<bracket], as: UTF8.self)
        }
        return nil
    }

    /// `qmgr[7` is one.
    private static func program(_ text: Substring) -> Program? {
        Program(rawValue: String(text.prefix { $0 != "[" }))
    }

    private static func event(of program: Program, _ text: Substring) -> Event? {
        switch program {
        case .cleanup:
            text.hasPrefix("message-id=")
                ? .messageID(String(text.dropFirst("message-id=".count))) : nil
        case .qmgr:
            text == "removed"
                ? .removed
                : text.hasPrefix("from=<") && text.hasSuffix("(queue active)") ? .active : nil
        }
    }
}

/// The line with which Exim says that a message is its own now: `… 1tHabc-000123-AB <= … id=…`.
private enum EximArrival {
    private static let longestHead = 160

    /// Queue id and message id; nil for any other line.
    static func read(_ line: ArraySlice<UInt8>) -> (queue: String, id: String)? {
        let start = String(decoding: line.prefix(longestHead), as: UTF8.self)
        guard let arrow = start.firstRange(of: " <= "),
            let queue = start[..<arrow.lowerBound].split(separator: " ").last,
            isQueueID(queue)
        else { return nil }
        let rest = String(decoding: line, as: UTF8.self)
        guard let field = rest.firstRange(of: " id=") else { return nil }
        return (String(queue), String(rest[field.upperBound...].prefix { $0 != " " }))
    }

    /// `1tHabc-000123-AB`, longer from Exim 4.97 on.
    private static func isQueueID(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts.allSatisfy { $0.utf8.allSatisfy(\.isLetterOrDigit) }
            && [[6, 6, 2], [6, 11, 4]].contains(parts.map(\.utf8.count))
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
