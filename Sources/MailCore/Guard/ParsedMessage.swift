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
        /// Decoded from its transfer encoding and UTF-8.
        let text: String
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

    /// Header and body, at the first empty line.
    private static func split(_ bytes: ArraySlice<UInt8>) -> (Substring, ArraySlice<UInt8>) {
        let end = [0x0D, 0x0A, 0x0D, 0x0A] as [UInt8]
        guard let gap = bytes.firstRange(of: end) else {
            return (Substring(decoding: bytes, as: UTF8.self), [])
        }
        let header = Substring(decoding: bytes[..<gap.lowerBound], as: UTF8.self)
        return (header, bytes[gap.upperBound...])
    }

    private static func fields(of header: Substring) -> [Field] {
        var fields: [Field] = []
        for line in header.split(separator: "\r\n") {
            if let last = fields.last, line.first == " " || line.first == "\t" {
                fields[fields.count - 1] = Field(name: last.name, value: last.value + line)
            } else {
                let colon = line.firstIndex(of: ":") ?? line.endIndex
                let value = colon == line.endIndex ? "" : line[line.index(after: colon)...]
                fields.append(Field(name: String(line[..<colon]), value: String(value)))
            }
        }
        return fields.map { field in
            Field(name: field.name, value: field.value.trimmingCharacters(in: .whitespaces))
        }
    }

    private static func boundary(in type: String) -> String? {
        guard type.hasPrefix("multipart/alternative;"),
            let start = type.firstRange(of: "boundary=\"")?.upperBound,
            let end = type[start...].firstIndex(of: "\"")
        else { return nil }
        return String(type[start..<end])
    }

    private static func parts(of body: ArraySlice<UInt8>, boundary: String) -> [Part]? {
        let delimiter = "--\(boundary)"
        let text = String(decoding: body, as: UTF8.self)
        let pieces = text.components(separatedBy: delimiter)
        guard pieces.count >= 3, pieces[0].isEmpty, pieces.last == "--\r\n" else { return nil }
        let parts = pieces[1..<(pieces.count - 1)].map(part)
        let kinds = parts.map { $0?.isHTML }
        return kinds == [false] || kinds == [false, true] ? parts.compactMap(\.self) : nil
    }

    private static func part(_ piece: String) -> Part? {
        guard piece.hasPrefix("\r\n") else { return nil }
        let (header, content) = split(Array(piece.utf8)[2...])
        let fields = fields(of: header)
        let type = fields.first { $0.name == "Content-Type" }?.value
        let encoding = fields.first { $0.name == "Content-Transfer-Encoding" }?.value
        guard fields.count == 2, let text = decode(content, encoding: encoding) else { return nil }
        switch type {
        case "text/plain; charset=utf-8": return Part(isHTML: false, text: text)
        case "text/html; charset=utf-8": return Part(isHTML: true, text: text)
        default: return nil
        }
    }

    private static func decode(_ content: ArraySlice<UInt8>, encoding: String?) -> String? {
        switch encoding {
        case "quoted-printable":
            return QuotedPrintable.decoded(content).flatMap { String(bytes: $0, encoding: .utf8) }
        case "base64":
            return Data(base64Encoded: Data(content), options: .ignoreUnknownCharacters)
                .flatMap { String(data: $0, encoding: .utf8) }
        default: return nil
        }
    }
}
