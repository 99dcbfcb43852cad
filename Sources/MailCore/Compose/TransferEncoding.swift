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
        let octets = lines.reduce(0) { $0 + $1.count + 2 }
        guard mayBeLonger(printable.count, than: octets) else {
            return TransferEncoding(quotedPrintable: printable)
        }
        let base64 = base64(lines)
        return base64.count < printable.count
            ? TransferEncoding(name: "base64", bytes: base64)
            : TransferEncoding(quotedPrintable: printable)
    }

    init(quotedPrintable bytes: [UInt8]) {
        self.init(name: "quoted-printable", bytes: bytes)
    }

    private init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Whether so many octets of quoted-printable may be more than base64 needs: four for three, and a line
    /// end for every 76.
    static func mayBeLonger(_ printable: Int, than octets: Int) -> Bool {
        printable * 3 > octets * 4
    }

    static func withoutTrailingBlanks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = line.lastIndex { $0 != 0x20 && $0 != 0x09 }
        return line[..<(end.map { $0 + 1 } ?? line.startIndex)]
    }

    /// The lines of a text, whatever their ends were, without trailing blanks.
    private static func normalised(_ text: String) -> [ArraySlice<UInt8>] {
        var lines = split(text).map(withoutTrailingBlanks)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// Almost every text ends its lines with LF alone, and octets are cheaper than characters.
    static func split(_ text: String) -> [ArraySlice<UInt8>] {
        // CR, VT, FF, and the last octets of U+0085, U+2028 and U+2029.
        let unusual: [UInt8] = [0x0D, 0x0B, 0x0C, 0x85, 0xA8, 0xA9]
        let octets = Array(text.utf8)
        guard octets.contains(where: unusual.contains) else {
            return octets.split(separator: 0x0A, omittingEmptySubsequences: false)
        }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { Array($0.utf8)[...] }
    }

    private static func quotedPrintable(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(lines.reduce(0) { $0 + $1.count + 8 })
        for line in lines { append(quotedPrintable: line, to: &out) }
        return out
    }

    /// One line, with its end.
    static func append(quotedPrintable line: ArraySlice<UInt8>, to out: inout [UInt8]) {
        var column = 0
        for octet in line {
            let isPlain = isPlain(octet, first: column == 0)
            // 75 and the soft line break's `=` make 76.
            if column + (isPlain ? 1 : 3) > 75 {
                out.append(contentsOf: [0x3D, 0x0D, 0x0A])
                column = 0
            }
            if Self.isPlain(octet, first: column == 0) {
                out.append(octet)
                column += 1
            } else {
                out.append(0x3D)
                out.append(digit(octet >> 4))
                out.append(digit(octet & 15))
                column += 3
            }
        }
        out.append(0x0D)
        out.append(0x0A)
    }

    /// Whether an octet stands for itself.
    ///
    /// A dot at the beginning of a line is encoded, so that nothing ever needs stuffing
    /// (RFC 5321 section 4.5.2); so is the F of `From `, which some mailbox formats escape.
    private static func isPlain(_ octet: UInt8, first: Bool) -> Bool {
        (0x20...0x7E).contains(octet) && octet != 0x3D
            && !(first && (octet == 0x2E || octet == 0x46))
    }

    /// Upper case, as RFC 2045 demands.
    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func base64(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
        let whole = Data(lines.map { $0 + [0x0D, 0x0A] }.joined())
        let options: Data.Base64EncodingOptions = [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ]
        return Array(whole.base64EncodedData(options: options)) + [0x0D, 0x0A]
    }
}
