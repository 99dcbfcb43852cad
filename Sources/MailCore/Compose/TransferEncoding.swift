import Foundation

/// A text as ASCII lines of at most 76 octets that end with CRLF and never begin with a dot (RFC
/// 2045 section 6).
///
/// Every text part is encoded, so no cell reaches the wire as it is.
struct TransferEncoding {
    /// The value of `Content-Transfer-Encoding`.
    let name: String
    let bytes: [UInt8]

    /// Quoted-printable, or base64 where that is shorter.
    static func shortest(for text: String) -> TransferEncoding {
        let lines = normalised(text)
        let printable = quotedPrintable(lines)
        // base64 needs four octets for three, and a line end for every 76.
        guard printable.count * 3 > lines.reduce(0, { $0 + $1.count + 2 }) * 4 else {
            return TransferEncoding(name: "quoted-printable", bytes: printable)
        }
        let base64 = base64(lines)
        return base64.count < printable.count
            ? TransferEncoding(name: "base64", bytes: base64)
            : TransferEncoding(name: "quoted-printable", bytes: printable)
    }

    /// The lines of a text, whatever their ends were, without trailing blanks.
    private static func normalised(_ text: String) -> [[UInt8]] {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            line in
            var octets = Array(line.utf8)
            while octets.last == 0x20 || octets.last == 0x09 { octets.removeLast() }
            return octets
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func quotedPrintable(_ lines: [[UInt8]]) -> [UInt8] {
        var out: [UInt8] = []
        for line in lines {
            var column = 0
            for octet in line {
                let isFirst = column == 0
                let piece = encode(octet, first: isFirst)
                // 75 and the soft line break's `=` make 76.
                if column + piece.count > 75 {
                    out += [0x3D, 0x0D, 0x0A]
                    column = 0
                    let again = encode(octet, first: true)
                    out += again
                    column += again.count
                } else {
                    out += piece
                    column += piece.count
                }
            }
            out += [0x0D, 0x0A]
        }
        return out
    }

    /// A dot at the beginning of a line is encoded, so that nothing ever needs stuffing
    /// (RFC 5321 section 4.5.2); so is the F of `From `, which some mailbox formats escape.
    private static func encode(_ octet: UInt8, first: Bool) -> [UInt8] {
        let isPlain = (0x20...0x7E).contains(octet) && octet != 0x3D
        if isPlain && !(first && (octet == 0x2E || octet == 0x46)) { return [octet] }
        return Array("=\(Digest.hex(of: [octet]).uppercased())".utf8)
    }

    private static func base64(_ lines: [[UInt8]]) -> [UInt8] {
        let whole = Data(lines.map { $0 + [0x0D, 0x0A] }.joined())
        let options: Data.Base64EncodingOptions = [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ]
        return Array(whole.base64EncodedData(options: options)) + [0x0D, 0x0A]
    }
}
