import Foundation

/// A message that somebody else's program has written, as far as its data can be read: for counting, and never
/// trusted.
package struct ForeignMessage: Sendable {
    /// What stands in the fields for recipients, of the message itself and of those inside it.
    package private(set) var recipientFields: [String] = []
    /// What stands in the fields that say who wrote it.
    package private(set) var senderFields: [String] = []
    /// Texts of the body, decoded; HTML with its tags.
    package private(set) var texts: [String] = []
    /// Parts that are no text, which nobody has looked into.
    package private(set) var attachments = 0
    /// Whether there is any field at all.
    package private(set) var hasHeader = false

    /// Deeper nesting is not looked into.
    private static let depth = 8

    package init(_ octets: [UInt8]) { read(octets[...], depth: 0) }

    private mutating func read(_ octets: ArraySlice<UInt8>, depth: Int) {
        let entity = Entity(octets)
        hasHeader = hasHeader || !entity.fields.isEmpty
        for (name, value) in entity.fields {
            let text = HeaderDecoder.text(of: value)
            if Self.recipients.contains(name) { recipientFields.append(text) }
            if Self.senders.contains(name) { senderFields.append(text) }
        }
        readBody(of: entity, depth: depth)
    }

    private mutating func readBody(of entity: Entity, depth: Int) {
        let type = entity.type
        if type.hasPrefix("multipart/"), let boundary = entity.boundary, depth < Self.depth {
            for part in entity.parts(boundary) { readPart(part, depth: depth + 1) }
        } else if type.hasPrefix("message/rfc822"), depth < Self.depth {
            read(entity.decodedBody[...], depth: depth + 1)
        } else if type.isEmpty || type.hasPrefix("text/") {
            texts.append(entity.text)
        } else {
            attachments += 1
        }
    }

    /// The fields of a part say nothing about people.
    private mutating func readPart(_ octets: ArraySlice<UInt8>, depth: Int) {
        readBody(of: Entity(octets), depth: depth)
    }

    private static let recipients: Set = [
        "to", "cc", "bcc", "resent-to", "resent-cc", "resent-bcc", "apparently-to",
    ]
    private static let senders: Set = ["from", "sender", "reply-to", "resent-from"]
}

/// Fields and body.
private struct Entity {
    /// Names in small letters; values unfolded.
    let fields: [(name: String, value: String)]
    private let body: ArraySlice<UInt8>

    init(_ octets: ArraySlice<UInt8>) {
        var fields: [(name: String, value: String)] = []
        var rest = octets
        while let line = Self.line(in: rest) {
            rest = rest[line.next...]
            let text = String(decoding: octets[line.range], as: UTF8.self)
            if text.isEmpty { break }
            if text.first?.isWhitespace == true, let last = fields.indices.last {
                fields[last].value += text
                continue
            }
            guard let colon = text.firstIndex(of: ":") else { continue }
            let name = text[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
            fields.append((name, String(text[text.index(after: colon)...])))
        }
        self.fields = fields
        body = rest
    }

    /// One line without its end, and where the next one begins; nil at the end.
    private static func line(in octets: ArraySlice<UInt8>) -> (range: Range<Int>, next: Int)? {
        guard !octets.isEmpty else { return nil }
        let end = octets.firstIndex(of: 0x0A) ?? octets.endIndex
        let next = min(end + 1, octets.endIndex)
        let last = end > octets.startIndex && octets[end - 1] == 0x0D ? end - 1 : end
        return (octets.startIndex..<last, next)
    }

    private func value(_ name: String) -> String {
        (fields.last { $0.name == name }?.value ?? "").trimmingCharacters(in: .whitespaces)
    }

    var type: String { value("content-type").lowercased() }

    var boundary: [UInt8]? {
        let pattern = /(?i)boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/
        guard let match = value("content-type").firstMatch(of: pattern) else { return nil }
        return (match.1 ?? match.2).map { Array("--\($0)".utf8) }
    }

    func parts(_ boundary: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var (start, rest): (Int?, ArraySlice<UInt8>) = (nil, body)
        while let line = Self.line(in: rest) {
            if body[line.range].starts(with: boundary) {
                if let start { parts.append(body[start..<line.range.lowerBound]) }
                start = line.next
            }
            rest = rest[line.next...]
        }
        if let start, start < body.endIndex { parts.append(body[start...]) }
        return parts
    }

    var decodedBody: [UInt8] {
        switch value("content-transfer-encoding").lowercased() {
        case "base64":
            Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map(Array.init)
                ?? Array(body)
        case "quoted-printable": Self.unquoted(body)
        default: Array(body)
        }
    }

    /// As far as it can be read: what is no quoted-printable stays as it is.
    private static func unquoted(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var index = body.startIndex
        while index < body.endIndex {
            let octet = body[index]
            index += 1
            guard octet == UInt8(ascii: "=") else {
                out.append(octet)
                continue
            }
            if index < body.endIndex, body[index] == 0x0A {
                index += 1
            } else if index + 1 < body.endIndex, body[index] == 0x0D, body[index + 1] == 0x0A {
                index += 2
            } else if index + 1 < body.endIndex, let high = QuotedPrintable.nibble(body[index]),
                let low = QuotedPrintable.nibble(body[index + 1])
            {
                out.append(high << 4 | low)
                index += 2
            } else {
                out.append(octet)
            }
        }
        return out
    }

    /// UTF-8 where it is valid; otherwise the Western code page, which any octets are.
    var text: String {
        let octets = decodedBody
        return String(validating: octets, as: UTF8.self)
            ?? String(data: Data(octets), encoding: .windowsCP1252)
            ?? String(decoding: octets, as: UTF8.self)
    }
}
