extension String {
    /// The form in which words are compared: lower case, `ä` as `ae`, dashes as `-`, outer blanks
    /// and invisible characters dropped, inner blanks and line breaks as one blank.
    package var folded: String {
        if let plain = plainFolded { return plain }
        var result = String.UnicodeScalarView()
        var blankPending = false
        for scalar in lowercased().unicodeScalars where !scalar.isInvisible {
            if scalar.isBlank {
                blankPending = !result.isEmpty
                continue
            }
            if blankPending { result.append(" ") }
            blankPending = false
            result.append(contentsOf: scalar.spelledOut)
        }
        return String(result)
    }

    /// The same for ASCII and the letters of German, which most cells are, in one pass over bytes; nil for
    /// other text.
    private var plainFolded: String? {
        guard utf8.allSatisfy({ $0 < 0x80 }) || isGerman else { return nil }
        return String(unsafeUninitializedCapacity: utf8.count) { buffer in
            var count = 0
            var blankPending = false
            var isBehindLead = false
            func put(_ byte: UInt8) {
                if blankPending {
                    buffer[count] = 0x20
                    count += 1
                }
                blankPending = false
                buffer[count] = byte
                count += 1
            }
            for byte in utf8 {
                if isBehindLead {
                    isBehindLead = false
                    let (first, second) = Self.german(byte)
                    put(first)
                    put(second)
                } else if byte == Self.lead {
                    isBehindLead = true
                } else if byte > 0x20 {
                    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    put(isCapital ? byte | 0x20 : byte)
                } else {
                    blankPending = count > 0
                }
            }
            return count
        }
    }

    /// The first octet of `ä`, `ö`, `ü`, `ß` and the capitals in UTF-8.
    private static var lead: UInt8 { 0xC3 }

    /// Whether everything beyond ASCII is a letter of German.
    private var isGerman: Bool {
        var isBehindLead = false
        for byte in utf8 {
            switch (isBehindLead, byte) {
            case (true, 0x84), (true, 0x96), (true, 0x9C), (true, 0xA4), (true, 0xB6), (true, 0xBC),
                (true, 0x9F):
                isBehindLead = false
            case (false, Self.lead): isBehindLead = true
            case (false, ..<0x80): break
            default: return false
            }
        }
        return true
    }

    /// What a letter of German is spelt as, by its second octet.
    private static func german(_ second: UInt8) -> (UInt8, UInt8) {
        switch second {
        case 0x84, 0xA4: (UInt8(ascii: "a"), UInt8(ascii: "e"))
        case 0x96, 0xB6: (UInt8(ascii: "o"), UInt8(ascii: "e"))
        case 0x9C, 0xBC: (UInt8(ascii: "u"), UInt8(ascii: "e"))
        default: (UInt8(ascii: "s"), UInt8(ascii: "s"))
        }
    }

    /// With each inner line break, and the blanks around it, as one blank.
    package var onOneLine: String {
        guard utf8.contains(where: { $0 < 0x20 }) else { return self }
        return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Without blanks, line breaks and invisible characters at both ends.
    package var trimmed: String {
        func isOuter(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isInvisible || scalar.isBlank
        }
        let scalars = unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return self }
        // Almost every cell of an export is already trimmed.
        guard isOuter(first) || isOuter(last) else { return self }
        let tail = scalars.drop(while: isOuter)
        let end = tail.lastIndex { !isOuter($0) }.map(tail.index(after:)) ?? tail.startIndex
        return String(tail[..<end])
    }
}

extension Unicode.Scalar {
    /// Characters that nobody sees, as spreadsheets and web forms leave them in cells: Unicode's
    /// `Default_Ignorable_Code_Point`.
    package var isInvisible: Bool { value >= 0xAD && properties.isDefaultIgnorableCodePoint }

    /// Blanks of any width, line breaks and ASCII controls.
    package var isBlank: Bool {
        value < 0x80 ? value <= 0x20 : properties.isWhitespace
    }

    fileprivate var spelledOut: String.UnicodeScalarView {
        switch value {
        case 0xE4: "ae".unicodeScalars
        case 0xF6: "oe".unicodeScalars
        case 0xFC: "ue".unicodeScalars
        case 0xDF: "ss".unicodeScalars
        case 0x2010...0x2015, 0x2212: "-".unicodeScalars
        default: String.UnicodeScalarView([self])
        }
    }
}
