import Foundation

/// A message taken apart again, from its octets alone.
struct ParsedMessage {
    struct Field: Hashable {
        let name: String
        /// Unfolded (RFC 5322 section 2.2.3), not decoded.
        let value: String
    }

    struct Part {
        let isHTML: Bool
        /// Decoded from its transfer encoding; valid UTF-8.
        let octets: [UInt8]

        var text: String { String(decoding: octets, as: UTF8.self) }
    }

    let fields: [Field]
    /// The text and perhaps the HTML, in this order; nil if the body is not the
    /// `multipart/alternative` this program writes.
    let parts: [Part]?

    init(_ bytes: [UInt8]) {
        let (header, body) = Self.split(bytes[...])
        fields = Self.fields(of: header)
        let type = fields.first { $0.name == "Content-Type" }?.value ?? ""
        parts = Self.boundary(in: type).flatMap { Self.parts(of: body, boundary: $0) }
    }

    /// The fields alone; nothing of the body is decoded.
    static func fields(of bytes: [UInt8]) -> [Field] { fields(of: split(bytes[...]).0) }

    /// Header and body, at the first empty line.
    private static func split(_ octets: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)
    {
        var start = octets.startIndex
        while let end = lineEnd(in: octets, from: start) {
            if end == start { return (octets[..<start], octets[(end + 2)...]) }
            start = end + 2
        }
        return (octets, [])
    }

    /// Where the CRLF of the line stands that begins at `start`.
    private static func lineEnd(in octets: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard start < octets.endIndex, let end = octets[start...].firstIndex(of: 0x0D),
            end + 1 < octets.endIndex
        else { return nil }
        return end
    }

    private static func fields(of header: ArraySlice<UInt8>) -> [Field] {
        var fields: [Field] = []
        var start = header.startIndex
        while start < header.endIndex {
            let end = lineEnd(in: header, from: start) ?? header.endIndex
            let line = header[start..<end]
            start = min(end + 2, header.endIndex)
            if let last = fields.last, line.first == 0x20 || line.first == 0x09 {
                let value = last.value + String(decoding: line, as: UTF8.self)
                fields[fields.count - 1] = Field(name: last.name, value: value)
            } else {
                let name = line.prefix { $0 != UInt8(ascii: ":") }
                let value = line[name.endIndex...].dropFirst()
                fields.append(
                    Field(
                        name: String(decoding: name, as: UTF8.self),
                        value: String(decoding: value, as: UTF8.self)
                    )
                )
            }
        }
        return fields.map { Field(name: $0.name, value: $0.value.trimmingSpace) }
    }

    private static func boundary(in type: String) -> String? {
        guard type.hasPrefix("multipart/alternative;"),
            let start = type.firstRange(of: "boundary=\"")?.upperBound,
            let end = type[start...].firstIndex(of: "\"")
        else { return nil }
        return String(type[start..<end])
    }

    /// Every line that begins with the delimiter ends a part (RFC 2046 section 5.1.1).
    private static func parts(of body: ArraySlice<UInt8>, boundary: String) -> [Part]? {
        let delimiter = Array("--\(boundary)".utf8)
        let isDelimiter = { (line: ArraySlice<UInt8>) in line.starts(with: delimiter) }
        var parts: [Part?] = []
        var opened: Int?
        var isClosed = false
        var start = body.startIndex
        while let end = lineEnd(in: body, from: start) {
            let line = body[start..<end]
            if isDelimiter(line) {
                if let opened {
                    // The line break in front of a delimiter belongs to the delimiter.
                    parts.append(opened + 2 <= start ? part(body[opened..<(start - 2)]) : nil)
                } else if start != body.startIndex {
                    return nil
                }
                opened = end + 2
                isClosed = line.dropFirst(delimiter.count).elementsEqual("--".utf8)
                if isClosed { break }
                guard line.count == delimiter.count else { return nil }
            }
            start = end + 2
        }
        guard isClosed, opened == body.endIndex else { return nil }
        let kinds = parts.map { $0?.isHTML }
        return kinds == [false] || kinds == [false, true] ? parts.compactMap(\.self) : nil
    }

    private static func part(_ piece: ArraySlice<UInt8>) -> Part? {
        let (header, content) = split(piece)
        let fields = fields(of: header)
        let type = fields.first { $0.name == "Content-Type" }?.value
        let encoding = fields.first { $0.name == "Content-Transfer-Encoding" }?.value
        guard fields.count == 2, let octets = decode(content, encoding: encoding),
            octets.isUTF8
        else { return nil }
        switch type {
        case "text/plain; charset=utf-8": return Part(isHTML: false, octets: octets)
        case "text/html; charset=utf-8": return Part(isHTML: true, octets: octets)
        default: return nil
        }
    }

    private static func decode(_ content: ArraySlice<UInt8>, encoding: String?) -> [UInt8]? {
        switch encoding {
        case "quoted-printable": QuotedPrintable.decoded(content)
        case "base64":
            Data(base64Encoded: Data(content), options: .ignoreUnknownCharacters).map(Array.init)
        default: nil
        }
    }
}

extension String {
    fileprivate var trimmingSpace: String {
        let isSpace = { (unit: UInt8) in unit == 0x20 || unit == 0x09 }
        guard utf8.first.map(isSpace) == true || utf8.last.map(isSpace) == true else { return self }
        let head = utf8.drop(while: isSpace)
        let end = head.lastIndex { !isSpace($0) }.map(head.index(after:)) ?? head.startIndex
        return String(Substring(head[..<end]))
    }
}

extension [UInt8] {
    /// Whether this is well-formed UTF-8 (RFC 3629).
    fileprivate var isUTF8: Bool {
        allSatisfy { $0 < 0x80 } || String(validating: self, as: UTF8.self) != nil
    }
}
