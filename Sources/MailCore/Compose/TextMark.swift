/// Stands in a rendered letter where a recipient's text comes: a scalar of a private use area, which
/// nobody writes in a letter.
enum TextMark {
    private static let first: UInt32 = 0xF_0000
    private static let last: UInt32 = 0xF_FFFD

    static func scalar(_ number: Int) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(first + UInt32(number)), scalar.value <= last else {
            preconditionFailure("nobody has so many appointments")
        }
        return scalar
    }

    /// A rendered text, cut at its marks.
    static func pieces(of rendered: String) -> [MarkedPiece<String>] {
        var pieces: [MarkedPiece<String>] = []
        var fixed = ""
        for scalar in rendered.unicodeScalars {
            guard let number = number(scalar) else {
                fixed.unicodeScalars.append(scalar)
                continue
            }
            pieces += [.fixed(fixed), .text(number)]
            fixed = ""
        }
        return pieces + [.fixed(fixed)]
    }

    /// Nil for every scalar that is no mark.
    private static func number(_ scalar: Unicode.Scalar) -> Int? {
        (first...last).contains(scalar.value) ? Int(scalar.value - first) : nil
    }

    /// Whether a text holds one by itself.
    static func isIn(_ text: String) -> Bool {
        text.utf8.contains(0xF3) && text.unicodeScalars.contains { number($0) != nil }
    }
}

/// A stretch of a letter: the same for everybody, or a recipient's text by its number.
enum MarkedPiece<Fixed> {
    case fixed(Fixed)
    case text(Int)
}

extension MarkedPiece: Sendable where Fixed: Sendable {}
