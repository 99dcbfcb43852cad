/// A text with marks where a recipient's texts come, encoded for the wire as far as it is the same for all.
///
/// What it writes is what `TransferEncoding` makes of the filled text; a test compares them.
struct MarkedText {
    private enum Line {
        /// Lines without marks, encoded, with their octets before.
        case fixed([UInt8], octets: Int)
        case marked([MarkedPiece<[UInt8]>])
    }

    private let lines: [Line]
    private let fixedCount: Int

    init(_ rendered: String) {
        var lines: [Line] = []
        for line in TransferEncoding.split(rendered) {
            let pieces = TextMark.pieces(of: String(decoding: line, as: UTF8.self))
            if pieces.count > 1 {
                lines.append(.marked(pieces.map(Self.octets(of:))))
                continue
            }
            let own = TransferEncoding.withoutTrailingBlanks(line)
            var encoded: [UInt8] = []
            TransferEncoding.append(quotedPrintable: own, to: &encoded)
            if case .fixed(let before, let octets) = lines.last {
                lines[lines.count - 1] = .fixed(before + encoded, octets: octets + own.count + 2)
            } else {
                lines.append(.fixed(encoded, octets: own.count + 2))
            }
        }
        self.lines = Self.withoutTrailingEmptyLines(lines)
        fixedCount = self.lines.reduce(0) { count, line in
            if case .fixed(let encoded, _) = line { count + encoded.count } else { count + 160 }
        }
    }

    /// The whole text, if only quoted-printable comes into question for it.
    ///
    /// - Parameter texts: The recipient's, as they stand in this part.
    /// - Returns: Nil if base64 may be shorter, or the last line is empty: `TransferEncoding` knows what
    ///   to do.
    func quotedPrintable(filledWith texts: [[UInt8]]) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(fixedCount)
        var octets = 0
        var isLastEmpty = false
        var filled: [UInt8] = []
        for line in lines {
            switch line {
            case .fixed(let encoded, let count):
                out.append(contentsOf: encoded)
                octets += count
                isLastEmpty = false
            case .marked(let pieces):
                filled.removeAll(keepingCapacity: true)
                for piece in pieces {
                    switch piece {
                    case .fixed(let bytes): filled.append(contentsOf: bytes)
                    case .text(let number): filled.append(contentsOf: texts[number])
                    }
                }
                let own = TransferEncoding.withoutTrailingBlanks(filled[...])
                TransferEncoding.append(quotedPrintable: own, to: &out)
                octets += own.count + 2
                isLastEmpty = own.isEmpty
            }
        }
        return isLastEmpty || TransferEncoding.mayBeLonger(out.count, than: octets) ? nil : out
    }

    private static func octets(of piece: MarkedPiece<String>) -> MarkedPiece<[UInt8]> {
        switch piece {
        case .fixed(let text): .fixed(Array(text.utf8))
        case .text(let number): .text(number)
        }
    }

    /// An encoded line end is an empty line if another one stands before it, or nothing.
    private static func withoutTrailingEmptyLines(_ lines: [Line]) -> [Line] {
        guard case .fixed(var encoded, var octets) = lines.last else { return lines }
        let isFirst = lines.count == 1
        let lineEnd: [UInt8] = [0x0D, 0x0A]
        while encoded.suffix(4) == (lineEnd + lineEnd)[...] {
            encoded.removeLast(2)
            octets -= 2
        }
        let isEmpty = encoded == lineEnd
        if isEmpty { return isFirst ? [] : Array(lines.dropLast()) }
        return lines.dropLast() + [.fixed(encoded, octets: octets)]
    }
}
